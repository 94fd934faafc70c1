import { useFormatter, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Described } from '@/components/article/paint'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { useLabelWords } from './label-words'

/** What a screen reader is told of flags as it comes to them in the text: each passage once, with its labels and how many readers gave each. */
export function useDescribed(): (annotations: readonly ReaderAnnotation[]) => Described[] {
  const t = useTranslations('reader')
  const words = useLabelWords()
  const format = useFormatter()
  return useCallback(
    (annotations) => {
      const passages = new Map<string, ReaderAnnotation[]>()
      for (const annotation of annotations) {
        const key = `${annotation.start}-${annotation.end}`
        passages.set(key, [...(passages.get(key) ?? []), annotation])
      }
      return [...passages.values()].map((flags) => {
        const readers = new Map<string, Set<string>>()
        for (const { author, labels } of flags) {
          const names = labels.length > 0 ? labels.map((ref) => words.label(ref).name) : [t('unlabelled.name')]
          for (const name of names) readers.set(name, (readers.get(name) ?? new Set()).add(author.id))
        }
        const labels = [...readers].map(([name, { size }]) => t('read.label', { name, readers: size }))
        const { start, end, id } = flags[0]!
        return { span: { start, end }, begins: t('read.begins', { labels: format.list(labels) }), ends: t('read.ends'), details: `card-${id}` }
      })
    },
    [t, words, format],
  )
}
