import { z } from 'zod'
import { annotationContent } from '@/lib/domain/annotation'
import { span } from '@/lib/domain/text/span'
import type { KeptWrite } from './writes'

/** What this browser keeps, parsed like anything else that comes from outside: it may be of an older version of us. */
const keptWrite = z.object({
  want: z.object({ content: annotationContent, gone: z.boolean() }),
  place: z.object({ ...span.shape, quote: z.string(), revision: z.int() }),
  known: z.object({ version: z.int(), content: annotationContent, gone: z.boolean() }).nullable(),
  tried: z.boolean(),
  sent: annotationContent.nullable().default(null),
})

export function parseKeptWrite(json: unknown): KeptWrite | null {
  const parsed = keptWrite.safeParse(json)
  return parsed.success ? parsed.data : null
}
