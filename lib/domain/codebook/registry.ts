import { dimensions, type Codebook, type Dimension, type Label, type LabelRef } from './codebook'
import { readingCodebook } from './reading'

/** Every published version of every codebook. Old versions stay, since annotations name them. */
export const codebooks: readonly Codebook[] = [readingCodebook]

/** The codebook an annotation or an address names, or null where there is no such slug and version. */
export function findCodebook(slug: string, version: number): Codebook | null {
  return codebooks.find((codebook) => codebook.slug === slug && codebook.version === version) ?? null
}

/** The label that `ref` names in this codebook, or null: a stored or received reference may name what never existed. */
export function findLabel(codebook: Codebook, ref: LabelRef): Label | null {
  return codebook.labels[ref.dimension].find(({ id }) => id === ref.label) ?? null
}

/**
 * The labels of one dimension in palette order: all of them, or one list only. In reading version 1 framing has 8 in
 * `short` and 15 in `more`.
 */
export function labelsOf(codebook: Codebook, dimension: Dimension, list?: Label['list']): readonly Label[] {
  const labels = codebook.labels[dimension]
  return list ? labels.filter((label) => label.list === list) : labels
}

/** All labels as references, in the order of the palette: for enums, exports, filters and legends. 43 in version 1. */
export function labelRefsOf(codebook: Codebook): readonly LabelRef[] {
  return dimensions.flatMap((dimension) =>
    codebook.labels[dimension].map(({ id }): LabelRef => ({ dimension, label: id })),
  )
}

/** The label that a key flags with (`KeyboardEvent.key`, upper case meaning Shift), or null. `q` is named-person. */
export function labelOfKey(codebook: Codebook, key: string): LabelRef | null {
  return labelRefsOf(codebook).find((ref) => findLabel(codebook, ref)?.key === key) ?? null
}
