import 'server-only'
import type { Problem, Result } from '@/lib/domain/problem'
import { clientAddress } from '../client-address'
import { env } from '../env'
import { longestForm } from '../form-body'
import { mediaTypeOf, readText } from '../json-body'
import { currentViewer, loginSecret, startSession } from '../session'
import { arrive } from './going-on'
import { receiveLaunch } from './launch'
import { beginLogin } from './login'
import { loginCookie, loginCookieName, secretOf } from './login-cookie'
import { refusedPath } from './refused-path'

/** Bytes that a platform may post: a token and its state. A token says all that a platform knows of a course. */
const longestLaunch = 200_000

/** Answers `/lti/login`, by address or by form: sends the browser to the platform, with a secret to come back with. */
export async function answerLogin(request: Request): Promise<Response> {
  const given = request.method === 'POST' ? await readForm(request, longestForm) : new URL(request.url).searchParams
  if (!given) return refuse({ code: 'launchTooLarge', path: '' })
  const address = clientAddress(request.headers.get('x-forwarded-for'), env('TRUST_PROXY'))
  const begun = await beginLogin(given, { address, secret: secretIn(request) })
  if (!begun.ok) return refuse(begun.problems[0])
  const answer = leadTo(begun.value.to)
  const cookie = loginCookie(begun.value.secret)
  if (cookie) answer.headers.append('set-cookie', cookie)
  return answer
}

/** Answers `/lti/launch`: what a platform posts at the end of a login. Every answer leads on to a page. */
export async function answerLaunch(request: Request): Promise<Response> {
  const form = await readForm(request, longestLaunch)
  if (!form) return refuse({ code: 'launchTooLarge', path: '' })
  const received = await receiveLaunch(form, { secret: secretIn(request), destination: request.headers.get('sec-fetch-dest') })
  return received.ok ? leadTo(received.value.path) : refuse(received.problems[0])
}

/** Answers `/lti/arrive?ticket=`, on our own site's way to itself, so that the browser says who is signed in. */
export async function answerArrival(request: Request): Promise<Response> {
  const bearer = { viewer: await currentViewer(), secret: await loginSecret() }
  const gone = await arrive(bearer, new URL(request.url).searchParams.get('ticket'))
  if (!gone.ok) return refuse(gone.problems[0])
  if (gone.value.userId !== null) await startSession(gone.value.userId, 'platform')
  return leadTo(gone.value.path)
}

/** Somebody who came to `/lti/launch` without anything, such as by going back. */
export const answerNoLaunch = (): Response => refuse({ code: 'launchLost', path: '' })

const refuse = (problem: Problem = { code: 'unavailable', path: '' }) => leadTo(refusedPath(problem))

const leadTo = (location: string) => new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' } })

/** The fields of a form, or what came instead of one; null for too many. */
async function readForm(request: Request, longest: number): Promise<URLSearchParams | null> {
  if (mediaTypeOf(request) !== 'application/x-www-form-urlencoded') return new URLSearchParams()
  const text: Result<string> = await readText(request, longest)
  if (text.ok) return new URLSearchParams(text.value)
  return text.problems[0]?.code === 'bodyTooLarge' ? null : new URLSearchParams()
}

/** The secret of an earlier login that the browser brings along. */
function secretIn(request: Request): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return secretOf(pairs.find((pair) => pair.startsWith(`${loginCookieName()}=`))?.slice(loginCookieName().length + 1))
}
