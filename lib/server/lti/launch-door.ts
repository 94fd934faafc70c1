import 'server-only'
import type { Problem, Result } from '@/lib/domain/problem'
import { clientAddress } from '../client-address'
import { env } from '../env'
import { mediaTypeOf, readText } from '../json-body'
import { startSession } from '../session'
import { siteAddress } from '../site-address'
import { receiveLaunch } from './launch'
import { beginLogin } from './login'
import { refusedPath } from './refused-path'

/** Bytes that a platform may post: a token and its state. */
const longestForm = 200_000

/** Answers `/lti/login`, by address or by form: sends the browser to the platform, with a secret to come back with. */
export async function answerLogin(request: Request): Promise<Response> {
  const given = request.method === 'POST' ? await readForm(request) : new URL(request.url).searchParams
  if (!given) return refuse({ code: 'launchTooLarge', path: '' })
  const address = clientAddress(request.headers.get('x-forwarded-for'), env('TRUST_PROXY'))
  const begun = await beginLogin(given, { address, secret: secretOf(request) })
  if (!begun.ok) return refuse(begun.problems[0])
  const answer = leadTo(begun.value.to)
  const cookie = cookieWith(begun.value.secret)
  if (cookie) answer.headers.append('set-cookie', cookie)
  return answer
}

/** Answers `/lti/launch`: what a platform posts at the end of a login. Every answer leads on to a page. */
export async function answerLaunch(request: Request): Promise<Response> {
  const form = await readForm(request)
  if (!form) return refuse({ code: 'launchTooLarge', path: '' })
  const received = await receiveLaunch(form, { secret: secretOf(request), destination: request.headers.get('sec-fetch-dest') })
  if (!received.ok) return refuse(received.problems[0])
  const { userId, path } = received.value
  if (userId !== null) await startSession(userId)
  return leadTo(path)
}

/** Somebody who came to `/lti/launch` without anything, such as by going back. */
export const answerNoLaunch = (): Response => refuse({ code: 'launchLost', path: '' })

const refuse = (problem: Problem = { code: 'unavailable', path: '' }) => leadTo(refusedPath(problem))

const leadTo = (location: string) => new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } })

/** The fields of a form, or what came instead of one; null for too many. */
async function readForm(request: Request): Promise<URLSearchParams | null> {
  if (mediaTypeOf(request) !== 'application/x-www-form-urlencoded') return new URLSearchParams()
  const text: Result<string> = await readText(request, longestForm)
  if (text.ok) return new URLSearchParams(text.value)
  return text.problems[0]?.code === 'bodyTooLarge' ? null : new URLSearchParams()
}

/**
 * The cookie that tells the browser that began a login. A platform posts from its own site, so that it must be sent from
 * there too, which browsers allow for secure cookies only: they count this machine's own name as secure, and where else the
 * site has no TLS there is none, so that everybody is asked. Partitioned, it names nobody to other sites.
 */
function cookieWith(secret: string): string | null {
  const { protocol, hostname } = new URL(siteAddress())
  if (protocol !== 'https:' && hostname !== 'localhost') return null
  return `${cookieName()}=${secret}; Path=/lti; Max-Age=3600; HttpOnly; Secure; SameSite=None; Partitioned`
}

const cookieName = () => `${siteAddress().startsWith('https:') ? '__Secure-' : ''}gloss-lti`

/** The secret that this browser came with, where it looks like one of ours. */
function secretOf(request: Request): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${cookieName()}=`))?.slice(cookieName().length + 1)
  return value && /^[\w-]{43}$/.test(value) ? value : null
}
