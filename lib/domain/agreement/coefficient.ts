/**
 * Why a coefficient has no value. Such a coefficient is never reported as 1 or 0: software that does so tells a class
 * that used one label everywhere, or a lone reader, that they agree perfectly. Checked in this order.
 * - `fewer-than-two-annotators`: nobody to agree with (of items: no item was judged by two).
 * - `no-annotations`: nothing was judged at all.
 * - `one-category-only`: everyone said the same everywhere, so chance alone would give the same and cannot be set
 * apart.
 * - `too-dense`: so many annotators marked so much in the same places that the exact search would not end (gamma alone).
 * - `too-many-to-compare`: computing it would take more steps than any honest layer needs (see `effort.ts`).
 */
export type UndefinedReason = 'fewer-than-two-annotators' | 'no-annotations' | 'one-category-only' | 'too-dense' | 'too-many-to-compare'

/** A coefficient's value, or the reason why it has none, and on how many items it stands. */
export type Coefficient = (
  | { value: number; undefinedBecause: null }
  | { value: null; undefinedBecause: UndefinedReason }
) & {
  /** Items that entered. */
  items: number
  /**
   * Items left out, because a coefficient that needs complete items met gaps, or because fewer than two judged them.
   */
  dropped: number
}

/**
 * Judgements as a table: one row for each item, one column for each annotator, null where an annotator did not judge.
 * Not judging is not a category; "nothing to flag here" is one and must be given as a value. Rows may be short: what is
 * missing at their end counts as null.
 */
export type ReliabilityData<V extends string | number> = readonly (readonly (V | null)[])[]

/** The judgements of one item without the gaps. */
export function judgementsOf<V extends string | number>(item: readonly (V | null)[]): V[] {
  return item.filter((value) => value !== null)
}

/** The items that can be compared at all: judged by two or more; or the reason why there are none. */
export function pairableItems<V extends string | number>(
  data: ReliabilityData<V>,
): { items: V[][]; undefinedBecause: UndefinedReason | null } {
  const judged = data.map(judgementsOf)
  const items = judged.filter((values) => values.length >= 2)
  if (items.length > 0) return { items, undefinedBecause: null }
  const none = judged.every((values) => values.length === 0)
  return { items, undefinedBecause: none ? 'no-annotations' : 'fewer-than-two-annotators' }
}

/** How often each value occurs. */
export function countsOf<V>(values: Iterable<V>): Map<V, number> {
  const counts = new Map<V, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return counts
}
