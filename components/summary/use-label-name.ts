import { useTranslations } from 'next-intl'
import type { Dimension } from '@/lib/domain/codebook/codebook'

/** A label's name in the reader's language; an id that the words do not know (of another codebook) stands for itself. */
export function useLabelName(): (dimension: Dimension, label: string) => string {
  const t = useTranslations('codebook.labels')
  return (dimension, label) => {
    const key = `${dimension}.${label}.name` as Parameters<typeof t>[0]
    return t.has(key) ? t(key) : label
  }
}
