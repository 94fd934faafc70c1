import 'server-only'
import { createHash } from 'node:crypto'
import { createTranslator } from 'use-intl/core'
import type { Problem, ProblemCode } from '@/lib/domain/problem'
import { problems as words } from '@/lib/i18n/en/problems'

type ProblemDetails = { title: string; status: number; detail?: string; errors?: { path: string; message: string }[] } & Record<string, unknown>

/** An answer of RFC 9457: `application/problem+json` with a title, the status and, for bad fields, what is wrong where. */
export function problemAnswer(details: ProblemDetails, headers: HeadersInit = {}): Response {
  const answer = new Response(JSON.stringify({ type: 'about:blank', ...details }), { status: details.status, headers })
  answer.headers.set('content-type', 'application/problem+json; charset=utf-8')
  answer.headers.set('cache-control', 'no-store')
  return answer
}

/** What is not there and what one may not see are the same answer. */
export const notFoundAnswer = () => problemAnswer({ title: words.notFound, status: 404 })

/** What a refusal is in HTTP; whatever is not listed is 422. */
const statuses: Partial<Record<ProblemCode, number>> = {
  jsonBroken: 400,
  jsonInvalid: 400,
  jsonTooDeep: 400,
  jsonTooMany: 400,
  preferencesClash: 400,
  signInFirst: 401,
  otherReader: 409,
  tokenUnknown: 401,
  notAllowed: 403,
  scopeMissing: 403,
  crossOrigin: 403,
  notFound: 404,
  notAcceptable: 406,
  conflict: 409,
  idOther: 409,
  propertyFixed: 409,
  gone: 410,
  ifMatchStale: 412,
  bodyTooLarge: 413,
  formTooLarge: 413,
  mediaTypeUnknown: 415,
  ifMatchMissing: 428,
  rateLimited: 429,
  waitingFull: 429,
  unavailable: 503,
}

/**
 * The answer to a refused request: the first problem decides the status, and every one stands as an English sentence
 * beside the path of its field. It says how to identify oneself (RFC 6750) and when to come again where that helps.
 */
export function answerRefused(problems: readonly Problem[], headers: HeadersInit = {}): Response {
  const errors = problems.map((problem) => ({ path: problem.path, message: sentenceOf(problem) }))
  const [first] = problems
  const answer = problemAnswer({ title: errors[0]?.message ?? words.invalid, status: (first && statuses[first.code]) ?? 422, errors }, headers)
  const challenge = first && challengeOf(first)
  if (challenge) answer.headers.set('www-authenticate', challenge)
  const seconds = first ? secondsToWait(first) : 0
  if (seconds > 0 && !answer.headers.has('retry-after')) answer.headers.set('retry-after', String(seconds))
  return answer
}

/** When to come again; 0 where that does not help. */
function secondsToWait({ code, values }: Problem): number {
  if (code === 'rateLimited') return Number(values?.minutes ?? 1) * 60
  return code === 'unavailable' ? 60 : code === 'waitingFull' ? 5 : 0
}

const translate = createTranslator({ locale: 'en', messages: words })

/** What is wrong, as a machine's door says it: an English sentence, without its place. */
export const sentenceOf = ({ code, values }: Problem): string => translate(code, values ?? {})

function challengeOf({ code, values }: Problem): string | null {
  if (code === 'signInFirst') return 'Bearer realm="gloss"'
  if (code === 'tokenUnknown') return 'Bearer realm="gloss", error="invalid_token"'
  return code === 'scopeMissing' ? `Bearer realm="gloss", error="insufficient_scope", scope="${values?.scope}"` : null
}

/**
 * An answer that a browser may keep but must ask about each time, since what one may see can change: 304 without a body
 * where `If-None-Match` holds its tag. `tag` is any string that changes whenever the body does.
 */
export function taggedText(request: Request, tag: string, body: () => BodyInit, more: Record<string, string>): Response {
  const etag = `"${tag}"`
  const headers = { vary: 'Cookie, Authorization', ...more, etag, 'cache-control': 'private, no-cache' }
  if (holds(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return new Response(body(), { headers })
}

/** The same in JSON. */
export const taggedAnswer = (request: Request, tag: string, body: () => unknown, headers: Record<string, string> = {}) =>
  taggedText(request, tag, () => JSON.stringify(body()), { 'content-type': 'application/json', ...headers })

/** The same for a body that is at hand: its tag is its hash. */
export function hashedAnswer(request: Request, body: unknown, headers: Record<string, string> = {}): Response {
  return taggedAnswer(request, hashOf(body), () => body, headers)
}

/** The tag of a body in JSON, without its quotation marks. */
export const hashOf = (body: unknown): string => createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22)

/** Weak comparison, as RFC 9110 (section 13.1.2) asks for `If-None-Match`. */
function holds(header: string | null, etag: string): boolean {
  const candidates = (header ?? '').split(',').map((candidate) => candidate.trim().replace(/^W\//, ''))
  return candidates.includes('*') || candidates.includes(etag)
}
