import { dimensions, type Dimension } from '../codebook/codebook'
import type { SummaryAnnotation } from './layer-summary'

/** One annotation's part in one dimension. Never without a label; `start === end` where it lies outside the text. */
export type Flag = {
  annotator: string
  start: number
  end: number
  labels: readonly string[]
  annotation: SummaryAnnotation
}

/** The flags of each dimension by start, end and id, so that no result depends on the order annotations came in. */
export function flagsByDimension(
  annotations: readonly SummaryAnnotation[],
  textLength: number,
): Record<Dimension, Flag[]> {
  const inside = (offset: number) => Math.min(Math.max(offset, 0), textLength)
  const flags: Record<Dimension, Flag[]> = { sourcing: [], statement: [], framing: [] }
  for (const annotation of annotations) {
    const start = inside(annotation.start)
    const end = Math.max(start, inside(annotation.end))
    for (const dimension of dimensions) {
      const labels = annotation.labels.filter((l) => l.dimension === dimension).map((l) => l.label)
      if (labels.length === 0) continue
      flags[dimension].push({ annotator: annotation.annotator, start, end, labels: [...new Set(labels)], annotation })
    }
  }
  for (const dimension of dimensions) flags[dimension].sort(inReadingOrder)
  return flags
}

function inReadingOrder(a: Flag, b: Flag): number {
  return a.start - b.start || a.end - b.end || (a.annotation.id < b.annotation.id ? -1 : 1)
}
