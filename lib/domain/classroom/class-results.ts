import { dimensions, type Dimension } from '../codebook/codebook'
import { confusionOf, type Confusion } from './confusion'
import type { Verdict } from './key-score'
import { gapsOf, passagesIn, resultOf, type Gap, type MarkedPassage } from './work-result'

/** A class's work against the key, of those who handed in. */
export type ClassResults = {
  submitted: number
  hasKey: boolean
  /** Of the key's passages: how often each verdict was given, over all students. */
  verdicts: Record<Dimension, Record<Verdict, number>>
  confusion: Record<Dimension, Confusion[]>
  /** Mean F1, null without a key or without work. */
  f1: Record<Dimension, number | null>
  gaps: (Gap & { quote: string })[]
}

/** What those who handed in (`works`, those who flagged nothing included) made of one text, against its key. */
export function classResultsOf({ text, works, key }: { text: string; works: ReadonlyMap<string, readonly MarkedPassage[]>; key: readonly MarkedPassage[] }): ClassResults {
  const results = [...works].map(([student, marked]) => ({ student, marked, result: resultOf(marked, key) }))
  const characters = [...text]
  const each = <T>(of: (dimension: Dimension) => T) => Object.fromEntries(dimensions.map((dimension) => [dimension, of(dimension)])) as Record<Dimension, T>
  return {
    submitted: works.size,
    hasKey: key.length > 0,
    verdicts: each((dimension) => countVerdicts(results.flatMap(({ result }) => result[dimension].judged.map(({ verdict }) => verdict)))),
    confusion: each((dimension) =>
      key.length === 0 ? [] : confusionOf(results.map(({ marked, result }) => ({ judged: result[dimension].judged, passages: passagesIn(marked, dimension) })), passagesIn(key, dimension)),
    ),
    f1: each((dimension) => (key.length === 0 || results.length === 0 ? null : mean(results.map(({ result }) => result[dimension].score.f1)))),
    gaps: key.length === 0 ? [] : gapsOf(works, key).map((gap) => ({ ...gap, quote: characters.slice(gap.start, gap.end).join('') })),
  }
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

function countVerdicts(all: readonly Verdict[]): Record<Verdict, number> {
  const counts = { found: 0, 'other-label': 0, 'too-short': 0, 'too-long': 0, missed: 0, extra: 0 }
  for (const verdict of all) counts[verdict] += 1
  return counts
}
