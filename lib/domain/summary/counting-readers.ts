import type { SummaryAnnotation } from './layer-summary'

/** So many flags, whose first and last begin at least this share of the text apart, show that somebody read across it. */
const across = { flags: 5, share: 1 / 2 } as const

/**
 * Who enters the measures of a layer that is open to everybody: readers who said that they have read it all, and those
 * whose flags reach across the text, in the order of their ids. Somebody who leaves a flag or two in passing says nothing
 * of the rest, and would otherwise count as having found nothing in all of it. Flags are annotations that have a place in
 * the text (code points), each counted once however many labels it has.
 * Worked: of 100 code points, five flags from 10, 20, 30, 40 and 60 on count; five from 11 to 60 do not.
 */
export function countingReaders(
  annotations: readonly Pick<SummaryAnnotation, 'annotator' | 'start' | 'end'>[],
  textLength: number,
  readAll: readonly string[],
): string[] {
  const reaches = new Map<string, { flags: number; first: number; last: number }>()
  for (const { annotator, start, end } of annotations) {
    if (start >= end) continue
    const reach = reaches.get(annotator) ?? { flags: 0, first: start, last: start }
    reaches.set(annotator, { flags: reach.flags + 1, first: Math.min(reach.first, start), last: Math.max(reach.last, start) })
  }
  const counting = new Set(readAll)
  for (const [reader, { flags, first, last }] of reaches) {
    if (flags >= across.flags && last - first >= textLength * across.share) counting.add(reader)
  }
  return [...counting].sort()
}
