import { normalForm } from '../text/normal-form'
import type { Foreign, Json, JsonObject } from './foreign'
import { alone, isObject, listOf } from './read-json'

/** Whom an annotation from elsewhere names as a maker of something: a person of this site by their account's id, and a name. */
export type Agent = { personId: string | null; name: string | null }

/** People of this site other than who brings the annotation: accounts' ids in lower case, and names as `plainName` has them. */
export type OtherPeople = { ids: ReadonlySet<string>; names: ReadonlySet<string> }

/** A name as names are compared: compatibility forms made one, lower case, single spaces. */
export const plainName = (name: string): string => normalForm(name.slice(0, longestName), 'NFKC').toLowerCase().trim().replace(/\s+/gu, ' ')

/** Everybody whom any part of what came with an annotation names as a maker. */
export function agentsIn(foreign: Foreign | null): Agent[] {
  const found: Agent[] = []
  walk(foreign as Json, (agent) => {
    found.push({ personId: personOf(agent), name: nameOf(agent) })
    return agent
  })
  return found
}

/**
 * What came with an annotation, without the claim that somebody else of this site made any part of it: an agent with the
 * id of another account, or of `posterId`, who is told anyway, is left out; one with another's name and no address of its
 * own as well; one with an address from elsewhere loses the name only.
 */
export function withoutImpostors(foreign: Foreign, posterId: string, others: OtherPeople): Foreign {
  return walk(foreign as Json, (agent) => {
    const id = personOf(agent)
    if (id !== null && (id === posterId.toLowerCase() || others.ids.has(id))) return null
    const name = nameOf(agent)
    if (name === null || !others.names.has(plainName(name)) || !isObject(agent)) return agent
    if (typeof alone(agent.id ?? agent['@id']) !== 'string') return null
    return Object.fromEntries(Object.entries(agent).filter(([key]) => !names.has(key)))
  }) as Foreign
}

const longestName = 400
/** The properties by which JSON-LD says who made something. */
const makers: ReadonlySet<string> = new Set(
  ['creator', 'author', 'maker'].flatMap((word) => [word, `dcterms:${word}`, `dc:${word}`, `schema:${word}`, `foaf:${word}`, `http://purl.org/dc/terms/${word}`, `http://purl.org/dc/elements/1.1/${word}`, `http://schema.org/${word}`, `https://schema.org/${word}`, `http://xmlns.com/foaf/0.1/${word}`]),
)
const names: ReadonlySet<string> = new Set(['name', 'foaf:name', 'schema:name', 'http://xmlns.com/foaf/0.1/name', 'http://schema.org/name', 'https://schema.org/name'])

function walk(value: Json, judge: (agent: Json) => Json): Json {
  if (Array.isArray(value)) return value.map((each) => walk(each, judge))
  if (!isObject(value)) return value
  const entries = Object.entries(value).flatMap(([key, each]): [string, Json][] => {
    const inside = walk(each, judge)
    if (!makers.has(key)) return [[key, inside]]
    const kept = listOf(inside).map(judge).filter((agent) => agent !== null)
    return kept.length === 0 ? [] : [[key, Array.isArray(inside) && kept.length > 1 ? kept : kept[0]!]]
  })
  return Object.fromEntries(entries)
}

function personOf(agent: Json): string | null {
  const id = isObject(agent) ? alone(agent.id ?? agent['@id']) : agent
  return typeof id === 'string' ? (/^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(id)?.[1]?.toLowerCase() ?? null) : null
}

function nameOf(agent: Json): string | null {
  if (!isObject(agent)) return null
  const said: JsonObject = agent
  const name = [...names].map((key) => alone(said[key])).find((each) => typeof each === 'string')
  return typeof name === 'string' ? name : null
}
