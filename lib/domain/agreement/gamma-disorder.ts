import type { Unit } from './sections'

/** How place and label weigh against each other, and what a unit without a counterpart costs (`empty`, Δ∅). */
export type Dissimilarity = { place: number; label: number; empty: number }

/** All weigh alike, as in the published examples. */
export const evenDissimilarity: Dissimilarity = { place: 1, label: 1, empty: 1 }

/**
 * How unlike two annotators' units are: α·((|b−b'| + |e−e'|) / (length + length'))²·Δ∅, and β·Δ∅ for another label.
 * (1,5) and (2,6): 0.0625. The place's part grows without bound as units drift apart, so that two that have nothing to
 * do with each other are cheaper left alone.
 */
export function dissimilarityOf(u: Unit, v: Unit, { place, label, empty }: Dissimilarity): number {
  const apart = Math.abs(u.start - v.start) + Math.abs(u.end - v.end)
  const lengths = u.end - u.start + v.end - v.start
  return place * (apart / lengths) ** 2 * empty + (u.label === v.label ? 0 : label * empty)
}
