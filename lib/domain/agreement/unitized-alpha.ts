import { mostEffort } from '../effort'
import type { Statistic } from './bootstrap-interval'
import type { Coefficient } from './coefficient'
import { drawnSum, resampledSweep, tellingPieces } from './resampled-sweep'
import { sectionsOf, type Section } from './sections'
import { spreader, type SpanReading } from './span-reading'
import type { SpanLabels, SpanSweep } from './span-sweep'
import { stretchesOf } from './stretches'

/**
 * Krippendorff's unitized alpha (uα): do annotators cut the same units out of the text and give them the same labels?
 * Unlike alpha by characters it knows that a long unit is one decision, so that chance is not overrated.
 *
 * uα = 1 − (ℓ.. − Σ_c ℓ_cc) / (ℓ.. − Σ_c ε_cc), where ℓ counts the characters on which ordered pairs of annotators
 * coincide, over (m − 1), and ε_cc = ℓ.. (ℓ_c² − Σ_S w_S) / (ℓ..² − Σ_S w_S) with w = length² for a unit and length for a
 * gap; the gap is one of the values. Source: Krippendorff, Mathet, Bouvry and Widlöcher, On the reliability of unitizing
 * textual continua, Quality & Quantity 50, 2016. A value is the set of labels an annotator put there.
 * Worked: on 56 characters, (3,15)(22,53) against (3,10)(22,53) against (22,46), one label: 0.5645449.
 */
export function unitizedAlpha(data: SpanLabels): Coefficient {
  return alphaOf(data, sectionsOf(data), (section) => section.labels.join('\n'))
}

/**
 * The same asked of the cutting alone (|uα): unit or gap, whatever the label.
 * Worked: units (0,75)(75,105) of a 300-character text cut alike by both annotators but labelled otherwise give 1.
 */
export function unitizedBoundaryAlpha(data: SpanLabels): Coefficient {
  return alphaOf(data, sectionsOf(data), () => 'unit')
}

/**
 * uα of any draw of a text's pieces. A unit that runs over the end of a piece counts in each with its part of length², so
 * that the whole text gives uα itself. (The 2016 paper draws from single coincidences instead, which takes the characters of
 * a unit for as many witnesses.) For |uα the sweep in which all labels are one.
 */
export function unitizedStatistic({ sections, cuts }: SpanReading, sweep: SpanSweep, counts = resampledSweep(sweep)): Statistic {
  const m = sweep.annotators
  const [weights, marked] = [new Float64Array(cuts.length), new Float64Array(cuts.length)]
  const [weigh, mark] = [spreader(cuts, weights), spreader(cuts, marked)]
  for (const { start, end } of sections()) {
    weigh(start, end, (end - start) ** 2)
    mark(start, end, end - start)
  }
  sweep.lengths.forEach((length, piece) => (weights[piece]! += m * length - marked[piece]!))
  return {
    telling: tellingPieces(sweep),
    of(draw) {
      if (m < 2) return null
      const { differ, marked: judged, squares: ofSets } = counts(draw)
      const all = m * draw.length
      const squares = ofSets + (all - judged) ** 2
      const drawn = drawnSum(weights, draw)
      return squares === all * all ? null : 1 - differ / (m - 1) / (all - (all * (squares - drawn)) / (all * all - drawn))
    },
  }
}

function alphaOf({ textLength, annotators }: SpanLabels, sections: Section[], valueOf: (section: Section) => string): Coefficient {
  const m = annotators.length
  const figures = { items: m < 2 ? 0 : sections.length, dropped: 0 }
  if (m < 2) return { value: null, undefinedBecause: 'fewer-than-two-annotators', ...figures }
  if (sections.length === 0) return { value: null, undefinedBecause: 'no-annotations', ...figures }

  const all = m * textLength
  const units = sections.map(({ start, end }) => end - start)
  const marked = units.reduce((sum, length) => sum + length, 0)
  const weights = units.reduce((sum, length) => sum + length * length, 0) + (all - marked)
  const totals = new Map<string, number>()
  for (const section of sections) {
    const value = valueOf(section)
    totals.set(value, (totals.get(value) ?? 0) + section.end - section.start)
  }
  let apart = 0
  const effort = { left: mostEffort }
  for (const { length, counts } of stretchesOf(sections, valueOf, effort)) {
    let [flagged, alike] = [0, 0]
    for (const count of counts.values()) {
      flagged += count
      alike += count * count
    }
    apart += length * (m * m - alike - (m - flagged) ** 2)
  }
  if (effort.left < 0) return { value: null, undefinedBecause: 'too-many-to-compare', ...figures }
  const squares = [...totals.values()].reduce((sum, total) => sum + total * total, (all - marked) ** 2)
  const expected = all - (all * (squares - weights)) / (all * all - weights)
  return squares === all * all
    ? { value: null, undefinedBecause: 'one-category-only', ...figures }
    : { value: 1 - apart / (m - 1) / expected, undefinedBecause: null, ...figures }
}
