import { limits } from '../annotation'
import { isPlainNote } from '../note-text'
import { readNoteHtml } from '../read-note-html'
import { noteLimits } from '../note'
import { accept, refuse, type Result } from '../problem'
import { webAddress } from '../web-address'
import type { IncomingAnnotation, ParseContext } from './exchange'
import type { Foreign, Json, JsonObject } from './foreign'
import { isMarkup } from './markup-format'
import { alone, isObject, listOf, under } from './read-json'
import { labelAtAddress, labelNamed } from './w3c-addresses'
import { checkResource } from './w3c-conformance'
import { filled, without } from './w3c-target'

/** What the bodies of an annotation say: labels, a note, evidence, and what is none of these, to be given back. */
export type ReadBodies = Pick<IncomingAnnotation, 'labels' | 'note' | 'evidence'> & {
  kept: Required<Pick<Foreign, 'bodies' | 'labels' | 'evidence' | 'note'>>
}

/**
 * Reads the bodies of an annotation. `motivation` is the annotation's, if it has one alone: the purpose of bodies that
 * name none. Refused: a body that is none of the model's, one that names a label which the codebook does not have, a note
 * that is too long.
 */
export function readBodies(value: Json | undefined, path: string, motivation: string | null, context: ParseContext): Result<ReadBodies> {
  const read: ReadBodies = { labels: [], note: null, evidence: [], kept: { bodies: [], labels: {}, evidence: {}, note: {} } }
  const bodies = listOf(value).map((body, index) => ({ body, path: Array.isArray(value) ? under(path, index) : path }))
  const note = noteAmong(bodies.map(({ body }) => body), motivation)
  for (const each of bodies) {
    const problem = checkResource(each.body, each.path)
    if (problem) return { ok: false, problems: [problem] }
    const purpose = purposeOf(each.body, motivation)
    if (note && each.body === note) {
      const taken = takeNote(read, note, purpose)
      if (!taken) return refuse('tooLong', under(each.path, 'value'), { limit: noteLimits.characters })
      continue
    }
    const label = labelOf(each.body, purpose, context)
    if (label === 'unknown') return refuse('labelUnknown', each.path, { label: String(resourceOf(each.body)?.id).slice(0, 300) })
    if (label) takeLabel(read, label, each.body)
    else if (!takeTag(read, each.body, purpose, context) && !takeEvidence(read, each.body, purpose)) read.kept.bodies.push(each.body)
  }
  if (read.labels.filter(({ body }) => !body).length > limits.labels) return refuse('tooMany', path, { limit: limits.labels })
  return accept(read)
}

/** Motivations by which a text says something to other readers; the first of them makes the best note. */
const spoken = ['commenting', 'describing', 'replying', 'questioning', 'assessing', 'reviewing', 'editing', 'moderating']

function noteAmong(bodies: Json[], motivation: string | null) {
  const candidates = bodies.filter(isText).filter((body) => {
    const format = alone(body.format) ?? 'text/plain'
    return spoken.includes(purposeOf(body, motivation) ?? 'commenting') && typeof format === 'string' && format.startsWith('text/')
  })
  return candidates.find((body) => (purposeOf(body, motivation) ?? 'commenting') === 'commenting') ?? candidates[0]
}

const isText = (body: Json): body is JsonObject & { value: string } =>
  isObject(body) && typeof body.value === 'string' && listOf(body.type ?? 'TextualBody').includes('TextualBody')

function purposeOf(body: Json, motivation: string | null): string | null {
  const own = isObject(body) ? alone(body.purpose) : undefined
  return own === undefined ? motivation : typeof own === 'string' ? own : null
}

