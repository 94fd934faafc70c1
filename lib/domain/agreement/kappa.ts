import { judgementsOf, type Coefficient, type ReliabilityData, type UndefinedReason } from './coefficient'

/** A kappa with the two shares it is made of; both null where there was nothing to compare. */
export type Kappa = Coefficient & { observed: number | null; expected: number | null }

/** (P_o − P_e) / (1 − P_e), or "one category only" where chance alone would give full agreement. */
export function kappa(observed: number, expected: number, items: number, dropped: number): Kappa {
  // P_e is a sum of squared shares, so for one category it is 1 exactly, and for two never within a rounding of it.
  return expected === 1
    ? { value: null, undefinedBecause: 'one-category-only', items, dropped, observed, expected }
    : { value: (observed - expected) / (1 - expected), undefinedBecause: null, items, dropped, observed, expected }
}

/** The items that every annotator judged, as the kappas need them. */
export function completeItems<V extends string | number>(
  data: ReliabilityData<V>,
): { items: V[][]; dropped: number; undefinedBecause: UndefinedReason | null } {
  const annotators = Math.max(0, ...data.map((item) => item.length))
  const judged = data.map(judgementsOf)
  const items = annotators < 2 ? [] : judged.filter((values) => values.length === annotators)
  const dropped = data.length - items.length
  if (items.length > 0) return { items, dropped, undefinedBecause: null }
  const none = judged.every((values) => values.length === 0)
  return { items, dropped, undefinedBecause: none ? 'no-annotations' : 'fewer-than-two-annotators' }
}
