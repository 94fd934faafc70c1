import type { Statistic } from './bootstrap-interval'
import type { Coefficient } from './coefficient'
import { resampledSweep, tellingPieces } from './resampled-sweep'
import { sweepSpans, type SpanLabels, type SpanSweep } from './span-sweep'

/** Agreement over the characters of a text. `observed` is null only where there is no pair of annotators or no text. */
export type CharacterAgreement = Coefficient & { observed: number | null; annotators: number }

/**
 * Krippendorff's nominal alpha at character level: each code point is an item, each annotator a coder, the value is the
 * set of labels they put there, "none" included. No coder has gaps, so D_o is one minus mean pairwise agreement. Costs
 * as much as sorting the spans, whatever the length of the text.
 *
 * Undefined with fewer than two annotators, without any span, and where all marked everything alike. Observed agreement
 * is still given in the last two: it is a fact about the pairs, if one that says little.
 * Worked: on 56 characters, (3,15)(22,53) against (3,10)(22,53) against (22,46), one label: alpha 0.5203326.
 */
export function characterAlpha(data: SpanLabels): CharacterAgreement {
  return agreementOfSweep(sweepSpans(data, [data.textLength]))
}

/** The same from a sweep that is already there, all its pieces pooled. */
export function agreementOfSweep(sweep: SpanSweep): CharacterAgreement {
  const { annotators, categories, lengths, differing, totals } = sweep
  const items = sumOf(lengths)
  const differ = sumOf(differing)
  const figures = { items, dropped: 0, annotators }
  const observed = annotators < 2 || items === 0 ? null : 1 - differ / (annotators * (annotators - 1) * items)

  if (annotators < 2) return { value: null, undefinedBecause: 'fewer-than-two-annotators', observed, ...figures }
  if (totals.every((piece) => piece.length === 0)) {
    return { value: null, undefinedBecause: 'no-annotations', observed, ...figures }
  }
  const sums = new Float64Array(categories)
  for (const [category, sum] of totals.flat()) sums[category]! += sum
  const value = pooledAlpha(annotators, items, differ, sums)
  return value === null
    ? { value, undefinedBecause: 'one-category-only', observed, ...figures }
    : { value, undefinedBecause: null, observed, ...figures }
}

/** Alpha of any draw of a sweep's pieces; measures that need the same counts can share them as `counts`. */
export function characterStatistic(sweep: SpanSweep, counts = resampledSweep(sweep)): Statistic {
  return {
    telling: tellingPieces(sweep),
    of(draw) {
      if (sweep.annotators < 2) return null
      const { differ, marked, squares } = counts(draw)
      const n = sweep.annotators * draw.length
      // Σ n_c (n − n_c) over all values, "none" included.
      const expected = n * n - squares - (n - marked) ** 2
      return expected === 0 ? null : 1 - ((n - 1) * differ) / ((sweep.annotators - 1) * expected)
    },
  }
}

/**
 * Alpha from pooled counts, null where chance expects no disagreement. With m judgements of each item,
 * D_o = differ / ((m−1) n) and D_e = Σ_c n_c (n − n_c) / (n (n−1)). All sums are whole numbers below 2⁵³ for any layer
 * up to 90 million judgements, so nothing is lost before the one division.
 */
function pooledAlpha(annotators: number, items: number, differ: number, sums: Float64Array): number | null {
  const n = annotators * items
  let expected = 0
  let flagged = 0
  for (const sum of sums) {
    expected += sum * (n - sum)
    flagged += sum
  }
  expected += (n - flagged) * flagged
  return expected === 0 ? null : 1 - ((n - 1) * differ) / ((annotators - 1) * expected)
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0)
}
