import 'server-only'
import { z } from 'zod'
import type { ZodOpenApiResponsesObject } from 'zod-openapi'

/** What is wrong, as RFC 9457 has it. */
const problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string().meta({ description: 'The first thing that is wrong, as a sentence.' }),
    status: z.int(),
    errors: z
      .array(z.object({ path: z.string().meta({ description: 'The field, its parts separated by dots; empty for the whole.' }), message: z.string() }))
      .optional(),
  })
  .meta({ id: 'Problem' })

const sentences = {
  400: 'The body is not JSON, or not in UTF-8.',
  401: 'It needs a token, or the token is not good.',
  403: 'The token’s scope is too narrow, or the account may not do this.',
  404: 'There is nothing here, or you may not see it.',
  405: 'This is not possible here; `Allow` says what is.',
  406: 'None of the media types that `Accept` names is spoken here.',
  409: 'It stands in the way of what is there already.',
  410: 'It was here and is deleted.',
  412: 'Another version came first.',
  413: 'It is too large.',
  415: 'This media type is not taken here.',
  422: 'It can be read, but not be held: `errors` says why, field by field.',
  428: '`If-Match` is missing.',
  429: 'Too many requests; `Retry-After` says in how many seconds there are more.',
  503: 'Not just now; come back after `Retry-After` seconds.',
} as const
export type RefusalStatus = keyof typeof sentences

/** The ways in which an operation refuses, besides 401 and 429, which every one can. */
export function refusals(...statuses: RefusalStatus[]): ZodOpenApiResponsesObject {
  const all = [...new Set<RefusalStatus>([...statuses, 401, 429])].sort((a, b) => a - b)
  return Object.fromEntries(
    all.map((status) => [String(status), { description: sentences[status], content: { 'application/problem+json': { schema: problem } } }]),
  )
}
