import type { AnchorState } from '../annotation'
import { codePointIndex, type CodePointIndex } from '../text/code-points'
import type { Span } from '../text/span'
import { describe, type Quote } from './describe'

/** An anchor before an edit; `id` is only handed through. */
export type Anchor = Span & { id: string }
/** What became of it: its place and words in the new text, or, when orphaned, the last ones it had. */
export type CarriedAnchor = Anchor & Quote & { state: AnchorState }

/**
 * Carries anchors from one revision's canonical text to the next. The one place where that is decided.
 *
 * An anchor outside the edited stretch (the texts' common beginning and end) is `exact`. One inside is looked for by its
 * exact words: where one occurrence alone also has the same words beside it on at least one side it is `exact`; where
 * the words occur once in the new text and once in the old, but among others, it is `moved`; else it is `orphaned`,
 * never placed by a guess. Cost: linear in the texts, plus one search for each anchor inside the edited stretch.
 */
export function carryAnchors(before: string, after: string, anchors: readonly Anchor[]): CarriedAnchor[] {
  const old = codePointIndex(before)
  const next = codePointIndex(after)
  const edit = editedStretch(before, after)
  const shift = next.length - old.length
  const from = old.toCodePoint(edit.start)
  const to = old.toCodePoint(edit.oldEnd)

  return anchors.map(({ id, start, end }) => {
    if (end <= from) return place(id, next, { start, end }, 'exact')
    if (start >= to) return place(id, next, { start: start + shift, end: end + shift }, 'exact')
    const words = describe(old, { start, end })
    const found = find(words, before, after)
    if (!found) return { id, start, end, ...words, state: 'orphaned' }
    const span = { start: next.toCodePoint(found.at), end: next.toCodePoint(found.at + words.quote.length) }
    return place(id, next, span, found.state)
  })
}

function place(id: string, text: CodePointIndex, span: Span, state: AnchorState): CarriedAnchor {
  return { id, ...span, ...describe(text, span), state }
}

/** The shortest stretch, in UTF-16 units, outside which both texts are the same; its ends never cut a surrogate pair. */
function editedStretch(before: string, after: string): { start: number; oldEnd: number } {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  if (start > 0 && isHighSurrogate(before.charCodeAt(start - 1))) start -= 1
  let tail = 0
  while (tail < shorter - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  if (tail > 0 && isLowSurrogate(before.charCodeAt(before.length - tail))) tail -= 1
  return { start, oldEnd: before.length - tail }
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit < 0xdc00
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit < 0xe000

/** Beside a quote this many UTF-16 units must be the same for a side to count as the same. */
const neighbours = 8

function find({ quote, prefix, suffix }: Quote, before: string, after: string): { at: number; state: AnchorState } | null {
  const left = prefix.slice(-neighbours)
  const right = suffix.slice(0, neighbours)
  const places = occurrences(after, quote)
  const both = places.filter((at) => hasLeft(after, at, left) && after.startsWith(right, at + quote.length))
  if (both.length === 1) return { at: both[0]!, state: 'exact' }
  if (both.length > 1) return null
  const oneSide = places.filter(
    (at) =>
      (left.length === neighbours && hasLeft(after, at, left)) ||
      (right.length === neighbours && after.startsWith(right, at + quote.length)),
  )
  if (oneSide.length === 1) return { at: oneSide[0]!, state: 'exact' }
  if (oneSide.length > 1 || places.length !== 1 || quote.length < neighbours) return null
  return occurrences(before, quote).length === 1 ? { at: places[0]!, state: 'moved' } : null
}

const hasLeft = (text: string, at: number, left: string) => text.startsWith(left, at - left.length) && at >= left.length

/** Where `quote` occurs, in UTF-16 units; more than a few hundred are as good as not found and are not listed. */
function occurrences(text: string, quote: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(quote); at >= 0 && found.length < 300; at = text.indexOf(quote, at + 1)) found.push(at)
  return found
}
