import { confidences, limits, type Confidence } from '../annotation'
import { accept, refuse, type Problem, type Result } from '../problem'
import type { IncomingAnnotation, ParseContext } from './exchange'
import type { Foreign, Json, JsonObject } from './foreign'
import { alone, checkJson, isObject, listOf, under } from './read-json'
import { annotationContext, ownGenerator, ownProperties } from './w3c-addresses'
import { readBodies } from './w3c-bodies'
import { checkProperties, checkStyle, isIri } from './w3c-conformance'
import { readTarget } from './w3c-target'
import { motivationOf } from './w3c-write'

/** Reads one W3C annotation that stands alone, as it comes through the protocol's door: it must name its context. */
export function parseW3c(value: unknown, context: ParseContext): Result<IncomingAnnotation> {
  if (isObject(value) && value['@context'] === undefined) return refuse('contextMissing', '@context')
  return readAnnotation(value, { index: 0, at: '' }, context)
}

/**
 * Reads one W3C annotation among others (`at`: its place among them), whose context may be theirs. All that it says and
 * we have no column for is kept; what we cannot hold, or what the model does not allow, is refused at its place.
 */
export function readAnnotation(value: unknown, { index, at }: { index: number; at: string }, context: ParseContext): Result<IncomingAnnotation> {
  const unkeepable = checkJson(value, at)
  if (unkeepable) return { ok: false, problems: [unkeepable] }
  if (typeof value === 'string') return refuse('itemsElsewhere', at)
  const annotation = isObject(value) ? plainType(plainKeywords(value) as JsonObject) : null
  if (!annotation || !isAnnotation(annotation)) return refuse('notAnnotation', isObject(value) ? under(at, 'type') : at)
  const problem = checkAnnotation(annotation, at)
  if (problem) return { ok: false, problems: [problem] }

  const motivation = alone(annotation.motivation)
  const given = annotation.body ?? bodyOfValue(annotation.bodyValue)
  const bodies = readBodies(given, under(at, 'body'), typeof motivation === 'string' ? motivation : null, context)
  const target = readTarget(annotation.target, under(at, 'target'))
  if (!bodies.ok || !target.ok) return { ok: false, problems: [bodies, target].flatMap((each) => (each.ok ? [] : each.problems)) }

  const own = readOwn(annotation, at, context.base)
  if (!own.ok) return own
  const { labels, note, evidence, kept } = bodies.value
  const said = { labels: labels.filter(({ body }) => !body), note, evidence }
  const properties = keptProperties(annotation, context.base, motivationOf(said, kept.bodies))
  return accept({
    index, at, labels, note, evidence, ...own.value,
    origin: annotation.id === undefined ? null : String(alone(annotation.id)),
    source: target.value.source,
    place: target.value.place,
    foreign: someOf({ properties, ...kept, target: target.value.kept }),
  })
}

const isAnnotation = ({ type }: JsonObject) => listOf(type).includes('Annotation')

/** The class of annotations by the name that the model has for it. */
function plainType(annotation: JsonObject): JsonObject {
  const types = listOf(annotation.type)
  const known = types.map((each) => (each === 'oa:Annotation' || each === 'http://www.w3.org/ns/oa#Annotation' ? 'Annotation' : each))
  return known.every((each, at) => each === types[at]) ? annotation : { ...annotation, type: [...new Set(known)] }
}

/** `@id` and `@type` are what the context calls `id` and `type`; a context itself is left as it is. */
function plainKeywords(value: Json): Json {
  if (!hasKeywords(value)) return value
  if (Array.isArray(value)) return value.map(plainKeywords)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (key === '@context') return [key, each]
      return [key === '@id' ? 'id' : key === '@type' ? 'type' : key, plainKeywords(each)]
    }),
  )
}

function hasKeywords(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.some(hasKeywords)
  if (!isObject(value)) return false
  for (const key in value) {
    if (key === '@id' || key === '@type' || (key !== '@context' && hasKeywords(value[key]))) return true
  }
  return false
}

/** What the model says of an annotation's own properties, sections 3.1 to 3.3. */
function checkAnnotation(annotation: JsonObject, at: string): Problem | null {
  const context = annotation['@context']
  if (context !== undefined && !listOf(context).includes(annotationContext)) return { code: 'contextMissing', path: under(at, '@context') }
  if (annotation.bodyValue !== undefined && (annotation.body !== undefined || typeof alone(annotation.bodyValue) !== 'string')) {
    return { code: 'bodyTwice', path: under(at, 'bodyValue') }
  }
  const agents = ['creator', 'generator'].find((name) => !listOf(annotation[name]).every((each) => isIri(each) || isObject(each)))
  if (agents) return { code: 'iriInvalid', path: under(at, agents) }
  const motivated = listOf(annotation.motivation).every((each) => typeof each === 'string' || isObject(each))
  if (!motivated) return { code: 'propertyInvalid', path: under(at, 'motivation') }
  return checkProperties(annotation, at) ?? checkStyle(annotation, at)
}

function bodyOfValue(value: Json | undefined): Json | undefined {
  return value === undefined ? undefined : { type: 'TextualBody', value: alone(value)! }
}

/** How sure its author is, and who says so: what the standard has no word for. */
function readOwn(annotation: JsonObject, at: string, base: string): Result<Pick<IncomingAnnotation, 'confidence' | 'sourceName'>> {
  const names = ownProperties(base)
  const confidence = alone(annotation[names.confidence]) ?? null
  const sourceName = alone(annotation[names.sourceName]) ?? null
  if (confidence !== null && !isConfidence(confidence)) return refuse('propertyInvalid', under(at, names.confidence))
  if (sourceName === null) return accept({ confidence, sourceName })
  if (typeof sourceName !== 'string' || sourceName.trim() === '') return refuse('propertyInvalid', under(at, names.sourceName))
  if (sourceName.trim().length > limits.sourceName) return refuse('tooLong', under(at, names.sourceName), { limit: limits.sourceName })
  return accept({ confidence, sourceName: sourceName.trim() })
}

const isConfidence = (value: Json): value is Confidence => confidences.some((each) => each === value)

/** Everything that is not read otherwise, but for what we would say ourselves. */
function keptProperties(annotation: JsonObject, base: string, motivation: string | null): JsonObject {
  const names = ownProperties(base)
  const read = ['id', 'body', 'bodyValue', 'target', ...Object.values(names)]
  const said: JsonObject = { '@context': annotationContext, type: 'Annotation', motivation, generator: ownGenerator(base) }
  const same = (name: string, value: Json) => {
    if (!Object.hasOwn(said, name)) return false
    const one = alone(value)
    return one === said[name] || (name === 'generator' && JSON.stringify(one) === JSON.stringify(said[name]))
  }
  return Object.fromEntries(Object.entries(annotation).filter(([name, value]) => !read.includes(name) && !same(name, value)))
}

/** The parts that hold something, null where none does. */
function someOf(foreign: Required<Foreign>): Foreign | null {
  const some = Object.entries(foreign).filter(([, part]) => Object.keys(part).length > 0)
  return some.length > 0 ? Object.fromEntries(some) : null
}
