import 'server-only'
import { canonicalPath } from '@/lib/domain/canonical-path'
import { annotationLinks, constraintsLink, containerLinks, profiledJsonLd } from '@/lib/domain/protocol/vocabulary'
import { apiDoor } from './api-door'
import { problemAnswer } from './http'

/** What stands at an address of the Web Annotation Protocol, and what every answer from there says about it. */
const resources = {
  container: { methods: 'GET, HEAD, OPTIONS, POST', links: containerLinks, headers: { 'accept-post': `${profiledJsonLd}, application/json` } },
  annotation: { methods: 'GET, HEAD, OPTIONS, PUT, DELETE', links: annotationLinks, headers: {} },
} as const
export type ProtocolResource = keyof typeof resources

/**
 * A door of the Web Annotation Protocol: `apiDoor`, with the headers that the protocol asks of every answer, and leave
 * for pages of other sites to read them (never with our cookie: `*` excludes credentials, a token has to be sent). What is
 * not there has no kind, so a 404 says no more of itself. A browser's question before the request (a CORS preflight) comes
 * without token, so it gets the same answer whatever is there. An address with a slash too many or too few leads to the
 * right one.
 */
export async function protocolDoor(resource: ProtocolResource, request: Request, handle: Parameters<typeof apiDoor>[1]): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const path = canonicalPath(pathname)
  if (path !== pathname) return moved(`${path}${search}`)
  const preflight = request.method === 'OPTIONS' && request.headers.has('access-control-request-method')
  const answer = preflight ? optionsAnswer() : await apiDoor(request, handle)
  const dressed = dress(resource, answer)
  return request.method === 'HEAD' ? withoutBody(dressed) : dressed
}

/** Relative, since behind a proxy the request's own address is not the public one. */
const moved = (location: string) => new Response(null, { status: 308, headers: { location, 'access-control-allow-origin': '*' } })

/** What OPTIONS answers: 200 rather than 204, which the W3C's tests want. The headers say it all. */
export const optionsAnswer = () => new Response(null, { status: 200, headers: { 'content-length': '0' } })

/** What a method answers that the resource does not have; `Allow` names those it has. */
export const methodRefused = () => problemAnswer({ title: 'This address does not have that method.', status: 405 })

function dress(resource: ProtocolResource, answer: Response): Response {
  const { methods, links, headers } = resources[resource]
  const set = (name: string, value: string) => answer.headers.set(name, value)
  set('access-control-allow-origin', '*')
  set('access-control-expose-headers', exposed)
  set('access-control-allow-methods', methods)
  set('access-control-allow-headers', 'Accept, Authorization, Content-Type, If-Match, If-None-Match, Prefer, Slug')
  set('access-control-max-age', '7200')
  answer.headers.append('vary', 'Accept, Prefer, Cookie, Authorization')
  if (answer.status === 404) return answer
  set('allow', methods)
  const refused = answer.status >= 400 && resource === 'annotation'
  set('link', refused ? `${links}, ${constraintsLink}` : links)
  for (const [name, value] of Object.entries(headers)) set(name, value)
  return answer
}

const exposed =
  'Accept-Post, Allow, Content-Location, ETag, Link, Location, Preference-Applied, RateLimit, RateLimit-Policy, Retry-After, Vary, WWW-Authenticate'

/** The headers of what GET would answer, its length among them. */
async function withoutBody(answer: Response): Promise<Response> {
  const { byteLength } = await answer.arrayBuffer()
  const headers = new Headers(answer.headers)
  if (byteLength > 0) headers.set('content-length', String(byteLength))
  return new Response(null, { status: answer.status, headers })
}
