import { dimensions, type Codebook, type Dimension } from './codebook'

/**
 * A codebook with only the labels of these names (`<dimension>:<label>`), for a palette that offers no others; an empty
 * list leaves it whole. What is left of a dimension that was cut stands in one list: behind "more" little would be left.
 */
export function narrowed(codebook: Codebook, names: readonly string[]): Codebook {
  if (names.length === 0) return codebook
  const kept = new Set(names)
  const of = (dimension: Dimension) => {
    const all = codebook.labels[dimension]
    const left = all.filter(({ id }) => kept.has(`${dimension}:${id}`))
    return left.length === all.length ? all : left.map((label) => ({ ...label, list: 'short' as const }))
  }
  const [sourcing, statement, framing] = dimensions.map(of)
  return { ...codebook, labels: { sourcing: sourcing!, statement: statement!, framing: framing! } }
}
