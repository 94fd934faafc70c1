import { jackknifeInterval, type Interval } from './interval'
import { tellingPieces } from './resampled-sweep'
import type { SpanSweep } from './span-sweep'

/** What is apart in a sweep under some distance of label sets: O by piece, and how near each set is to all judgements. */
export type Apart = {
  /** Per piece: Σ distance over ordered pairs of annotators at each character. */
  observed: ArrayLike<number>
  /** Per set: Σ nearness (one minus distance) to all judgements of the text, those of the same set included. */
  nearness: Float64Array
}

/** Alpha of a sweep under a distance, null where chance expects nothing apart. */
export type SweptAlpha = { value: number | null; interval: Interval | null }

/**
 * Krippendorff's alpha at character level with its interval by infinitesimal jackknife over the pieces (see
 * `jackknifeInterval`), in one pass: with n = mL judgements, O what is apart on the spot and E what is apart in all pairs,
 * α = 1 − (n−1) O / ((m−1) E), and each is derived by the weight of each piece. For what a bootstrap would take too
 * long: all labels one by one, and sets of labels, where chance takes every pair of sets that share one.
 */
export function alphaByJackknife(sweep: SpanSweep, { observed: byPiece, nearness }: Apart): SweptAlpha {
  const { annotators: m, lengths, totals } = sweep
  let [length, observed, marked, near] = [0, 0, 0, 0]
  lengths.forEach((size, piece) => {
    length += size
    observed += byPiece[piece]!
    for (const [id, sum] of totals[piece]!) {
      marked += sum
      near += sum * nearness[id]!
    }
  })
  const n = m * length
  const bare = n - marked
  const expected = n * n - near - bare ** 2
  if (m < 2 || expected === 0) return { value: null, interval: null }
  const value = 1 - ((n - 1) * observed) / ((m - 1) * expected)
  const influences = Float64Array.from(lengths, (size, piece) => {
    let [own, ownNear] = [0, 0]
    for (const [id, sum] of totals[piece]!) {
      own += sum
      ownNear += sum * nearness[id]!
    }
    const byObserved = m * size * observed + (n - 1) * byPiece[piece]!
    const byExpected = 2 * (n * m * size - ownNear - bare * (m * size - own))
    return -(byObserved / expected - ((n - 1) * observed * byExpected) / expected ** 2) / (m - 1)
  })
  return { value, interval: jackknifeInterval(value, influences, tellingPieces(sweep), [-Infinity, 1]) }
}

/** Judgements of each set over the whole text, which is also the nearness of sets that are only the same or not. */
export function judgementsOfSets({ sets, totals }: SpanSweep): Float64Array {
  const sums = new Float64Array(sets.length)
  for (const piece of totals) for (const [id, sum] of piece) sums[id]! += sum
  return sums
}
