import type { AnnotationContent, ReaderAnnotation } from '../annotation'
import type { Codebook, LabelRef } from '../codebook/codebook'
import type { Problem, Result } from '../problem'
import type { ExportWords } from './export-words'
import type { Foreign, Json, JsonObject } from './foreign'

export type { Foreign, Json, JsonObject }

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

/**
 * A label as a file names it: `<dimension>:<label>` of the codebook, or what the file's own scheme calls it. `body` is
 * the W3C body it came as: the very one that stands in `foreign.bodies`, and leaves it when the name is mapped to a label
 * of ours.
 */
export type IncomingLabel = { name: string; body?: JsonObject }

/** Which label of ours a file's name means; null: none, so that it is kept as a tag. Own names need no entry. */
export type LabelMapping = { [name: string]: LabelRef | null }

/** Where a file says its annotation stands: code points of the article's text. Null: about the article as a whole. */
export type IncomingPlace = {
  quote: { exact: string; prefix?: string; suffix?: string } | null
  position: { start: number; end: number } | null
} | null

/**
 * An annotation as it comes in, before its labels are matched and its place is found. `index` counts the annotations of
 * the input from 0 and `at` says where in it this one stood, as the beginning of a problem's path (`items.17`, `line 12`,
 * empty for one alone). `origin` is its id there, which becomes a `via`; `source` the address that its target names, null
 * where the format has none.
 */
export type IncomingAnnotation = Omit<AnnotationContent, 'labels' | 'note'> & {
  index: number
  at: string
  origin: string | null
  source: string | null
  place: IncomingPlace
  labels: IncomingLabel[]
  note: { format: 'text' | 'html' | 'markdown'; value: string } | null
  foreign: Foreign | null
}

/** An annotation that cannot be held: which one of the input, and what is wrong where. */
export type Refused = { index: number; problems: Problem[] }

/** What a format made of a file: annotations that can be held, and those that cannot; their indexes make 0, 1, 2, ... */
export type Parsed = { annotations: IncomingAnnotation[]; refused: Refused[] }

/** What reading a file may depend on: where this site is, whose own addresses mean labels, and the layer's codebook. */
export type ParseContext = { base: string; codebook: Codebook }

/** One annotation of a file that is not looked at yet, and where it stands. */
export type FileItem = { at: string; read: () => Result<unknown> }

/** At most so many annotations come in at once. */
export const mostIncoming = 50_000

/**
 * One way for annotations to leave or come in. `serialize` gives the file in pieces, so that a large one is never whole
 * in memory. `parse` never throws: a file that is not of the format at all, or holds more than `mostIncoming`, is refused
 * whole; one annotation that is wrong is only set aside.
 */
export type Format = {
  /** kebab-case: part of addresses and of the words in lib/i18n. */
  name: string
  mediaType: string
  extension: string
  serialize?: (set: AnnotationSet, words: ExportWords) => Iterable<string>
  parse?: (text: string, context: ParseContext) => Result<Parsed>
}