/** False where the note is longer than notes may be. */
function takeNote(read: ReadBodies, body: JsonObject & { value: string }, purpose: string | null): boolean {
  const html = isMarkup(body.format)
  if (!html && body.value.length > noteLimits.characters) return false
  read.note = { format: html ? 'html' : 'text', value: body.value }
  const own = html ? readNoteHtml(body.value) : null
  const { purpose: _, format, type, ...rest } = without(body, 'value')
  read.kept.note = {
    ...rest,
    ...(alone(type) !== undefined && alone(type) !== 'TextualBody' && { type: type! }),
    ...(purpose !== null && purpose !== 'commenting' && { purpose }),
    // What we write as HTML comes back as such by itself; anything else would leave as plain text.
    ...(format !== undefined && alone(format) !== 'text/plain' && !(own && !isPlainNote(own)) && { format }),
  }
  return true
}

type Resource = { id: string; extra: JsonObject; source: JsonObject }

/** The resource that a body names, and what it says of it beyond its address. Null for texts and choices. */
function resourceOf(body: Json): Resource | null {
  if (typeof body === 'string') return { id: body, extra: {}, source: {} }
  if (!isObject(body) || Object.hasOwn(body, 'value') || Object.hasOwn(body, 'items')) return null
  if (!Object.hasOwn(body, 'source')) return { id: String(alone(body.id)), extra: {}, source: without(body, 'id') }
  const named = alone(body.source)
  const { type, ...extra } = without(body, 'source', 'purpose')
  const typed = type === undefined || alone(type) === 'SpecificResource' ? extra : { type, ...extra }
  if (!isObject(named)) return { id: String(named), extra: typed, source: {} }
  return { id: String(alone(named.id)), extra: typed, source: without(named, 'id') }
}

const naming = [null, 'classifying', 'tagging']

function labelOf(body: Json, purpose: string | null, { base, codebook }: ParseContext) {
  const resource = naming.includes(purpose) ? resourceOf(body) : null
  return resource && labelAtAddress(base, codebook, resource.id)
}

function takeLabel(read: ReadBodies, { name }: { name: string }, body: Json): void {
  const { extra, source } = resourceOf(body) ?? { extra: {}, source: {} }
  addLabel(read, name, { ...extra, ...filled({ source }) }, body)
}

/** A label said twice is one; where the second says more, it is kept as it came. */
function addLabel(read: ReadBodies, name: string, more: JsonObject, body: Json): void {
  if (!read.labels.some((label) => label.name === name && !label.body)) {
    read.labels.push({ name })
    if (Object.keys(more).length > 0) read.kept.labels[name] = more
  } else if (Object.keys(more).length > 0) read.kept.bodies.push(body)
}

function takeTag(read: ReadBodies, body: Json, purpose: string | null, { codebook }: ParseContext): boolean {
  if (!isText(body) || !(purpose === 'tagging' || purpose === 'classifying') || body.value.length > longestTag) return false
  if (labelNamed(codebook, body.value)) addLabel(read, body.value, without(body, 'type', 'purpose', 'value'), body)
  else {
    // Among the others, where it stays unless somebody maps it.
    read.labels.push({ name: body.value, body })
    read.kept.bodies.push(body)
  }
  return true
}

/** A longer tag is nobody's label, and only kept. */
const longestTag = 200

function takeEvidence(read: ReadBodies, body: Json, purpose: string | null): boolean {
  const resource = purpose === 'linking' ? resourceOf(body) : null
  if (!resource || read.evidence.length >= limits.evidence) return false
  const { id: url, extra, source } = resource
  if (webAddress.safeParse(url).data !== url) return false
  const { label, ...more } = source
  const titled = typeof label === 'string' && label === label.trim() && label !== '' && label.length <= limits.evidenceTitle
  const rest = { ...extra, ...filled({ source: titled ? more : source }) }
  const further = Object.keys(rest).length > 0
  // What is kept beside evidence is kept by its address: a second body on it keeps to itself.
  if (further && read.evidence.some((each) => each.url === url)) return false
  if (further) read.kept.evidence[url] = rest
  read.evidence.push({ url, title: titled ? label : '' })
  return true
}
