import type { Mark } from '../codebook/codebook'
import { findLabel } from '../codebook/registry'
import type { AnnotationSet, ExportedAnnotation } from './exchange'

/** Words that somebody flagged, with all that is said of them: code points of the current text, a number from 1. */
export type Passage = { number: number; start: number; end: number; quote: string; marks: ReadonlySet<Mark>; annotations: ExportedAnnotation[] }

/** A layer's annotations by what they are about: passages in reading order, the whole article, words that are gone. */
export function passagesOf({ article, layer, annotations }: AnnotationSet): { passages: Passage[]; whole: ExportedAnnotation[]; detached: ExportedAnnotation[] } {
  const [whole, detached]: [ExportedAnnotation[], ExportedAnnotation[]] = [[], []]
  const groups = new Map<string, ExportedAnnotation[]>()
  for (const annotation of annotations) {
    const { start, end, revision } = annotation
    if (start === end) whole.push(annotation)
    else if (revision !== article.revision) detached.push(annotation)
    else {
      const group = groups.get(`${start} ${end}`)
      if (group) group.push(annotation)
      else groups.set(`${start} ${end}`, [annotation])
    }
  }
  const inOrder = [...groups.values()].sort(([a], [b]) => a!.start - b!.start || b!.end - a!.end)
  const passages = inOrder.map((group, i): Passage => {
    const { start, end, quote } = group[0]!
    const labels = group.flatMap((annotation) => annotation.labels.flatMap((ref) => findLabel(layer.codebook, ref) ?? []))
    return { number: i + 1, start, end, quote, marks: new Set(labels.map(({ mark }) => mark)), annotations: group }
  })
  return { passages, whole, detached }
}
