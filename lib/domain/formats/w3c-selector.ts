import { codePointIndex } from '../text/code-points'
import type { IncomingPlace } from './exchange'
import type { Json, JsonObject } from './foreign'
import { alone, isObject } from './read-json'

type Place = NonNullable<IncomingPlace>

/**
 * The words that a selector chooses, where it can be told without the text: a quote, a position, or either refined by
 * the other (Web Annotation Data Model, section 4.2.9). A quote inside what another kind of selector chooses is looked
 * for in the whole text. Null: this selector does not say. Offsets are code points.
 *
 * Example: the quote 'a fine day' refined by the position 2 to 6 is the quote 'fine' between 'a ' and ' day'.
 */
export function placeOfSelector(selector: Json): Place | null {
  if (!isObject(selector)) return null
  const own = ownPlace(selector)
  const refinement = alone(selector.refinedBy)
  if (refinement === undefined) return own
  const inner = placeOfSelector(refinement)
  if (!own) return inner?.quote ? { quote: inner.quote, position: null } : null
  return inner ? within(own, inner) : own
}

/** Whether a selector is one of a type, and nothing refines it. */
export const isPlain = (selector: Json, type: string): selector is JsonObject =>
  isObject(selector) && alone(selector.type) === type && !Object.hasOwn(selector, 'refinedBy')

function ownPlace(selector: JsonObject): Place | null {
  const type = alone(selector.type)
  if (type === 'TextQuoteSelector' && typeof selector.exact === 'string') {
    const { exact, prefix, suffix } = selector
    const around = { ...(typeof prefix === 'string' && { prefix }), ...(typeof suffix === 'string' && { suffix }) }
    return { quote: { exact, ...around }, position: null }
  }
  const { start, end } = selector
  if (type === 'TextPositionSelector' && typeof start === 'number' && typeof end === 'number') {
    return { quote: null, position: { start, end } }
  }
  return null
}

/** A place inside another. What cannot be told leaves the outer one: all of it is meant, and the refinement is kept. */
function within(outer: Place, inner: Place): Place {
  if (outer.position) {
    const { start, end } = outer.position
    if (inner.position) return { quote: null, position: { start: start + inner.position.start, end: start + inner.position.end } }
    return inner.quote ? { quote: inner.quote, position: { start, end } } : outer
  }
  if (!outer.quote) return outer
  const { exact, prefix = '', suffix = '' } = outer.quote
  const words = codePointIndex(exact)
  const found = inner.position ?? spanOf(words, exact, inner.quote?.exact ?? '')
  if (!found || found.start >= found.end || found.end > words.length) return outer
  const quote = {
    exact: words.slice(found),
    prefix: prefix + words.slice({ start: 0, end: found.start }),
    suffix: words.slice({ start: found.end, end: words.length }) + suffix,
  }
  return { quote, position: null }
}

function spanOf(index: ReturnType<typeof codePointIndex>, text: string, words: string) {
  const at = words === '' ? -1 : text.indexOf(words)
  if (at < 0 || text.indexOf(words, at + 1) >= 0) return null
  return { start: index.toCodePoint(at), end: index.toCodePoint(at + words.length) }
}
