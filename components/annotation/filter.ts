import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { Dimension, LabelRef } from '@/lib/domain/codebook/codebook'

/** Which annotations are shown. Null shows all of that kind. */
export type Filter = {
  hidden: readonly Dimension[]
  label: LabelRef | null
  reader: string | null
}

export const noFilter: Filter = { hidden: [], label: null, reader: null }

/** Whether a filter hides nothing. */
export const isOpen = ({ hidden, label, reader }: Filter) => hidden.length === 0 && label === null && reader === null

/** The labels of an annotation that a filter leaves in sight; none where it hides the annotation. */
export function labelsInSight(annotation: ReaderAnnotation, filter: Filter): readonly LabelRef[] {
  if (isOpen(filter)) return annotation.labels
  if (filter.reader !== null && annotation.author.id !== filter.reader) return []
  const { label } = filter
  if (label && !annotation.labels.some((ref) => sameLabel(ref, label))) return []
  const shown = annotation.labels.filter(({ dimension }) => !filter.hidden.includes(dimension))
  return label ? shown.filter((ref) => sameLabel(ref, label)) : shown
}

export const sameLabel = (a: LabelRef, b: LabelRef) => a.dimension === b.dimension && a.label === b.label

/** The labels with one added or, where it was among them, taken away. */
export function toggled(labels: readonly LabelRef[], ref: LabelRef): LabelRef[] {
  const rest = labels.filter((other) => !sameLabel(other, ref))
  return rest.length < labels.length ? rest : [...rest, ref]
}

/** By place, the longer of two that begin together first, then by age: the order in which one meets them. */
export const inReadingOrder = (a: ReaderAnnotation, b: ReaderAnnotation) =>
  a.start - b.start || b.end - a.end || (a.createdAt < b.createdAt ? -1 : 1)
