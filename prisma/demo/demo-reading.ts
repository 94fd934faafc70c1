import type { Confidence } from '@/lib/domain/annotation'
import type { Dimension } from '@/lib/domain/codebook/codebook'
import type { ReadingLabelId } from '@/lib/domain/codebook/reading'

/** `dimension:label` of the built-in codebook; a label that does not exist does not compile. */
export type DemoLabel = { [D in Dimension]: `${D}:${ReadingLabelId<D>}` }[Dimension]

/** One annotation of a demo reader, placed by its words: the seed turns the quote into code points. */
export type DemoReading = {
  /** The reader's e-mail address, as in `accounts.mjs`. */
  reader: string
  /** Words of one block of the article's plain text, without Markdown marks. They occur there exactly once. */
  quote: string
  labels: readonly DemoLabel[]
  /** Plain text of one paragraph, in the reader's own language. */
  note?: string
  confidence?: Confidence
  sourceName?: string
  evidence?: readonly { url: string; title: string }[]
}

/** All that one reader flagged in one article: each file holds one person's voice. */
export function readBy(reader: string, flags: readonly Omit<DemoReading, 'reader'>[]): DemoReading[] {
  return flags.map((flag) => ({ reader, ...flag }))
}
