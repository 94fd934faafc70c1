import { countsOf, type ReliabilityData } from './coefficient'
import { completeItems, kappa, type Kappa } from './kappa'
import { agreementOfItem } from './observed-agreement'

/**
 * Fleiss's kappa: agreement beyond chance of any number of annotators, when all judged every item. Chance is what two
 * draws from the common pool of judgements would give: P_e = Σ p_c². Items with a gap are dropped, which can flatter
 * the figure: show `dropped` beside it. Source: Fleiss, Measuring nominal scale agreement among many raters, 1971.
 * Worked: 10 items by 14 raters in 5 categories (the example of the encyclopedias) give P̄ 0.378, P_e 0.213, kappa
 * 0.210.
 */
export function fleissKappa(data: ReliabilityData<string | number>): Kappa {
  const { items, dropped, undefinedBecause } = completeItems(data)
  if (undefinedBecause) return { value: null, undefinedBecause, items: 0, dropped, observed: null, expected: null }
  const judgements = items.flat()
  const observed = items.reduce((sum, values) => sum + agreementOfItem(values), 0) / items.length
  let expected = 0
  for (const count of countsOf(judgements).values()) expected += (count / judgements.length) ** 2
  return kappa(observed, expected, items.length, dropped)
}
