import { z } from 'zod'
import { annotationContent } from '../annotation'
import { accept, problemsOf, type Problem, type Result } from '../problem'
import { boundedText, withoutLongRun } from '../text/line'
import { storableText, storedText } from '../text/storable'
import type { IncomingAnnotation } from './exchange'

/** More of these belong to no annotation that people made. */
const most = { labels: 100, labelName: 300, address: 2_000, noteSource: 100_000 } as const

const offset = z.int({ error: 'offsetsInvalid' }).nonnegative({ error: 'offsetsInvalid' })
const { evidence, confidence, sourceName } = annotationContent.shape
const incoming = z.object({
  origin: storedText(most.address).nullable(),
  place: z
    .object({
      quote: z.object({ exact: storableText.min(1), prefix: storableText.optional(), suffix: storableText.optional() }).nullable(),
      position: z.object({ start: offset, end: offset }).refine(({ start, end }) => start < end, { error: 'offsetsInvalid' }).nullable(),
    })
    .refine(({ quote, position }) => quote !== null || position !== null, { error: 'passageUnsaid' })
    .nullable(),
  labels: z.array(z.object({ name: storedText(most.labelName).min(1) })).max(most.labels),
  note: z.object({ format: z.enum(['text', 'html', 'markdown']), value: boundedText(most.noteSource).pipe(storableText).check(withoutLongRun) }).nullable(),
  evidence,
  confidence,
  sourceName,
})

/**
 * An annotation as a format without a schema of its own read it, if it can be held; else what is wrong with it, each
 * thing once, each problem's path beginning with its `at`.
 */
export function checkIncoming(read: IncomingAnnotation): Result<IncomingAnnotation> {
  const parsed = incoming.safeParse(read)
  if (parsed.success) return accept({ ...read, ...parsed.data })
  const all = problemsOf(parsed.error)
  const problems = all.filter(({ code }, i) => all.findIndex((other) => other.code === code) === i)
  return { ok: false, problems: problems.map((problem) => ({ ...problem, path: pathIn(read.at, problem.path) })) }
}

/** A place inside a part of the input. `line 3`, `begin` is `line 3.begin`. */
export const pathIn = (at: string, path: string): Problem['path'] => [at, path].filter(Boolean).join('.')
