import type { Confidence } from '../annotation'
import type { Dimension, LabelRef } from '../codebook/codebook'

/** What a file for people says, in the language of whoever takes it: the kernel has no words of its own. */
export type ExportWords = {
  /** A BCP 47 tag. */
  locale: string
  label: (ref: LabelRef) => string
  dimension: (dimension: Dimension) => string
  confidence: (confidence: Confidence) => string
  /** A moment (ISO 8601) as a date. */
  date: (iso: string) => string
  /** The name of the list of annotations, with how many there are. */
  title: (count: number) => string
  /** What stands above the article: the site it was exported from and its revision. */
  origin: (revision: number) => string
  original: string
  toNote: (number: number, labels: string) => string
  toPassage: (number: number) => string
  wholeArticle: string
  detached: string
  evidence: string
  source: (name: string) => string
  imageMissing: string
  /** Between two names in a list. */
  comma: string
}
