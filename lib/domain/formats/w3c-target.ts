import { accept, refuse, type Problem, type Result } from '../problem'
import type { IncomingPlace } from './exchange'
import type { ForeignTarget, Json, JsonObject } from './foreign'
import { alone, isObject, listOf, under } from './read-json'
import { checkResource, isIri } from './w3c-conformance'
import { isPlain, placeOfSelector } from './w3c-selector'

/** What a target says: the address it names, the passage (null: all of it), and the rest, to be given back. */
export type ReadTarget = { source: string; place: IncomingPlace; kept: ForeignTarget }

/**
 * Reads the target of an annotation: one resource, with a quote, a position or both among its selectors. Refused: several
 * targets or a choice of them, and selectors none of which says which words are meant.
 */
export function readTarget(value: Json | undefined, path: string): Result<ReadTarget> {
  const targets = listOf(value)
  if (targets.length > 1) return refuse('targetMany', path)
  const [target] = targets
  if (target === undefined || target === null) return refuse('targetMissing', path)
  const place = Array.isArray(value) ? under(path, 0) : path
  if (isObject(target) && Object.hasOwn(target, 'items')) return refuse('targetMany', place)
  const problem = checkResource(asSpecific(target), place)
  if (problem) return { ok: false, problems: [ofTarget(problem)] }
  if (isObject(target)) return readObject(asSpecific(target) as JsonObject, place)
  // Part of the article is meant, in words that are not ours: taking it for the whole would change what is said.
  return String(target).includes('#') ? refuse('selectorUnknown', place) : accept({ source: target as string, place: null, kept: {} })
}

/** `{ id, selector }` is often written where `{ source, selector }` is meant. */
function asSpecific(target: Json): Json {
  if (!isObject(target) || Object.hasOwn(target, 'source') || !Object.hasOwn(target, 'selector')) return target
  const { id, ...rest } = target
  return id === undefined ? target : { ...rest, source: id }
}

const ofTarget = (problem: Problem): Problem => (problem.code === 'bodyUnknown' ? { ...problem, code: 'targetMissing' } : problem)

function readObject(target: JsonObject, path: string): Result<ReadTarget> {
  if (!Object.hasOwn(target, 'source')) {
    const { id, ...rest } = target
    return accept({ source: String(alone(id)), place: null, kept: filled({ source: rest }) })
  }
  const { type, source, selector, ...properties } = target
  const named = alone(source)
  const { id, ...more } = isObject(named) ? named : { id: named }
  const address = alone(id)
  if (!isIri(address)) return refuse('iriInvalid', under(path, 'source'))
  const extra = type === undefined || alone(type) === 'SpecificResource' ? properties : { type, ...properties }
  const read = readSelectors(selector, under(path, 'selector'))
  if (!read.ok) return read
  return accept({ source: address, place: read.value.place, kept: { ...filled({ properties: extra, source: more }), ...read.value.kept } })
}

function readSelectors(value: Json | undefined, path: string): Result<{ place: IncomingPlace; kept: ForeignTarget }> {
  const all = listOf(value)
  if (all.length === 0) return accept({ place: null, kept: {} })
  const pathOf = (selector: Json) => (Array.isArray(value) ? under(path, all.indexOf(selector)) : path)
  const quoting = all.find((each) => isPlain(each, 'TextQuoteSelector'))
  const positioning = all.find((each) => isPlain(each, 'TextPositionSelector'))
  const others = all.filter((each) => each !== quoting && each !== positioning)
  const chosen = quoting || positioning ? [quoting, positioning] : [others.find((each) => placeOfSelector(each) !== null)]
  const places = chosen.flatMap((each) => (each === undefined ? [] : [placeOfSelector(each)]))
  const quote = places.find((each) => each?.quote)?.quote ?? null
  const position = places.find((each) => each?.position)?.position ?? null
  if (!quote && !position) return refuse('selectorUnknown', path)
  if (position && position.start > position.end) return refuse('passageReversed', positioning ? pathOf(positioning) : path)
  if (quote?.exact === '') return refuse('passageEmpty', quoting ? pathOf(quoting) : path)
  if (!quote && position && position.start === position.end) return refuse('passageEmpty', path)
  const kept = filled({
    quote: isObject(quoting) ? without(quoting, 'type', 'exact', 'prefix', 'suffix') : {},
    position: isObject(positioning) ? without(positioning, 'type', 'start', 'end') : {},
  })
  return accept({ place: { quote, position }, kept: { ...kept, ...(others.length > 0 && { selectors: others }) } })
}

/** An object but for some of its properties. */
export const without = (value: JsonObject, ...names: string[]): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))

/** The parts that hold something. */
export function filled<Name extends string>(parts: { [N in Name]: JsonObject }): { [N in Name]?: JsonObject } {
  const some = Object.entries<JsonObject>(parts).filter(([, part]) => Object.keys(part).length > 0)
  return Object.fromEntries(some) as { [N in Name]?: JsonObject }
}
