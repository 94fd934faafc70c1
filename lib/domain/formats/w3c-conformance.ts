import type { Problem, ProblemCode } from '../problem'
import { isRunningAddress } from '../running-address'
import type { Foreign, Json, JsonObject } from './foreign'
import { standsIn } from './own-part'
import { alone, isObject, listOf, under } from './read-json'

/** Whether a text is an absolute IRI (RFC 3987), as far as its shape tells, and none that a browser would run. */
export const isIri = (value: unknown): value is string =>
  typeof value === 'string' && /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{C}]+$/iu.test(value) && !isRunningAddress(value)

/**
 * Whether what is kept of a body or target is one that the model knows, so that it can be given back in an annotation
 * that conforms: an IRI, an external resource, a textual body, a specific resource or a choice, its dates, IRIs and
 * selectors well formed (Web Annotation Data Model, sections 3.2, 3.3 and 4). The first thing wrong, with its place.
 */
export function checkResource(value: Json, path: string): Problem | null {
  if (typeof value === 'string') return isIri(value) ? null : { code: 'iriInvalid', path }
  if (!isObject(value)) return { code: 'bodyUnknown', path }
  return checkProperties(value, path) ?? checkKind(value, path)
}

/** Whether the properties that annotations and resources share have values that the model allows. */
export function checkProperties(value: JsonObject, path: string): Problem | null {
  for (const [name, { code, holds, many }] of Object.entries(shared)) {
    if (!Object.hasOwn(value, name)) continue
    const given = listOf(value[name])
    if (given.length === 0 || (!many && given.length > 1) || !given.every(holds)) return { code, path: under(path, name) }
  }
  return null
}

/** Whether a selector (or a list of them) is one that the model describes, those that refine it as well. */
function checkSelectors(value: Json | undefined, path: string): Problem | null {
  return checkEach(value, path, (each, place) => checkTyped(each, place, selectors, 'selectorInvalid'))
}

/**
 * Whether what an annotation brought from elsewhere can leave again in one that conforms, wherever it was read: no part
 * of it may stand in for what is ours to say (`own-part.ts`), and none may hold an address that runs.
 */
export function checkForeign(foreign: Foreign, path: string, base: string): Problem | null {
  const { properties = {}, bodies = [], labels = {}, evidence = {}, note = {}, target = {} } = foreign
  const parts: Json[] = [...bodies, ...Object.values(labels), ...Object.values(evidence), note]
  return (
    standsIn(foreign, path, base) ??
    checkAddresses(properties, path) ??
    checkEach(parts, under(path, 'body'), checkAddresses) ??
    checkAddresses(target as Json, under(path, 'target')) ??
    checkProperties(properties, path) ??
    checkEach(bodies, under(path, 'body'), checkResource) ??
    checkSelectors(target.selectors, under(path, 'target.selector')) ??
    checkStyle({ ...properties, body: bodies, target: target.properties ?? {} }, path)
  )
}

/** Properties that hold words: these may begin like an address, and are none. */
const words: ReadonlySet<string> = new Set(['value', 'exact', 'prefix', 'suffix', 'name', 'nickname', 'label', 'title', 'description', 'comment', 'text'])

/** No text outside of words, and no name of a property, is an address that runs. */
function checkAddresses(value: Json, path: string): Problem | null {
  if (typeof value === 'string') return isRunningAddress(value) ? { code: 'iriInvalid', path } : null
  if (Array.isArray(value)) return checkEach(value, path, checkAddresses)
  if (!isObject(value)) return null
  for (const [name, each] of Object.entries(value)) {
    if (isRunningAddress(name)) return { code: 'iriInvalid', path: under(path, name.slice(0, 200)) }
    const problem = typeof each === 'string' && words.has(name) ? null : checkAddresses(each, under(path, name))
    if (problem) return problem
  }
  return null
}

/** A style class is a class of some style sheet, which the annotation must name (section 4.4). */
export function checkStyle({ stylesheet, body, target }: JsonObject, path: string): Problem | null {
  if (stylesheet !== undefined) return null
  const styled = Object.entries({ body, target }).find(([, part]) =>
    listOf(part).some((each) => isObject(each) && listOf(each.items ?? each).some((one) => isObject(one) && Object.hasOwn(one, 'styleClass'))),
  )
  return styled ? { code: 'propertyInvalid', path: under(under(path, styled[0]), 'styleClass') } : null
}

type Rule = { code: ProblemCode; holds: (value: Json) => boolean; many?: true }

const isText = (value: Json | undefined) => typeof value === 'string'
const isCount = (value: Json | undefined) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
/** RFC 3339, section 5.6: what the model's xsd:dateTime with its time zone is written as. */
const isMoment = (value: Json) =>
  typeof value === 'string' && /^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value)

