/**
 * How far apart two judgements are: 0 for equal ones, symmetric, never negative. It is made from how often each value
 * occurs, because the ordinal distance counts the judgements that lie between two values. A distance of one's own that
 * needs no counts is `() => (a, b) => ...`; it is used as it is, not squared.
 */
export type Distance<V> = (counts: ReadonlyMap<V, number>) => (a: V, b: V) => number

/** Different is different: 0 or 1. Krippendorff 2004, p. 233. */
export const nominal: Distance<string | number> = () => (a, b) => (a === b ? 0 : 1)

/** Squared number of judgements between two ranks, those at the two ends by half. Krippendorff 2004, p. 233. */
export const ordinal: Distance<number> = (counts) => {
  const below = new Map<number, number>()
  let sum = 0
  for (const [value, count] of [...counts].sort(([a], [b]) => a - b)) {
    // The middle of this value's judgements in the row of all; the formula's sum is the way between two middles.
    below.set(value, sum + count / 2)
    sum += count
  }
  return (a, b) => (below.get(a)! - below.get(b)!) ** 2
}

/** Squared difference. Krippendorff 2004, p. 233. */
export const interval: Distance<number> = () => (a, b) => (a - b) ** 2

/** Squared difference relative to the sum; two zeros are equal, not 0/0. Krippendorff 2004, p. 233. */
export const ratio: Distance<number> = () => (a, b) => (a === b ? 0 : ((a - b) / (a + b)) ** 2)
