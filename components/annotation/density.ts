import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { dimensions, type Dimension } from '@/lib/domain/codebook/codebook'

/** How many flags of each dimension touch each of `cells` equal parts of a text of `length` code points. */
export function densityOf(annotations: readonly ReaderAnnotation[], length: number, cells: number): Record<Dimension, number[]> {
  const steps = { sourcing: zeros(cells), statement: zeros(cells), framing: zeros(cells) }
  for (const { start, end, labels } of annotations) {
    const first = Math.min(cells - 1, Math.floor((start / length) * cells))
    const behind = Math.max(first + 1, Math.min(cells, Math.ceil((end / length) * cells)))
    for (let i = 0; i < labels.length; i += 1) {
      const { dimension } = labels[i]!
      if (i > 0 && labels.findIndex((ref) => ref.dimension === dimension) < i) continue
      steps[dimension][first]! += 1
      steps[dimension][behind]! -= 1
    }
  }
  for (const dimension of dimensions) {
    let open = 0
    steps[dimension] = steps[dimension].slice(0, cells).map((by) => (open += by))
  }
  return steps
}

const zeros = (cells: number) => new Array<number>(cells + 1).fill(0)
