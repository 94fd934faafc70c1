import type { Confidence } from '../annotation'
import type { Dimension, LabelRef, Mark } from '../codebook/codebook'

/** What a file for people says, in the language of whoever takes it: the kernel has no words of its own. */
export type ExportWords = {
  /** A BCP 47 tag. */
  locale: string
  label: (ref: LabelRef) => string
  dimension: (dimension: Dimension) => string
  confidence: (confidence: Confidence) => string
  /** How a mark over the text is to be read. */
  mark: (mark: Mark) => string
  /** A day or moment (ISO 8601) as a date. */
  date: (iso: string) => string
  /** Which version of the article this is, and where it was read. */
  origin: (revision: number) => string
  original: string
  /** The head of the list of annotations. */
  title: (count: number) => string
  legend: string
  /** Leads from a passage to what is said of it, and back. */
  toNote: (number: number) => string
  toPassage: (number: number) => string
  wholeArticle: string
  detached: string
  evidence: string
  source: (name: string) => string
  imageMissing: string
  noNotes: string
}
