import type { ReaderAnnotation } from './annotation'
import type { LabelRef } from './codebook/codebook'
import type { Span } from './text/span'

/** What few annotations have. */
type More = Partial<Pick<ReaderAnnotation, 'note' | 'evidence' | 'confidence' | 'sourceName' | 'quote'>>

/** One entry an annotation in each, but for the tables of authors and labels and the two that name their annotation. */
type Columns = {
  authors: ReaderAnnotation['author'][]
  labels: LabelRef[]
  /** 32 hexadecimal digits each, in one string. */
  ids: string
  /** From the start before, in code points. */
  starts: number[]
  lengths: number[]
  /** Numbers of `authors` and of `labels`; one label stands for itself. */
  by: number[]
  labelled: (number | number[])[]
  /** The first moment that occurs, in ms since 1970; `created` counts ms from it, `updated` ms from `created`. */
  epoch: number
  created: number[]
  updated: number[]
  versions: Record<number, number>
  more: Record<number, More>
}

/**
 * Annotations as one string, by columns: on its way through a page and compressed each takes about 28 bytes, of which the
 * id takes 17, where objects take 88; and one string costs the page's server next to nothing, where objects cost it 0.1 ms
 * each. Where words are `found`, those of the passages are left out, and `unpackAnnotations` finds them in the text;
 * `carried` is for passages that the text has lost, and for whoever has no text at hand.
 */
export function packAnnotations(all: readonly ReaderAnnotation[], words: 'found' | 'carried'): string {
  const authors = numbered<ReaderAnnotation['author']>(({ id }) => id)
  const labels = numbered<LabelRef>(({ dimension, label }) => `${dimension}:${label}`)
  const times = all.map(({ createdAt }) => Date.parse(createdAt))
  const epoch = times.reduce((a, b) => Math.min(a, b), times[0] ?? 0)
  const columns: Columns = {
    authors: authors.all,
    labels: labels.all,
    ids: all.map(({ id }) => id.replaceAll('-', '')).join(''),
    starts: all.map(({ start }, i) => start - (all[i - 1]?.start ?? 0)),
    lengths: all.map(({ start, end }) => end - start),
    by: all.map(({ author }) => authors.numberOf(author)),
    labelled: all.map((annotation) => {
      const [first, ...others] = annotation.labels.map(labels.numberOf)
      return first === undefined ? [] : others.length === 0 ? first : [first, ...others]
    }),
    epoch,
    created: times.map((time) => time - epoch),
    updated: all.map(({ updatedAt }, i) => Date.parse(updatedAt) - times[i]!),
    versions: Object.fromEntries(all.flatMap(({ version }, i) => (version === 1 ? [] : [[i, version]]))),
    more: Object.fromEntries(all.flatMap((annotation, i) => moreOf(annotation, words).map((more) => [i, more]))),
  }
  return JSON.stringify(columns)
}

/** What `packAnnotations` packed. `quoteAt` gives the words of the text at a place (code points) where none are carried. */
export function unpackAnnotations(packed: string, quoteAt: (span: Span) => string): ReaderAnnotation[] {
  // Ours from end to end: a page and the server that packed it are of one build.
  const columns = JSON.parse(packed) as Columns
  let start = 0
  return columns.lengths.map((length, i) => {
    start += columns.starts[i]!
    const [created, later] = [columns.epoch + columns.created[i]!, columns.updated[i]!]
    const createdAt = iso(created)
    const labelled = columns.labelled[i]!
    const more = columns.more[i]
    return {
      id: uuid(columns.ids.slice(32 * i, 32 * i + 32)),
      author: columns.authors[columns.by[i]!]!,
      start,
      end: start + length,
      quote: more?.quote ?? quoteAt({ start, end: start + length }),
      labels: (typeof labelled === 'number' ? [labelled] : labelled).map((number) => columns.labels[number]!),
      note: more?.note ?? null,
      evidence: more?.evidence ?? [],
      confidence: more?.confidence ?? null,
      sourceName: more?.sourceName ?? null,
      version: columns.versions[i] ?? 1,
      createdAt,
      updatedAt: later === 0 ? createdAt : iso(created + later),
    }
  })
}

/** Nothing for most: a list of one or none, to be flattened away. */
function moreOf({ note, evidence, confidence, sourceName, quote }: ReaderAnnotation, words: 'found' | 'carried'): More[] {
  if (!note && evidence.length === 0 && !confidence && sourceName === null && words === 'found') return []
  return [{
    ...(note && { note }),
    ...(evidence.length > 0 && { evidence }),
    ...(confidence && { confidence }),
    ...(sourceName !== null && { sourceName }),
    ...(words === 'carried' && { quote }),
  }]
}

/** Gives equal things the number of the first of them. */
function numbered<T>(keyOf: (thing: T) => string) {
  const all: T[] = []
  const numbers = new Map<string, number>()
  const numberOf = (thing: T) => {
    const key = keyOf(thing)
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, all.length)
    return all.push(thing) - 1
  }
  return { all, numberOf }
}

const uuid = (hex: string) => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
const iso = (ms: number) => new Date(ms).toISOString()
