import type { Codebook, Dimension } from '@/lib/domain/codebook/codebook'

/** A label's colour for both themes, as CSS; a label that the codebook does not have gets the colour of lines. */
export function labelColour(codebook: Codebook, dimension: Dimension, label: string): string {
  const colour = codebook.labels[dimension].find(({ id }) => id === label)?.colour
  return colour ? `light-dark(${colour.light}, ${colour.dark})` : 'var(--line)'
}
