import type { Statistic } from '../agreement/bootstrap-interval'
import { agreementOfSweep, characterStatistic } from '../agreement/character-alpha'
import type { Coefficient } from '../agreement/coefficient'
import type { Interval } from '../agreement/interval'
import { labelSweeps } from '../agreement/label-alpha'
import { pairwiseSpanF1Interval } from '../agreement/pairwise-span-f1-interval'
import { coefficients, type CoefficientId } from '../agreement/registry'
import { resampledSweep } from '../agreement/resampled-sweep'
import { setStatistic } from '../agreement/set-alpha'
import { jaccard } from '../agreement/set-distance'
import type { SpanReading } from '../agreement/span-reading'
import { unitizedStatistic } from '../agreement/unitized-alpha'
import { unitizingAlphaInterval } from '../agreement/unitizing-alpha-interval'

/** What a summary tells beside alpha by characters, in this order. Gamma is left out: its search may take long. */
export const furtherMeasures = [
  'character-alpha-jaccard', 'unitized-alpha', 'unitized-boundary-alpha', 'unitizing-alpha', 'pairwise-span-f1',
] as const satisfies readonly CoefficientId[]
export type FurtherMeasure = (typeof furtherMeasures)[number]

/** A measure's value, and its interval or what a bootstrap makes it from. */
export type Measuring = { value: Coefficient; interval: { drawn: Statistic } | { made: Interval | null } }

/**
 * The measures of one dimension and alpha of each of its labels by itself, as yes or no at each character. What can be drawn
 * is drawn together with the other dimensions: resampling is most of the cost, so the measures also share its counts.
 */
export function measuresOf(reading: SpanReading): { further: Record<FurtherMeasure, Measuring>; labels: [string, Measuring][]; main: Statistic } {
  const counts = resampledSweep(reading.sweep())
  const intervals: Record<FurtherMeasure, Measuring['interval']> = {
    'character-alpha-jaccard': { drawn: setStatistic(reading, jaccard, counts) },
    'unitized-alpha': { drawn: unitizedStatistic(reading, reading.sweep(), counts) },
    'unitized-boundary-alpha': { drawn: unitizedStatistic(reading, reading.bareSweep()) },
    'unitizing-alpha': { made: unitizingAlphaInterval(reading) },
    'pairwise-span-f1': { made: pairwiseSpanF1Interval(reading) },
  }
  const measuring = (id: FurtherMeasure): Measuring => ({ value: coefficients[id].of(reading.data), interval: intervals[id] })
  const byLabel = [...labelSweeps(reading.data, reading.cuts)]
  return {
    further: Object.fromEntries(furtherMeasures.map((id) => [id, measuring(id)])) as Record<FurtherMeasure, Measuring>,
    labels: byLabel.map(([label, sweep]) => [label, { value: agreementOfSweep(sweep), interval: { drawn: characterStatistic(sweep) } }]),
    main: characterStatistic(reading.sweep(), counts),
  }
}
