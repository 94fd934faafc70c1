import 'server-only'
import { createFormatter, createTranslator } from 'use-intl/core'
import type { ExportWords } from '@/lib/domain/formats/export-words'
import type { LabelWords } from '@/lib/i18n/label-words'
import type { Locale } from '@/lib/i18n/locales'
import { messagesOf } from '@/lib/i18n/messages'

/** What a file for people says, in one of the interface's languages. A label that the words do not know is its id. */
export async function exportWordsIn(locale: Locale): Promise<ExportWords> {
  const { exchange, codebook, reader } = await messagesOf(locale)
  const t = createTranslator({ locale, messages: exchange.file })
  const format = createFormatter({ locale, timeZone: 'UTC' })
  return {
    locale,
    label: ({ dimension, label }) => {
      const words: Record<string, LabelWords | undefined> = codebook.labels[dimension]
      return words[label]?.name ?? label
    },
    dimension: (dimension) => codebook.dimensions[dimension].name,
    confidence: (confidence) => reader.confidence[confidence],
    mark: (mark) => codebook.marks[mark],
    date: (iso) => format.dateTime(new Date(iso), { dateStyle: 'medium' }),
    origin: (revision) => t('origin', { revision }),
    original: t('original'),
    title: (count) => t('title', { count }),
    legend: t('legend'),
    toNote: (number) => t('toNote', { number }),
    toPassage: (number) => t('toPassage', { number }),
    wholeArticle: t('wholeArticle'),
    detached: t('detached'),
    evidence: t('evidence'),
    source: (name) => t('source', { name }),
    imageMissing: reader.imageMissing,
    noNotes: t('noNotes'),
  }
}
