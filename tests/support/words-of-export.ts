import type { ExportWords } from '@/lib/domain/formats/export-words'

/** Words for files of tests: each says what it was asked for. */
export const exportWords: ExportWords = {
  locale: 'en',
  label: ({ label }) => label,
  dimension: (dimension) => dimension,
  confidence: (confidence) => confidence,
  mark: (mark) => mark,
  date: (iso) => iso.slice(0, 10),
  origin: (revision) => `Revision ${revision}`,
  original: 'Original',
  title: (count) => `${count} flags`,
  legend: 'Signs',
  toNote: (number) => `To flag ${number}`,
  toPassage: (number) => `To passage ${number}`,
  wholeArticle: 'On the whole article',
  detached: 'No longer in the text',
  evidence: 'Evidence',
  source: (name) => `Source: ${name}`,
  imageMissing: 'No picture',
  noNotes: 'No flags',
}
