import 'server-only'
import { parseLaunch, type Launch } from '@/lib/domain/lti/launch'
import { isOwnLink } from '@/lib/domain/lti/login'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { db } from '../db'
import { env } from '../env'
import { siteAddress } from '../site-address'
import { findEntry } from './entry'
import { keepLaunch } from './launches'
import { takeLogin, type Login } from './login'
import { refusedPath } from './refused-path'
import { verifyLaunch } from './verify-launch'

/** What the browser says of itself: the secret of its login, and what it will do with the answer (`Sec-Fetch-Dest`). */
export type LaunchBrowser = { secret: string | null; destination: string | null }

/**
 * Receives what a platform sends at the end of a login: `id_token` and `state`, or an error. A genuine launch is kept and goes
 * on where our own site's pages can tell who is signed in here: in the browser that began the login and a window of its own
 * to `/lti/arrive`, which alone may go on with it; in a frame, where a browser may keep no session, to `/lti/open`; without
 * the login's secret to `/lti/continue`. Refused with one problem, and nothing written, for whatever is not in order; a launch
 * that was genuine but leads no further goes to the page that says so and leads back.
 */
export async function receiveLaunch(form: URLSearchParams, browser: LaunchBrowser, now = new Date()): Promise<Result<{ path: string }>> {
  const login = await takeLogin(form.get('state'), browser.secret, now)
  if (!login.ok) return login
  if (login.value.browser === 'other') return refuse('launchLost')
  const error = form.get('error')
  if (error !== null) return refuse('platformRefused', '', { reason: reasonOf(error, form.get('error_description'), login.value) })
  const launch = await readLaunch(form.get('id_token') ?? '', login.value, now)
  if (!launch.ok) return launch
  const { platform, browserHash } = login.value
  const entry = await findEntry(platform.id, launch.value)
  const known = login.value.browser === 'same'
  if (!entry.ok) {
    const [problem = { code: 'unavailable', path: '' }] = entry.problems
    const { returnUrl } = launch.value
    return accept({ path: refusedPath(problem, returnUrl && problem.code !== 'deploymentUnknown' ? { platform: platform.name, address: returnUrl } : null) })
  }
  const framed = isFramed(browser.destination, launch.value)
  const kept = await keepLaunch({ platformId: platform.id, launch: launch.value, userId: null, browserHash: known && !framed ? browserHash : null }, db, now)
  return accept({ path: `/lti/${framed ? 'open' : known ? 'arrive' : 'continue'}?ticket=${kept.ticket}` })
}

/** The launch that a token holds, once everything about it holds. */
async function readLaunch(token: string, { platform, nonceHash }: Login, now: Date): Promise<Result<Launch>> {
  const verified = await verifyLaunch(token, { ...platform, nonceHash }, now)
  if (!verified.ok) return verified
  const launch = parseLaunch(verified.value, env('LTI_ALLOW_HOSTS'))
  if (!launch.ok) return launch
  const { targetLink } = launch.value
  return targetLink === null || isOwnLink(targetLink, siteAddress()) ? launch : refuse('launchElsewhere')
}

/** Where neither browser nor platform says, a frame is taken for granted: it costs one click and works everywhere. */
function isFramed(destination: string | null, { framed }: Launch): boolean {
  return destination === null ? (framed ?? true) : destination !== 'document'
}

/**
 * What a platform says in its own words, in one line, where it says it to the browser that asked; else only what every
 * platform may say (OpenID Connect Core, 3.1.2.6), since anybody could have sent it.
 */
function reasonOf(error: string, description: string | null, { browser }: Login): string {
  if (browser === 'same') return (description || error).replace(/[\p{C}\s]+/gu, ' ').trim().slice(0, 200)
  return usualErrors.has(error) ? error : 'error'
}

const usualErrors: ReadonlySet<string> = new Set([
  'login_required', 'interaction_required', 'account_selection_required', 'consent_required', 'invalid_request', 'invalid_scope',
  'unauthorized_client', 'access_denied', 'unsupported_response_type', 'server_error', 'temporarily_unavailable',
])
