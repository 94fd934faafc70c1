import type { Problem } from '../problem'

/**
 * What is wrong after a platform was asked for something. `platform`: everything else that it would be asked would fail as
 * well, so that it is left alone for a while. `again`: it may go better later. `wait`: how long it asks to be left alone,
 * in milliseconds; null: it does not say.
 */
export type Trouble = { problem: Problem; platform: boolean; again: boolean; wait: number | null }

/**
 * What an answer's status means to somebody who needed another; null for one in the two hundreds. What the asker did
 * wrong stays wrong (`again` false); what is wrong with the platform, or passes by itself, does not. A redirect is some
 * page that tells people of works under way, since services have none.
 */
export function troubleOf(status: number, retryAfter: string, now: number): Trouble | null {
  if (status >= 200 && status <= 299) return null
  const wait = waitOf(retryAfter, now)
  const problem: Problem = { code: 'platformStatus', path: '', values: { status } }
  if (status === 429 || (status === 503 && wait !== null)) return { problem: { code: 'platformBusy', path: '' }, platform: true, again: true, wait }
  if (status === 401) return { problem: { code: 'platformToken', path: '' }, platform: true, again: true, wait }
  if (status === 403) return { problem: { code: 'platformScope', path: '' }, platform: false, again: false, wait }
  if (status === 404 || status === 410) return { problem: { code: 'platformGone', path: '' }, platform: false, again: false, wait }
  const again = status >= 500 || status < 400 || passing.has(status)
  return { problem, platform: false, again, wait }
}

/** Nothing came back, or not in time. */
export const silence: Trouble = { problem: { code: 'platformSilent', path: '' }, platform: true, again: true, wait: null }
/** What came back is not what was asked for. */
export const garbled: Trouble = { problem: { code: 'platformGarbled', path: '' }, platform: false, again: true, wait: null }

/** Conflict (with a later score, or with itself), too slow, too early. */
const passing = new Set([408, 409, 423, 425])

/** `Retry-After` is seconds or a date (RFC 9110, section 10.2.3); longer than a day is taken as a day. */
function waitOf(header: string, now: number): number | null {
  const value = header.trim()
  const seconds = /^\d{1,9}$/.test(value) ? Number(value) * 1_000 : /^[A-Z][a-z]{2}, /.test(value) ? Date.parse(value) - now : Number.NaN
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), day) : null
}

/**
 * How long to wait after so many tries that failed, in milliseconds: one minute, two, four, up to six hours; null once the
 * twenty-fourth failed, four days after the first, when a person has to ask for it.
 */
export function pauseAfter(tries: number): number | null {
  return tries >= mostTries ? null : Math.min(minute * 2 ** (tries - 1), 6 * 60 * minute)
}

export const mostTries = 24
const minute = 60_000
const day = 24 * 60 * minute
