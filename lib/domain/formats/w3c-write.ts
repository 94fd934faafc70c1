import type { AnnotationContent } from '../annotation'
import type { Codebook } from '../codebook/codebook'
import { noteText, type NoteDocument } from '../note'
import { noteHtml } from '../note-html'
import { isPlainNote } from '../note-text'
import type { ExportedAnnotation } from './exchange'
import type { Foreign, Json, JsonObject } from './foreign'
import { isMarkup } from './markup-format'
import { isObject } from './read-json'
import {
  annotationContext, containerAddress, labelAddress, labelName, ownGenerator, ownProperties, personAddress, revisionAddress,
} from './w3c-addresses'

/** What the annotations of one layer have in common where they leave; `base` is the site's address without a slash. */
export type W3cSet = { article: { base: string; id: string }; layer: { id: string; codebook: Codebook } }

/**
 * An annotation in the Web Annotation Data Model (W3C Recommendation, 23 February 2017) as it stands alone, with its
 * JSON-LD context.
 */
export function toW3cDocument(annotation: ExportedAnnotation, set: W3cSet): JsonObject {
  return written({ '@context': annotationContext }, annotation, set)
}

/**
 * The same for an annotation inside a page, whose context is the page's. Its place is that of the last revision that held
 * it, in code points. What came with it from elsewhere is given back: its creator, beside whom stands who brought it here,
 * the moment it was created, its rights, its other identities, bodies and properties that we have no word for.
 */
export function toW3c(annotation: ExportedAnnotation, set: W3cSet): JsonObject {
  return written({}, annotation, set)
}

/** Sets one property after the other: gathering them by spread takes eight times as long, over pages of hundreds. */
function written(said: JsonObject, annotation: ExportedAnnotation, set: W3cSet): JsonObject {
  const { base } = set.article
  const foreign = annotation.foreign ?? {}
  const { creator, created, modified, generator, motivation, type, ...properties } = foreign.properties ?? {}
  const why = motivation ?? motivationOf(annotation, foreign.bodies)
  const body = bodiesOf(annotation, foreign, set)
  said.id = containerAddress(base, set.layer.id) + annotation.id
  said.type = type ?? 'Annotation'
  if (why !== null) said.motivation = why
  const poster = { id: personAddress(annotation.author.id), type: 'Person', name: annotation.author.name }
  said.creator = creator ?? poster
  if (creator !== undefined && !(isObject(creator) && creator.id === poster.id)) said[ownProperties(base).postedBy] = poster
  said.created = created ?? annotation.createdAt
  // What was changed here is newer than whatever was said elsewhere.
  said.modified = annotation.version > 1 ? annotation.updatedAt : (modified ?? annotation.updatedAt)
  said.generator = generator ?? ownGenerator(base)
  // The W3C's own checks trip over a list of nothing but one address.
  if (body.length > 0) said.body = body.length === 1 && typeof body[0] === 'string' ? body[0] : body
  said.target = targetOf(annotation, foreign, set)
  if (annotation.confidence !== null) said[ownProperties(base).confidence] = annotation.confidence
  if (annotation.sourceName !== null) said[ownProperties(base).sourceName] = annotation.sourceName
  return Object.assign(said, properties)
}

type Said = { labels: readonly unknown[]; note: unknown; evidence: readonly unknown[] }

/**
 * Why an annotation was made, where nobody said; a label weighs most. Null where it has a foreign body without a purpose
 * of its own, since what we say here would become that body's purpose.
 */
export function motivationOf({ labels, note, evidence }: Said, bodies: readonly Json[] = []): string | null {
  if (!bodies.every((body) => isObject(body) && Object.hasOwn(body, 'purpose'))) return null
  if (labels.length > 0) return 'classifying'
  if (note !== null) return 'commenting'
  return evidence.length > 0 ? 'linking' : 'highlighting'
}

function bodiesOf({ labels, note, evidence }: AnnotationContent, foreign: Foreign, { article, layer }: W3cSet): Json[] {
  return [
    ...labels.map((ref) => {
      const { source = {}, ...more } = foreign.labels?.[labelName(ref)] ?? {}
      return specific('classifying', labelAddress(article.base, layer.codebook, ref), source, more)
    }),
    ...(note === null ? [] : [noteBody(note, foreign.note ?? {})]),
    ...evidence.map(({ url, title }) => {
      const { source = {}, ...more } = foreign.evidence?.[url] ?? {}
      return specific('linking', url, title === '' ? source : { ...(source as JsonObject), label: title }, more)
    }),
    ...(foreign.bodies ?? []),
  ]
}

function specific(purpose: string, id: string, said: Json, more: JsonObject): JsonObject {
  const about = said as JsonObject
  const source = Object.keys(about).length > 0 ? { id, ...about } : id
  return { type: 'SpecificResource', purpose, source, ...more }
}

/** Plain where the note is nothing but words and did not come as HTML or as any other markup, which would be read as such. */
function noteBody(note: NoteDocument, { format, ...more }: JsonObject): JsonObject {
  const plain = !isMarkup(format) && isPlainNote(note)
  const said = plain ? { value: noteText(note), format: format ?? 'text/plain' } : { value: noteHtml(note), format: 'text/html' }
  return { type: 'TextualBody', purpose: 'commenting', ...said, ...more }
}

function targetOf(annotation: ExportedAnnotation, { target = {} }: Foreign, { article }: W3cSet): Json {
  const { start, end, quote, prefix, suffix } = annotation
  const address = revisionAddress(article.base, article.id, annotation.revision)
  const source: Json = target.source ? { id: address, ...target.source } : address
  if (start === 0 && end === 0) return { type: 'SpecificResource', source, ...target.properties }
  return {
    type: 'SpecificResource',
    source,
    selector: [
      { type: 'TextQuoteSelector', exact: quote, prefix, suffix, ...target.quote },
      { type: 'TextPositionSelector', start, end, ...target.position },
      ...(target.selectors ?? []),
    ],
    ...target.properties,
  }
}
