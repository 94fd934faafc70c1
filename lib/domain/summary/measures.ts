import type { Coefficient } from '../agreement/coefficient'
import { labelAlphas } from '../agreement/label-alpha'
import { coefficients, type CoefficientId } from '../agreement/registry'
import type { SpanLabels } from '../agreement/span-sweep'
import type { FurtherMeasures, Measured } from './layer-summary'
import { rounded } from './rounded'

/** What a summary tells beside alpha by characters, in this order. Gamma is left out: its search may take long. */
export const furtherMeasures = [
  'character-alpha-jaccard', 'unitized-alpha', 'unitized-boundary-alpha', 'unitizing-alpha', 'pairwise-span-f1',
] as const satisfies readonly CoefficientId[]

/** The further measures of one dimension, and alpha of each of its labels by itself. */
export function measuresOf(data: SpanLabels): FurtherMeasures {
  const of = (id: (typeof furtherMeasures)[number]) => measured(coefficients[id].of(data))
  const byLabel = [...labelAlphas(data)].map(([label, alpha]) => [label, measured(alpha)])
  return { all: Object.fromEntries(furtherMeasures.map((id) => [id, of(id)])) as FurtherMeasures['all'], labels: Object.fromEntries(byLabel) }
}

const measured = ({ value, undefinedBecause }: Coefficient): Measured => ({
  value: value === null ? null : rounded(value, 6),
  undefined: undefinedBecause,
})
