import type { Statistic } from '../agreement/bootstrap-interval'
import { characterStatistic } from '../agreement/character-alpha'
import type { Coefficient } from '../agreement/coefficient'
import type { Interval } from '../agreement/interval'
import { labelAlphasWithIntervals } from '../agreement/label-alpha'
import { f1WithInterval, unitizingWithInterval, type CoefficientId } from '../agreement/registry'
import { resampledSweep } from '../agreement/resampled-sweep'
import { setAlphaWithInterval } from '../agreement/set-alpha'
import { jaccard } from '../agreement/set-distance'
import { coefficientOf, wholeText, type SpanReading } from '../agreement/span-reading'
import { unitizedStatistic } from '../agreement/unitized-alpha'

/** What a summary tells beside alpha by characters, in this order. Gamma is left out: its search may take long. */
export const furtherMeasures = [
  'character-alpha-jaccard', 'unitized-alpha', 'unitized-boundary-alpha', 'unitizing-alpha', 'pairwise-span-f1',
] as const satisfies readonly CoefficientId[]
export type FurtherMeasure = (typeof furtherMeasures)[number]

/** A measure's value, and its interval or what a bootstrap draws it from. */
export type Measuring = { value: Coefficient; interval: Statistic | Interval | null }

/**
 * The measures of one dimension and alpha of each of its labels by itself, as yes or no at each character. What can be drawn
 * is left to be drawn together with the other dimensions. Whatever several measures need, units, sections, a sweep and
 * its counts under a draw, is made once.
 */
export function measuresOf(reading: SpanReading): { further: Record<FurtherMeasure, Measuring>; labels: [string, Measuring][]; main: Statistic } {
  const counts = resampledSweep(reading.sweep())
  const drawn = (statistic: Statistic): Measuring => ({ value: coefficientOf(reading, wholeText(reading, statistic)), interval: statistic })
  return {
    further: {
      'character-alpha-jaccard': setAlphaWithInterval(reading, jaccard),
      'unitized-alpha': drawn(unitizedStatistic(reading, reading.sweep(), counts)),
      'unitized-boundary-alpha': drawn(unitizedStatistic(reading, reading.bareSweep())),
      'unitizing-alpha': unitizingWithInterval(reading),
      'pairwise-span-f1': f1WithInterval(reading),
    },
    labels: [...labelAlphasWithIntervals(reading)],
    main: characterStatistic(reading.sweep(), counts),
  }
}
