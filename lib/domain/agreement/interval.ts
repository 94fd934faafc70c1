/** A 95 % interval of a measure, and what it stands on. */
export type Interval = {
  low: number
  high: number
  /** Percentiles of resamples, or the jackknife's error to both sides of the value. */
  by: 'bootstrap' | 'jackknife'
  /** Resamples that had a value and entered; of a jackknife the pieces that were weighed. */
  replicates: number
  /** Resamples in which the measure is not defined (only unmarked sentences were drawn, say); they were left out. */
  dropped: number
}

/**
 * How an interval is made: the same seed gives the same figures for ever. With fewer than `least` pieces or items that say
 * anything there is none: drawing from three sentences tells little more than that there are three.
 */
export type IntervalOptions = { seed?: number; replicates?: number; least?: number }

/** The least that an interval stands on: below, percentiles could not hold 95 % even at their best. */
export const leastTelling = 5

/**
 * The 2.5th and 97.5th percentile of a measure's resamples (Efron and Tibshirani, An Introduction to the Bootstrap, 1993,
 * chapter 13); those without a value are counted as dropped. Null where all were. It need not hold the value itself: where
 * nearly every resample lies to one side of it, as with few pieces and a measure near its end, percentiles do so too.
 */
export function percentileInterval(values: readonly number[], drawn: number): Interval | null {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  const [low, high] = [percentile(sorted, 0.025), percentile(sorted, 0.975)]
  return { low, high, by: 'bootstrap', replicates: values.length, dropped: drawn - values.length }
}

/**
 * The infinitesimal jackknife (Jaeckel 1972; Efron and Tibshirani 1993, chapter 21): `influences` say how fast the measure
 * changes as each piece is weighed a little more, and their spread is its error. One pass instead of a thousand, and no
 * chance in it. Student's t with one degree less than the pieces that say anything (`telling`) keeps it honest where they
 * are few; there the jackknife covers better than percentiles do (Hughes, krippendorffsalpha, The R Journal 13, 2021). It
 * always holds the value. Null for fewer than five such pieces. The ends are kept within what the measure can be.
 */
export function jackknifeInterval(value: number, influences: Float64Array, telling: number, [least, most]: [number, number]): Interval | null {
  if (telling < leastTelling) return null
  const n = influences.length
  const mean = influences.reduce((a, b) => a + b, 0) / n
  const squares = influences.reduce((sum, influence) => sum + (influence - mean) ** 2, 0)
  const reach = studentsT(telling - 1) * Math.sqrt((squares * telling) / (telling - 1))
  return { low: Math.max(least, value - reach), high: Math.min(most, value + reach), by: 'jackknife', replicates: telling, dropped: 0 }
}

/** Linear interpolation between neighbours (type 7 of Hyndman and Fan 1996). */
function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  return low + (place - below) * ((sorted[below + 1] ?? low) - low)
}

/** The 97.5th percentile of Student's distribution, to 0.004 from three degrees of freedom on (Abramowitz and Stegun 1964, 26.7.5). */
export function studentsT(freedom: number): number {
  const n = 1 / freedom
  return 1.959964 + n * (2.372271 + n * (2.822502 + n * (2.555852 + n * 1.589530)))
}
