import 'server-only'
import { createTranslator } from 'use-intl/core'
import type { Problem } from '@/lib/domain/problem'
import { problems as words } from '@/lib/i18n/en/problems'

type ProblemDetails = { title: string; status: number; detail?: string; errors?: { path: string; message: string }[] }

/** An answer of RFC 9457: `application/problem+json` with a title, the status and, for bad fields, what is wrong where. */
export function problemAnswer(details: ProblemDetails, headers: HeadersInit = {}): Response {
  const answer = new Response(JSON.stringify({ type: 'about:blank', ...details }), { status: details.status, headers })
  answer.headers.set('content-type', 'application/problem+json; charset=utf-8')
  answer.headers.set('cache-control', 'no-store')
  return answer
}

/** What is not there and what one may not see are the same answer. */
export const notFoundAnswer = () => problemAnswer({ title: words.notFound, status: 404 })

/** The answer to a refused request: every problem as an English sentence beside the path of its field. */
export function refusalAnswer(problems: readonly Problem[], status = 422): Response {
  const t = createTranslator({ locale: 'en', messages: words })
  const errors = problems.map(({ code, path, values }) => ({ path, message: t(code, values ?? {}) }))
  return problemAnswer({ title: errors[0]?.message ?? words.invalid, status, errors })
}

/**
 * A JSON answer that a browser may keep but must ask about each time, since what one may see can change: 304 without a
 * body where `If-None-Match` holds its tag. `tag` is any string that changes whenever the body does.
 */
export function taggedAnswer(request: Request, tag: string, body: () => unknown): Response {
  const etag = `"${tag}"`
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'Cookie, Authorization' }
  if (holds(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers })
  return Response.json(body(), { headers })
}

/** Weak comparison, as RFC 9110 (section 13.1.2) asks for `If-None-Match`. */
function holds(header: string | null, etag: string): boolean {
  const candidates = (header ?? '').split(',').map((candidate) => candidate.trim().replace(/^W\//, ''))
  return candidates.includes('*') || candidates.includes(etag)
}
