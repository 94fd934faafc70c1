import { alphaByJackknife, judgementsOfSets } from '../agreement/alpha-jackknife'
import type { Statistic } from '../agreement/bootstrap-interval'
import { agreementOfSweep, characterStatistic } from '../agreement/character-alpha'
import type { Coefficient } from '../agreement/coefficient'
import type { Interval } from '../agreement/interval'
import { labelAlphasWithIntervals } from '../agreement/label-alpha'
import { f1WithInterval, unitizingWithInterval, type CoefficientId } from '../agreement/registry'
import { figuresOf, resampledSweep } from '../agreement/resampled-sweep'
import { setAlphaWithInterval } from '../agreement/set-alpha'
import { jaccard } from '../agreement/set-distance'
import { coefficientOf, wholeText, type SpanReading } from '../agreement/span-reading'
import type { SpanSweep } from '../agreement/span-sweep'
import { unitizedStatistic } from '../agreement/unitized-alpha'
import { spend } from '../effort'

/** What a summary tells beside alpha by characters, in this order. Gamma is left out: its search may take long. */
export const furtherMeasures = [
  'character-alpha-jaccard', 'unitized-alpha', 'unitized-boundary-alpha', 'unitizing-alpha', 'pairwise-span-f1',
] as const satisfies readonly CoefficientId[]
export type FurtherMeasure = (typeof furtherMeasures)[number]

/** A measure's value, and its interval or what a bootstrap draws it from. */
export type Measuring = { value: Coefficient; interval: Statistic | Interval | null }

/** What is told of one dimension: alpha by characters, the further measures, and alpha of each label, yes or no at each character. */
export type DimensionMeasures = { main: Measuring; further: Record<FurtherMeasure, Measuring>; labels: [string, Measuring][] }

/**
 * The measures of one dimension, each in at most `most` steps, else too many to compare. What can be drawn is left to be
 * drawn together with the other dimensions; where a thousand draws would be too many, alpha by characters has its interval
 * by jackknife and the unitized alphas have none. Whatever several measures need, units, sections, a sweep and its counts
 * under a draw, is made once.
 */
export function measuresOf(reading: SpanReading, most: number): DimensionMeasures {
  const sweep = reading.sweep()
  const counts = resampledSweep(sweep)
  const canDraw = (drawn: SpanSweep) => spend({ left: most }, (replicates * figuresOf(drawn)) / figuresInStep)
  const drawable = canDraw(sweep)
  const drawn = (statistic: Statistic, keep: boolean): Measuring => ({ value: coefficientOf(reading, wholeText(reading, statistic)), interval: keep ? statistic : null })
  const main = agreementOfSweep(sweep)
  return {
    main: {
      value: main,
      interval: drawable ? characterStatistic(sweep, counts) : alphaByJackknife(sweep, { observed: sweep.differing, nearness: judgementsOfSets(sweep) }).interval,
    },
    further: {
      'character-alpha-jaccard': setAlphaWithInterval(reading, jaccard, { left: most }),
      'unitized-alpha': drawn(unitizedStatistic(reading, sweep, counts), drawable),
      'unitized-boundary-alpha': drawn(unitizedStatistic(reading, reading.bareSweep()), canDraw(reading.bareSweep())),
      'unitizing-alpha': unitizingWithInterval(reading),
      'pairwise-span-f1': f1WithInterval(reading, { left: most }),
    },
    labels: [...labelAlphasWithIntervals(reading)],
  }
}

/** The same where the dimension as a whole is too much to sweep over once. */
export function tooManyMeasures(annotators: number): DimensionMeasures {
  const none = (): Measuring => ({
    value: { value: null, undefinedBecause: annotators < 2 ? 'fewer-than-two-annotators' : 'too-many-to-compare', items: 0, dropped: 0 },
    interval: null,
  })
  return { main: none(), further: Object.fromEntries(furtherMeasures.map((id) => [id, none()])) as DimensionMeasures['further'], labels: [] }
}

/** Draws of a bootstrap, and how many figures of a draw are added up in the time of one step. */
const replicates = 1_000
const figuresInStep = 8
