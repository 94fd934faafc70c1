import { countsOf, type ReliabilityData } from './coefficient'
import { completeItems, kappa, type Kappa } from './kappa'

/**
 * Cohen's kappa: agreement of exactly two annotators beyond chance, each with habits of their own:
 * P_e = Σ p_c(first) p_c(second). Items that one of them left out are dropped. Throws a RangeError for a third column,
 * which is a caller's mistake. Source: Cohen, A coefficient of agreement for nominal scales, 1960.
 * Worked: 11 times (1,1), once (1,2), once (1,3): kappa 0, though 11 of 13 are alike, for one of the two always says 1.
 */
export function cohenKappa(data: ReliabilityData<string | number>): Kappa {
  if (data.some((item) => item.length > 2)) throw new RangeError("Cohen's kappa compares two annotators")
  const { items, dropped, undefinedBecause } = completeItems(data)
  if (undefinedBecause) return { value: null, undefinedBecause, items: 0, dropped, observed: null, expected: null }
  const n = items.length
  const first = countsOf(items.map((pair) => pair[0]))
  const second = countsOf(items.map((pair) => pair[1]))
  let expected = 0
  for (const [value, count] of first) expected += (count * (second.get(value) ?? 0)) / n ** 2
  return kappa(items.filter(([a, b]) => a === b).length / n, expected, n, dropped)
}
