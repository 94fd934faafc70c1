import { countsOf, pairableItems, type Coefficient, type ReliabilityData } from './coefficient'

/**
 * Observed agreement: of the pairs of annotators who judged the same item, the share that said the same, averaged over
 * items (P̄ of Fleiss 1971). It takes no account of chance, so it is high wherever one answer is common; read it beside
 * a coefficient. Items judged by fewer than two are dropped.
 * Worked: [[1,0],[1,1],[0,1],[0,0]] gives 0.5.
 */
export function observedAgreement(data: ReliabilityData<string | number>): Coefficient {
  const { items, undefinedBecause } = pairableItems(data)
  const dropped = data.length - items.length
  if (undefinedBecause) return { value: null, undefinedBecause, items: 0, dropped }
  const sum = items.reduce((total, values) => total + agreementOfItem(values), 0)
  return { value: sum / items.length, undefinedBecause: null, items: items.length, dropped }
}

/** Share of the pairs of judgements of one item that are alike (P_i of Fleiss 1971). Needs two judgements or more. */
export function agreementOfItem(values: readonly (string | number)[]): number {
  let alike = 0
  for (const count of countsOf(values).values()) alike += count * (count - 1)
  return alike / (values.length * (values.length - 1))
}
