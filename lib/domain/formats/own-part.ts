import type { Problem } from '../problem'
import type { Foreign, Json, JsonObject } from './foreign'
import { isObject, listOf, under } from './read-json'
import { annotationContext, ownProperties } from './w3c-addresses'

const bodies = ['http://www.w3.org/ns/oa#hasBody', 'oa:hasBody', 'http://www.w3.org/ns/oa#bodyValue', 'oa:bodyValue']
const targets = ['http://www.w3.org/ns/oa#hasTarget', 'oa:hasTarget', 'http://www.w3.org/ns/oa#hasSource', 'oa:hasSource', 'http://www.w3.org/ns/oa#hasSelector', 'oa:hasSelector']
const keywords = ['@id', '@type', '@graph', '@value', '@reverse', '@included']

/** What we say ourselves in each part of an annotation, so that nothing that is only kept may say it. */
const own = {
  properties: ['id', 'body', 'bodyValue', 'target', ...bodies, ...targets, ...keywords],
  labels: ['purpose', 'selector', 'value', 'items', ...targets, ...keywords],
  source: ['id', 'source', 'items', 'value', ...keywords],
  note: ['value', 'source', 'items', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value', 'rdf:value', ...keywords],
  target: ['source', 'selector', 'value', 'items', 'body', ...targets, ...keywords],
  quote: ['type', 'exact', 'prefix', 'suffix', 'refinedBy', 'oa:exact', 'oa:prefix', 'oa:suffix', 'http://www.w3.org/ns/oa#exact', ...keywords],
  position: ['type', 'start', 'end', 'refinedBy', 'oa:start', 'oa:end', 'http://www.w3.org/ns/oa#start', 'http://www.w3.org/ns/oa#end', ...keywords],
} as const

/** Purposes that keep a body a note. */
const spoken = ['commenting', 'describing', 'replying', 'questioning', 'assessing', 'reviewing', 'editing', 'moderating']

/**
 * The first thing in what is kept of an annotation that would stand in for what is ours to say: its parts, the words and
 * places of its passage, the text of its note, what we say beyond the standard (`base` is this site's address), its
 * context and its class. Null where there is none.
 */
export function standsIn({ properties = {}, labels = {}, evidence = {}, note = {}, target = {} }: Foreign, path: string, base: string): Problem | null {
  const ours = Object.values(ownProperties(base))
  const among = (part: JsonObject, names: readonly string[], place: string): Problem | null => {
    const name = Object.keys(part).find((each) => names.includes(each))
    return name === undefined ? null : { code: 'propertyInvalid', path: under(place, name) }
  }
  const amongSource = (part: JsonObject, place: string) => {
    if (!Object.hasOwn(part, 'source')) return null
    return isObject(part.source) ? among(part.source, own.source, under(place, 'source')) : ({ code: 'propertyInvalid', path: under(place, 'source') } as const)
  }
  const each = (parts: { [name: string]: JsonObject }) =>
    Object.values(parts).map((part) => among(part, own.labels, under(path, 'body')) ?? amongSource(part, under(path, 'body')))
  const { '@context': context, type } = properties
  const found = [
    among(properties, [...own.properties, ...ours], path),
    context === undefined || listOf(context).includes(annotationContext) ? null : ({ code: 'contextMissing', path: under(path, '@context') } as const),
    type === undefined || listOf(type).includes('Annotation') ? null : ({ code: 'propertyInvalid', path: under(path, 'type') } as const),
    ...each(labels),
    ...each(evidence),
    among(note, own.note, under(path, 'body')),
    keepsNote(note) ? null : ({ code: 'propertyInvalid', path: under(path, 'body') } as const),
    among(target.properties ?? {}, own.target, under(path, 'target')),
    among(target.source ?? {}, own.source, under(path, 'target.source')),
    among(target.quote ?? {}, own.quote, under(path, 'target.selector')),
    among(target.position ?? {}, own.position, under(path, 'target.selector')),
  ]
  return found.find((problem) => problem !== null) ?? null
}

/** What else is kept of a note leaves it one: a text, with a purpose of those that say something to readers. */
function keepsNote({ type, purpose, format }: JsonObject): boolean {
  const text = (value: Json | undefined, holds: (text: string) => boolean) => value === undefined || (typeof value === 'string' && holds(value))
  return (type === undefined || listOf(type).includes('TextualBody')) && text(purpose, (word) => spoken.includes(word)) && (format === undefined || listOf(format).every((each) => typeof each === 'string'))
}
