import type { AnnotationContent, ReaderAnnotation } from '../annotation'
import type { Codebook } from '../codebook/codebook'
import type { Problem } from '../problem'

/** A JSON value that came from elsewhere and is only kept. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/**
 * What came with an annotation from elsewhere and no column of ours holds, to be given back as it came: properties of the
 * annotation (`creator`, `generator`, `rights`, `canonical`, `via`, unknown ones), bodies that are none of ours, extra
 * properties of the body that became the note, and what its target said beside quote and position.
 */
export type Foreign = {
  properties?: { [key: string]: Json }
  bodies?: Json[]
  note?: { [key: string]: Json }
  target?: { [key: string]: Json }
}

/** The article whose annotations leave: `text` is the canonical text of revision `revision`. `base` is the site's address. */
export type ExportedArticle = {
  base: string
  id: string
  slug: string
  title: string
  byline: string | null
  siteName: string | null
  sourceUrl: string | null
  language: string
  publishedAt: string | null
  revision: number
  text: string
  html: string
}

/**
 * An annotation as it leaves: offsets in code points of revision `revision`, the last that held it (an orphaned one keeps
 * it); `start` = `end` = 0 is the article as a whole.
 */
export type ExportedAnnotation = ReaderAnnotation & {
  revision: number
  prefix: string
  suffix: string
  foreign: Foreign | null
}

/** Everything that an export of a layer says. `annotations` may be read once only; ordered by creation, then id. */
export type AnnotationSet = {
  article: ExportedArticle
  layer: { id: string; name: string; codebook: Codebook }
  total: number
  annotations: Iterable<ExportedAnnotation>
}

/** A label as a file names it: `<dimension>:<label>` of the codebook, or what the file's own scheme calls it. */
export type IncomingLabel = { name: string }

/** Where a file says its annotation stands: code points of the article's text. Null: about the article as a whole. */
export type IncomingPlace = {
  quote: { exact: string; prefix?: string; suffix?: string } | null
  position: { start: number; end: number } | null
} | null

/**
 * An annotation as it comes in, before its labels are matched and its place is found. `at` says where in the input it
 * stood, as a problem's path (`items.17`, `line 12`). `origin` is its id there, which becomes a `via`; `source` the
 * address that its target names, null where the format has none.
 */
export type IncomingAnnotation = Omit<AnnotationContent, 'labels' | 'note'> & {
  at: string
  origin: string | null
  source: string | null
  place: IncomingPlace
  labels: IncomingLabel[]
  note: { format: 'text' | 'html'; value: string } | null
  foreign: Foreign | null
}

/** What a format made of a file: annotations that can be held, and what is wrong with the others (`path` says where). */
export type Parsed = { annotations: IncomingAnnotation[]; refused: Problem[] }

/**
 * One way for annotations to leave or come in. `serialize` gives the file in pieces, so that a large one is never whole
 * in memory. `parse` never throws: a file that is not of the format at all is one problem with the path ''.
 */
export type Format = {
  /** kebab-case: part of addresses and of the words in lib/i18n. */
  name: string
  mediaType: string
  extension: string
  serialize?: (set: AnnotationSet) => Iterable<string>
  parse?: (text: string) => Parsed
}
