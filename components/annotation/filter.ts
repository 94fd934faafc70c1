import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { Dimension, LabelRef } from '@/lib/domain/codebook/codebook'

/** Annotations without any label: a bare highlight or a comment, as they come in from elsewhere. */
export const unlabelled = 'unlabelled'
export type Unlabelled = typeof unlabelled

/** Which annotations are shown. Null shows all of that kind. */
export type Filter = {
  hidden: readonly (Dimension | Unlabelled)[]
  label: LabelRef | Unlabelled | null
  reader: string | null
}

export const noFilter: Filter = { hidden: [], label: null, reader: null }

/** Whether a filter hides nothing. */
export const isOpen = ({ hidden, label, reader }: Filter) => hidden.length === 0 && label === null && reader === null

/** Whether a filter leaves an annotation in sight. */
export function isInSight(annotation: ReaderAnnotation, filter: Filter): boolean {
  if (annotation.labels.length > 0) return labelsInSight(annotation, filter).length > 0
  if (filter.reader !== null && annotation.author.id !== filter.reader) return false
  return !filter.hidden.includes(unlabelled) && (filter.label === null || filter.label === unlabelled)
}

/** The labels of an annotation that a filter leaves in sight; none where it hides the annotation. */
export function labelsInSight(annotation: ReaderAnnotation, filter: Filter): readonly LabelRef[] {
  if (isOpen(filter)) return annotation.labels
  if (filter.reader !== null && annotation.author.id !== filter.reader) return []
  const { label } = filter
  if (label === unlabelled || (label && !annotation.labels.some((ref) => sameLabel(ref, label)))) return []
  const shown = annotation.labels.filter(({ dimension }) => !filter.hidden.includes(dimension))
  return label ? shown.filter((ref) => sameLabel(ref, label)) : shown
}

export const sameLabel = (a: LabelRef, b: LabelRef) => a.dimension === b.dimension && a.label === b.label

/** The labels with one added or, where it was among them, taken away. */
export function toggled(labels: readonly LabelRef[], ref: LabelRef): LabelRef[] {
  const rest = labels.filter((other) => !sameLabel(other, ref))
  return rest.length < labels.length ? rest : [...rest, ref]
}