const shared: { [name: string]: Rule } = {
  created: { code: 'dateTimeInvalid', holds: isMoment },
  modified: { code: 'dateTimeInvalid', holds: isMoment },
  generated: { code: 'dateTimeInvalid', holds: isMoment },
  rights: { code: 'iriInvalid', holds: isIri, many: true },
  canonical: { code: 'iriInvalid', holds: isIri },
  via: { code: 'iriInvalid', holds: isIri, many: true },
  id: { code: 'iriInvalid', holds: isIri },
  textDirection: { code: 'propertyInvalid', holds: (value) => ['ltr', 'rtl', 'auto'].includes(String(value)) },
  styleClass: { code: 'propertyInvalid', holds: isText, many: true },
}

/** By what a resource has it is of one kind, and what belongs to the other kinds it has not. */
function checkKind(value: JsonObject, path: string): Problem | null {
  const has = (name: string) => Object.hasOwn(value, name)
  const without = (...names: string[]) => names.find(has)
  if (has('source')) {
    const foreign = without('value', 'items')
    if (foreign) return { code: 'bodyUnknown', path: under(path, foreign) }
    return checkSource(value.source, under(path, 'source')) ?? checkParts(value, path)
  }
  if (has('items')) {
    const foreign = without('value', 'purpose')
    if (foreign) return { code: 'bodyUnknown', path: under(path, foreign) }
    const items = value.items
    if (!Array.isArray(items) || items.length === 0) return { code: 'bodyUnknown', path: under(path, 'items') }
    return checkEach(items, under(path, 'items'), checkResource)
  }
  if (has('value')) return isText(value.value) ? null : { code: 'bodyUnknown', path: under(path, 'value') }
  if (!has('id')) return { code: 'bodyUnknown', path }
  return has('purpose') ? { code: 'bodyUnknown', path: under(path, 'purpose') } : null
}

function checkSource(source: Json | undefined, path: string): Problem | null {
  const one = alone(source)
  if (isObject(one) && (Object.hasOwn(one, 'source') || !Object.hasOwn(one, 'id'))) return { code: 'bodyUnknown', path }
  return one === undefined ? { code: 'bodyUnknown', path } : checkResource(one, path)
}

function checkParts(value: JsonObject, path: string): Problem | null {
  return (
    checkSelectors(value.selector, under(path, 'selector')) ??
    checkEach(value.state, under(path, 'state'), (each, place) => checkTyped(each, place, states, 'propertyInvalid'))
  )
}

function checkEach(value: Json | undefined, path: string, check: (each: Json, path: string) => Problem | null): Problem | null {
  if (!Array.isArray(value)) return value === undefined ? null : check(value, path)
  for (const [index, each] of value.entries()) {
    const problem = check(each, under(path, index))
    if (problem) return problem
  }
  return null
}

type Kinds = { [type: string]: (value: JsonObject) => boolean }

const hasValue = (value: JsonObject) => isText(value.value)
const hasSpan = ({ start, end }: JsonObject) => isCount(start) && isCount(end)
const selectors: Kinds = {
  FragmentSelector: (value) => hasValue(value) && (value.conformsTo === undefined || isIri(value.conformsTo)),
  CssSelector: hasValue,
  XPathSelector: hasValue,
  TextQuoteSelector: ({ exact, prefix = '', suffix = '' }) => isText(exact) && isText(prefix) && isText(suffix),
  TextPositionSelector: hasSpan,
  DataPositionSelector: hasSpan,
  SvgSelector: (value) => hasValue(value) !== (value.id !== undefined),
  RangeSelector: ({ startSelector, endSelector }) => startSelector !== undefined && endSelector !== undefined,
}
const isMomentIfAny = (value: Json | undefined) => value === undefined || listOf(value).every(isMoment)
const states: Kinds = {
  TimeState: ({ sourceDate, sourceDateStart, sourceDateEnd }) =>
    isMomentIfAny(sourceDate) && isMomentIfAny(sourceDateStart) && isMomentIfAny(sourceDateEnd),
  HttpRequestState: hasValue,
}

/** A selector or a state may be refined by either. */
const refining = { ...selectors, ...states }

function checkTyped(value: Json, path: string, kinds: Kinds, code: ProblemCode): Problem | null {
  if (typeof value === 'string') return isIri(value) ? null : { code: 'iriInvalid', path }
  if (!isObject(value)) return { code, path }
  const type = alone(value.type)
  const holds = typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined
  if (holds ? !holds(value) : !isIri(value.id)) return { code, path }
  if (value.refinedBy === undefined) return null
  return checkEach(value.refinedBy, under(path, 'refinedBy'), (each, place) => checkTyped(each, place, refining, code))
}
