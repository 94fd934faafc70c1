import { useLabelWords } from '@/components/annotation/label-words'
import type { LabelRef } from '@/lib/domain/codebook/codebook'

/** The name of a label in the reader's language. */
export function LabelName(ref: LabelRef) {
  return useLabelWords().label(ref).name
}
