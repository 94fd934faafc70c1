import type { Effort } from '../effort'
import { bootstrapIntervals, type Statistic } from './bootstrap-interval'
import { characterAlpha, characterStatistic } from './character-alpha'
import type { Coefficient, ReliabilityData } from './coefficient'
import { cohenKappa } from './cohen-kappa'
import { interval, nominal, ordinal, ratio } from './distance'
import { fleissKappa } from './fleiss-kappa'
import { gamma } from './gamma'
import { gammaInterval } from './gamma-interval'
import type { Interval, IntervalOptions } from './interval'
import { itemInterval } from './item-interval'
import { krippendorffAlpha } from './krippendorff-alpha'
import { observedAgreement } from './observed-agreement'
import { f1OfPairs, pairwiseSpanF1 } from './pairwise-span-f1'
import { pairwiseSpanF1Interval } from './pairwise-span-f1-interval'
import { setAlpha, setAlphaWithInterval } from './set-alpha'
import { jaccard, masi } from './set-distance'
import { readSpans, type SpanReading } from './span-reading'
import type { SpanLabels } from './span-sweep'
import { unitizedAlpha, unitizedBoundaryAlpha, unitizedStatistic } from './unitized-alpha'
import { labelParts, unitizingAlpha, unitizingAlphaOf } from './unitizing-alpha'
import { unitizingAlphaInterval } from './unitizing-alpha-interval'

type Entry =
  | { takes: 'categories'; of: (data: ReliabilityData<string | number>) => Coefficient; interval: ByItems<string | number> }
  | { takes: 'numbers'; of: (data: ReliabilityData<number>) => Coefficient; interval: ByItems<number> }
  | { takes: 'spans'; of: (data: SpanLabels) => Coefficient; interval: (data: SpanLabels, cuts: readonly number[], options?: IntervalOptions) => Interval | null }
type ByItems<V extends string | number> = (data: ReliabilityData<V>, options?: IntervalOptions) => Interval | null

/**
 * Every measure of agreement, under the name it is reported by: what it takes, how to compute it, and its 95 % interval, null
 * where there is none. Of spans the interval is over the pieces that end at `cuts` (see `piecesOf`). What each
 * tells is `measures.<id>` of `lib/i18n/<locale>/measures.ts`.
 */
export const coefficients = {
  'observed-agreement': byItems(observedAgreement),
  'cohen-kappa': byItems(cohenKappa),
  'fleiss-kappa': byItems(fleissKappa),
  'krippendorff-alpha-nominal': byItems((data) => krippendorffAlpha(data, nominal)),
  'krippendorff-alpha-ordinal': byNumbers((data) => krippendorffAlpha(data, ordinal)),
  'krippendorff-alpha-interval': byNumbers((data) => krippendorffAlpha(data, interval)),
  'krippendorff-alpha-ratio': byNumbers((data) => krippendorffAlpha(data, ratio)),
  'character-alpha': { takes: 'spans', of: characterAlpha, interval: drawn((reading) => characterStatistic(reading.sweep())) },
  'character-alpha-jaccard': { takes: 'spans', of: (data) => setAlpha(data, jaccard), interval: (data, cuts) => setAlphaWithInterval(readSpans(data, cuts), jaccard).interval },
  'character-alpha-masi': { takes: 'spans', of: (data) => setAlpha(data, masi), interval: (data, cuts) => setAlphaWithInterval(readSpans(data, cuts), masi).interval },
  'unitized-alpha': { takes: 'spans', of: unitizedAlpha, interval: drawn((reading) => unitizedStatistic(reading, reading.sweep())) },
  'unitized-boundary-alpha': { takes: 'spans', of: unitizedBoundaryAlpha, interval: drawn((reading) => unitizedStatistic(reading, reading.bareSweep())) },
  'unitizing-alpha': { takes: 'spans', of: unitizingAlpha, interval: (data, cuts) => unitizingWithInterval(readSpans(data, cuts)).interval },
  gamma: { takes: 'spans', of: gamma, interval: (data, _cuts, options = {}) => gammaInterval(data, options) },
  'pairwise-span-f1': { takes: 'spans', of: pairwiseSpanF1, interval: (data, cuts) => f1WithInterval(readSpans(data, cuts)).interval },
} satisfies Record<string, Entry>

export type CoefficientId = keyof typeof coefficients

/** Alpha of unitizing with its interval, from one sorting. */
export function unitizingWithInterval(reading: SpanReading): { value: Coefficient; interval: Interval | null } {
  const parts = labelParts(reading.units(), reading.data.textLength)
  const value = unitizingAlphaOf(parts, reading.data)
  return { value, interval: unitizingAlphaInterval(reading, parts, value) }
}

/** Span F1 of pairs with its interval, from the same shares. */
export function f1WithInterval(reading: SpanReading, effort?: Effort): { value: Coefficient; interval: Interval | null } {
  const pairs = f1OfPairs(reading.units(), effort)
  return { value: pairs.coefficient, interval: pairwiseSpanF1Interval(reading, pairs) }
}

function byItems(of: (data: ReliabilityData<string | number>) => Coefficient) {
  return { takes: 'categories' as const, of, interval: (data: ReliabilityData<string | number>, options?: IntervalOptions) => itemInterval(data, of, options) }
}

function byNumbers(of: (data: ReliabilityData<number>) => Coefficient) {
  return { takes: 'numbers' as const, of, interval: (data: ReliabilityData<number>, options?: IntervalOptions) => itemInterval(data, of, options) }
}

function drawn(statistic: (reading: SpanReading) => Statistic) {
  return (data: SpanLabels, cuts: readonly number[], options?: IntervalOptions): Interval | null => {
    const reading = readSpans(data, cuts)
    return bootstrapIntervals(reading.sweep().lengths, [statistic(reading)], options)[0] ?? null
  }
}
