import { codePointIndex, type CodePointIndex } from '../text/code-points'
import { foldText, type FoldedText } from '../text/folded-text'
import type { Span } from '../text/span'
import { nearMatches, type NearMatch } from './approximate'

/**
 * A passage as another program describes it: the W3C TextQuoteSelector's `exact`, `prefix` and `suffix`, and the
 * `start` of its TextPositionSelector in code points.
 */
export type SoughtQuote = { exact: string; prefix?: string; suffix?: string; position?: number }

/**
 * Finds a quote in a text, in code points. The words decide: one place that has them exactly is it, whatever stands
 * around it. The same words in another normal form, or in full-width or half-width letters, are the same words. Among several the words before and after decide, and where those are alike too, the position. Where
 * nothing has the exact words, a place is taken that differs in at most a quarter of their characters and is clearly
 * the best by words and surroundings. Null where nothing is found or nothing tells the candidates apart: a wrong place
 * is worse than none.
 *
 * Example: 'before us' with the prefix 'we had nothing' in "we had everything before us, we had nothing before us".
 */
export function findQuote(text: string, sought: SoughtQuote): Span | null {
  return quoteFinder(text)(sought)
}

/**
 * The same for many quotes in one text. `effort` is how many characters may be compared for all of them together where
 * words are not simply there, or there many times; when it is spent (`left` below zero), such quotes are not found any
 * more. A quote of 100 characters that a text of 100,000 does not have costs two and a half million.
 */
export function quoteFinder(text: string, effort = { left: Infinity }): (sought: SoughtQuote) => Span | null {
  const index = codePointIndex(text)
  let folded: FoldedText | null = null
  return (sought) => {
    if (sought.exact === '') return null
    const exact = exactPlaces(text, sought.exact)
    const span = exact.length === 1 ? exact[0]! : findFolded((folded ??= foldText(text, 'width')), sought, exact, index, effort)
    if (!span) return null
    const [start, end] = [index.toCodePoint(span.start), index.toCodePoint(span.end)]
    return start < end ? { start, end } : null
  }
}

/**
 * The place in UTF-16 units of the text as it is. Text and quote are compared in one form, since programs hand out quotes
 * in another than they were given; `exact` are the places that have the quote letter by letter, which go first.
 */
function findFolded(folded: FoldedText, sought: SoughtQuote, exact: readonly NearMatch[], index: CodePointIndex, effort: { left: number }) {
  const words = foldedQuote(sought)
  const same = exact.map(({ start, end }) => ({ start: folded.toFolded(start, 'start'), end: folded.toFolded(end, 'end'), errors: 0 }))
  const whole = same.length > 0 ? same : exactPlaces(folded.text, words.exact).filter(({ start, end }) => !folded.cuts(start) && !folded.cuts(end))
  const places = whole.length > 0 ? whole : similarPlaces(folded.text, words.exact, effort)
  if (places.length > 1) effort.left -= contextCost(words) * places.length
  if (effort.left < 0 && whole.length !== 1) return null
  const found = theOne(folded.text, words, places, (unit) => index.toCodePoint(folded.toOriginal(unit, 'start')))
  return found && { start: folded.toOriginal(found.start, 'start'), end: folded.toOriginal(found.end, 'end') }
}

function foldedQuote({ exact, prefix, suffix, position }: SoughtQuote): SoughtQuote {
  const fold = (words: string | undefined) => (words === undefined ? undefined : foldText(words, 'width').text)
  return { exact: fold(exact)!, prefix: fold(prefix), suffix: fold(suffix), position }
}

/** More places than this are as good as none: so short a quote says nothing. */
const mostPlaces = 5_000
/** A shorter quote is not looked for with errors: too much is like it. */
const shortestSimilar = 8
/** A quote may differ in this share of its characters, but in no more than so many. */
const errorShare = 0.25
const mostErrors = 64
/** Likenesses nearer to each other than this are a draw. */
const draw = 0.02

function exactPlaces(text: string, words: string): NearMatch[] {
  const found: NearMatch[] = []
  for (let at = text.indexOf(words); at >= 0 && found.length < mostPlaces; at = text.indexOf(words, at + 1)) {
    found.push({ start: at, end: at + words.length, errors: 0 })
  }
  return found
}

function similarPlaces(text: string, words: string, effort: { left: number }): NearMatch[] {
  const errors = Math.min(mostErrors, Math.floor(words.length * errorShare))
  return words.length < shortestSimilar ? [] : nearMatches(text, words, errors, effort)
}

const contextCost = ({ prefix = '', suffix = '' }: SoughtQuote) => 2 * (prefix.length ** 2 + suffix.length ** 2)

function theOne(
  text: string,
  { exact, prefix = '', suffix = '', position }: SoughtQuote,
  places: readonly NearMatch[],
  toCodePoint: (unit: number) => number,
): NearMatch | null {
  if (places.length <= 1) return places[0] ?? null
  const rated = places.map((place) => ({ place, likeness: likenessAt(text, exact, prefix, suffix, place) }))
  const best = Math.max(...rated.map(({ likeness }) => likeness))
  const least = best === 1 ? 1 : best - draw
  const drawn = rated.filter(({ likeness }) => likeness >= least).map(({ place }) => place)
  if (drawn.length === 1) return drawn[0]!
  if (position === undefined) return null
  const distance = ({ start }: NearMatch) => Math.abs(toCodePoint(start) - position)
  const [first, second] = drawn.toSorted((x, y) => distance(x) - distance(y))
  return first && second && distance(first) < distance(second) ? first : null
}

/** 1 where the words and all that is known of their surroundings are the same. */
function likenessAt(text: string, exact: string, prefix: string, suffix: string, place: NearMatch): number {
  const before = text.slice(Math.max(0, place.start - 2 * prefix.length), place.start)
  const after = text.slice(place.end, place.end + 2 * suffix.length)
  const errors = place.errors + editsAtEnd(before, prefix) + editsAtEnd(backwards(after), backwards(suffix))
  return 1 - errors / (exact.length + prefix.length + suffix.length)
}

const backwards = (text: string) => Array.from({ length: text.length }, (_, i) => text[text.length - 1 - i]).join('')

/**
 * The fewest characters to change so that `text` ends with `words` (Levenshtein 1966; where it begins does not matter).
 */
function editsAtEnd(text: string, words: string): number {
  if (text.endsWith(words)) return 0
  const column = Int32Array.from({ length: words.length + 1 }, (_, i) => i)
  for (const character of text.split('')) {
    let diagonal = 0
    for (let i = 1; i <= words.length; i += 1) {
      const left = column[i]!
      column[i] = Math.min(diagonal + (words[i - 1] === character ? 0 : 1), column[i - 1]! + 1, left + 1)
      diagonal = left
    }
  }
  return column[words.length]!
}
