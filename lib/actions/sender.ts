import { z } from 'zod'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { currentViewer } from '@/lib/server/session'

/**
 * Who sends something. A page says for whom it was made (`reader`, an account's id): what was written in it is not taken
 * from somebody else who signed in with the same browser meanwhile (`otherReader`), nor from nobody (`signInFirst`).
 */
export async function senderOf(sent: unknown): Promise<Result<Viewer>> {
  const [viewer, reader] = [await currentViewer(), readerIn(sent)]
  if (reader === null) return accept(viewer)
  if (viewer.kind !== 'user') return refuse('signInFirst')
  return viewer.id === reader ? accept(viewer) : refuse('otherReader')
}

/**
 * What a form says its fields were before they were changed (`before`, JSON of the values by the fields' names), as far as
 * `schema` knows them: what somebody else changed meanwhile can be told by it.
 */
export function readBefore<S extends z.ZodObject>(schema: S, form: FormData): Partial<z.output<S>> {
  const sent = form.get('before')
  if (typeof sent !== 'string' || sent.length > longestBefore) return {}
  const fields = fieldsBefore.safeParse(sent)
  if (!fields.success) return {}
  const firsts = Object.fromEntries(Object.entries(fields.data).map(([name, [value]]) => [name, value]))
  const read = schema.partial().safeParse(firsts)
  return read.success ? (Object.fromEntries(Object.entries(read.data).filter(([, value]) => value !== undefined)) as Partial<z.output<S>>) : {}
}

const longestBefore = 20_000
const fieldsBefore = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue({ code: 'custom', message: 'invalid' })
      return z.NEVER
    }
  })
  .pipe(z.record(z.string(), z.array(z.string())))

function readerIn(sent: unknown): string | null {
  if (typeof sent !== 'object' || sent === null) return null
  const reader: unknown = sent instanceof FormData ? sent.get('reader') : 'reader' in sent ? sent.reader : null
  return typeof reader === 'string' && reader !== '' && reader !== 'nobody' ? reader : null
}
