import { useMessages } from 'next-intl'
import { useMemo } from 'react'
import type { Dimension, LabelRef } from '@/lib/domain/codebook/codebook'
import type { LabelWords } from '@/lib/i18n/label-words'

/** What is said about labels and dimensions in the reader's language; an unknown label is called by its id. */
export function useLabelWords() {
  const { codebook } = useMessages()
  return useMemo(
    () => ({
      label({ dimension, label }: LabelRef): LabelWords {
        const words: Record<string, LabelWords | undefined> = codebook.labels[dimension]
        return words[label] ?? { name: label, definition: '', example: '', counterExample: '' }
      },
      dimension: (dimension: Dimension) => codebook.dimensions[dimension],
    }),
    [codebook],
  )
}
