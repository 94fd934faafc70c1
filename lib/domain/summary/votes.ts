import { spend, type Effort } from '../effort'
import type { Span } from '../text/span'
import type { Flag } from './flag'

/** What the readers of a layer answered on one passage. */
export type Votes = {
  /** Readers per label; a reader who put several counts once for each. */
  labels: Map<string, number>
  /** Readers who put no label on it. */
  none: number
  /** Readers per answer, that is per set of labels, those without any left out. */
  answers: number[]
  /** Ordered pairs of readers whose answers differ. */
  differing: number
}

/**
 * Counts a dimension's votes on passages: a reader votes for a label that they put on at least half of the passage, in
 * one piece or several, else for none. Built once for a dimension's flags, which must be in order of start; each count
 * then looks only at the flags around its passage. Null where the effort is spent: one flag over the whole text makes all
 * before a passage lie around it.
 */
export function voteCounter(flags: readonly Flag[], readers: number, effort: Effort): (passage: Span) => Votes | null {
  const reached: number[] = []
  for (const flag of flags) reached.push(Math.max(reached.at(-1) ?? 0, flag.end))

  return (passage) => {
    const [from, to] = around(flags, reached, passage)
    if (!spend(effort, to - from)) return null
    const held = new Map<string, Map<string, { characters: number; end: number }>>()
    for (let i = from; i < to; i += 1) hold(held, flags[i]!, passage)

    const half = (passage.end - passage.start) / 2
    const labels = new Map<string, number>()
    const answers = new Map<string, number>()
    for (const mine of held.values()) {
      const answer = [...mine].filter(([, { characters }]) => characters >= half).map(([label]) => label)
      if (answer.length === 0) continue
      for (const label of answer) labels.set(label, (labels.get(label) ?? 0) + 1)
      const key = answer.sort().join('\n')
      answers.set(key, (answers.get(key) ?? 0) + 1)
    }
    const counts = [...answers.values()]
    const none = readers - counts.reduce((a, b) => a + b, 0)
    const alike = counts.reduce((sum, n) => sum + n * n, none * none)
    return { labels, none, answers: counts, differing: readers * readers - alike }
  }
}

/** The stretch of flags, in order of start, outside which none overlaps the passage. */
function around(flags: readonly Flag[], reached: readonly number[], passage: Span): [from: number, to: number] {
  const first = (holds: (i: number) => boolean) => {
    let [low, high] = [0, flags.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (holds(middle)) high = middle
      else low = middle + 1
    }
    return low
  }
  return [first((i) => reached[i]! > passage.start), first((i) => flags[i]!.start >= passage.end)]
}

/** Adds what a flag covers of the passage to its reader's labels, without counting a character twice. */
function hold(
  held: Map<string, Map<string, { characters: number; end: number }>>,
  { annotator, labels, start, end }: Flag,
  passage: Span,
): void {
  const to = Math.min(end, passage.end)
  if (to <= passage.start) return
  const mine = held.get(annotator) ?? new Map<string, { characters: number; end: number }>()
  held.set(annotator, mine)
  for (const label of labels) {
    const before = mine.get(label) ?? { characters: 0, end: passage.start }
    const from = Math.max(start, before.end)
    if (to > from) mine.set(label, { characters: before.characters + to - from, end: to })
  }
}
