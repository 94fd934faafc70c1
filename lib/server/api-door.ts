import 'server-only'
import { refuse } from '@/lib/domain/problem'
import { signedOutViewer, type Viewer } from '@/lib/domain/viewer'
import { writeAuth } from './auth-log'
import { clientAddress } from './client-address'
import { env } from './env'
import { answerRefused } from './http'
import { spendRequest, type Quota } from './limits'
import { sessionCookie, unsealSession } from './session-token'
import { readSession } from './sessions'
import { spendToken } from './tokens'

/** What says who somebody is, and can be asked again later whether it still does: the row of a session or of a token. */
export type Credential = `session ${string}` | `token ${string}`
/** Who makes a request: the viewer, what says so (null: nothing), and where they come from, if that is known. */
export type Caller = { viewer: Viewer; credential: Credential | null; address: string | null }

type Weight = {
  /** How many requests this one counts as. */
  cost?: number
}

/**
 * Every door for machines: tells by token or session who asks, refuses writing for another site's page with a cookie of
 * ours, counts the request, and lets `handle` answer. A refused token is never taken for nobody: 401.
 */
export async function apiDoor(
  request: Request,
  handle: (viewer: Viewer, caller: Caller) => Promise<Response> | Response,
  { cost = 1 }: Weight = {},
): Promise<Response> {
  try {
    return await answered(request, handle, cost)
  } catch (error) {
    // Nobody is there to be answered; what was computed for them was given up.
    if (request.signal.aborted) return new Response(null, { status: 499 })
    // An outage or a bug: logged whole, told in the form that programs read.
    console.error('A request to the API failed:', error)
    return answerRefused(refuse('unavailable').problems, { 'retry-after': '5' })
  }
}

async function answered(request: Request, handle: (viewer: Viewer, caller: Caller) => Promise<Response> | Response, cost: number): Promise<Response> {
  const address = clientAddress(request.headers.get('x-forwarded-for'), env('TRUST_PROXY'))
  const { caller, quota } = await admitted(request, address, cost)
  return withQuota(await answer(), quota)

  async function answer() {
    if (!quota.allowed) return tooMany(quota)
    if (!caller) {
      await writeAuth('auth.token-unknown', { userId: null, client: address })
      return answerRefused(refuse('tokenUnknown').problems)
    }
    const crossing = caller.credential?.startsWith('session ') && writes(request) && !sameOrigin(request)
    return crossing ? answerRefused(refuse('crossOrigin').problems) : handle(caller.viewer, caller)
  }
}

function tooMany({ seconds }: Quota): Response {
  const { problems } = refuse('rateLimited', '', { minutes: Math.ceil(seconds / 60) })
  return answerRefused(problems, { 'retry-after': String(seconds) })
}

/**
 * Who asks (null: somebody with a token that is not good) and what is left of their requests. A person counts once
 * however many browsers they have, each of their tokens by itself, and nobody by their address.
 */
async function admitted(request: Request, address: string | null, cost: number): Promise<{ caller: Caller | null; quota: Quota }> {
  const token = /^bearer\b(.*)$/is.exec(request.headers.get('authorization') ?? '')?.[1]
  if (token !== undefined) {
    const spent = await spendToken(token.trim(), cost)
    if (!spent) return { caller: null, quota: await spendRequest(['api:client', address], cost) }
    const { holder, quota } = spent
    return { caller: { viewer: holder.viewer, credential: `token ${holder.tokenId}`, address }, quota }
  }
  const id = await unsealSession(cookieOf(request, sessionCookie().name))
  const session = id === null ? null : await readSession(id)
  const quota = await spendRequest(session ? ['api:account', session.viewer.id] : ['api:client', address], cost)
  return session
    ? { caller: { viewer: session.viewer, credential: `session ${session.id}`, address }, quota }
    : { caller: { viewer: signedOutViewer, credential: null, address }, quota }
}

/** As in draft-ietf-httpapi-ratelimit-headers-11: one policy, what is left of it, and the seconds until it is whole. */
function withQuota(response: Response, { limit, remaining, seconds }: Quota): Response {
  // Answers tell who wrote what: no search engine is to keep them.
  response.headers.set('x-robots-tag', 'noindex')
  response.headers.set('ratelimit-policy', `"minute";q=${limit};w=60`)
  response.headers.set('ratelimit', `"minute";r=${remaining};t=${seconds}`)
  return response
}

const writes = ({ method }: Request) => !['GET', 'HEAD', 'OPTIONS'].includes(method)

/**
 * Did a page of ours send this? Browsers say so in `Sec-Fetch-Site` or, before 2023, by the `Origin` of every request that
 * writes. What says neither is no browser, hence nobody's page.
 */
/** Whether a request comes from a page of this site, or from no page at all. */
export function sameOrigin({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (origin === null) return true
  if (!URL.canParse(origin)) return false
  return origin === new URL(env('NEXTAUTH_URL')).origin || new URL(origin).host === headers.get('host')
}

function cookieOf({ headers }: Request, name: string): string | undefined {
  const pairs = (headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
}
