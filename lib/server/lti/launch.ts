import 'server-only'
import { parseLaunch, type Launch } from '@/lib/domain/lti/launch'
import { isOwnLink } from '@/lib/domain/lti/login'
import { accept, refuse, type Problem, type Result } from '@/lib/domain/problem'
import { db } from '../db'
import { env } from '../env'
import { siteAddress } from '../site-address'
import { viewerOf } from './accounts'
import { findEntry, settleEntry, type Entry } from './entry'
import { landLaunch } from './land'
import { keepLaunch } from './launches'
import { takeLogin, type Login } from './login'
import { refusedPath } from './refused-path'
import { verifyLaunch } from './verify-launch'

/** What the browser says of itself: the secret of its login, and what it will do with the answer (`Sec-Fetch-Dest`). */
export type LaunchBrowser = { secret: string | null; destination: string | null }

/** Where a launch goes on: `userId` is who is to be signed in on the way, null where nobody is (yet). */
export type Received = { userId: string | null; path: string }

/**
 * Receives what a platform sends at the end of a login: `id_token` and `state`, or an error. Whoever began the login in this
 * browser, in a window of its own, and has an account (or is a student who gets one) goes straight on. In a frame, where a
 * browser may keep no session, without the login's secret, and where somebody must be asked, the launch is kept and a page
 * asks. Refused with one problem, and nothing written, for whatever is not in order; a launch that was genuine but leads no
 * further goes to the page that says so and leads back.
 */
export async function receiveLaunch(form: URLSearchParams, browser: LaunchBrowser, now = new Date()): Promise<Result<Received>> {
  const login = await takeLogin(form.get('state'), browser.secret, now)
  if (!login.ok) return login
  if (login.value.browser === 'other') return refuse('launchLost')
  const refusal = form.get('error')
  if (refusal !== null) return refuse('platformRefused', '', { reason: inOneLine(form.get('error_description') || refusal) })
  const launch = await readLaunch(form.get('id_token') ?? '', login.value, now)
  if (!launch.ok) return launch
  const { platform } = login.value
  const entry = await findEntry(platform.id, launch.value)
  if (!entry.ok) return accept({ userId: null, path: await refused(entry.problems, platform.id, launch.value) })
  const framed = isFramed(browser.destination, launch.value)
  if (framed || login.value.browser === 'unknown' || entry.value.kind === 'staff') {
    const { ticket } = await keepLaunch({ platformId: platform.id, launch: launch.value, userId: null }, db, now)
    return accept({ userId: null, path: `/lti/${framed ? 'open' : 'continue'}?ticket=${ticket}` })
  }
  return accept(await goStraightOn(platform.id, launch.value, entry.value))
}

/** The launch that a token holds, once everything about it holds. */
async function readLaunch(token: string, { platform, nonceHash }: Login, now: Date): Promise<Result<Launch>> {
  const verified = await verifyLaunch(token, { ...platform, nonceHash }, now)
  if (!verified.ok) return verified
  const launch = parseLaunch(verified.value, env('LTI_ALLOW_HOSTS'))
  if (!launch.ok) return launch
  return isOwnLink(launch.value.targetLink, siteAddress()) ? launch : refuse('launchElsewhere')
}

async function goStraightOn(platformId: string, launch: Launch, entry: Entry): Promise<Received> {
  const userId = await db.$transaction((tx) => settleEntry(tx, platformId, launch, entry, null))
  const landed = await landLaunch(await viewerOf(userId), { platformId, launch })
  return { userId, path: landed.ok ? landed.value.path : await refused(landed.problems, platformId, launch) }
}

/** The page that says why a genuine launch leads no further; it leads back where the platform said where to. */
async function refused([problem = { code: 'unavailable', path: '' }]: Problem[], platformId: string, launch: Launch): Promise<string> {
  const kept = launch.returnUrl && problem.code !== 'deploymentUnknown' ? await keepLaunch({ platformId, launch, userId: null }) : null
  return refusedPath(problem, kept?.ticket)
}

/** Where neither browser nor platform says, a frame is taken for granted: it costs one click and works everywhere. */
function isFramed(destination: string | null, { framed }: Launch): boolean {
  return destination === null ? (framed ?? true) : destination !== 'document'
}

/** A platform's own words, for a sentence. */
const inOneLine = (words: string) => words.replace(/[\p{C}\s]+/gu, ' ').trim().slice(0, 200)
