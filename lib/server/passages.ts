import 'server-only'
import { quoteFinder } from '@/lib/domain/anchoring/find-quote'
import type { IncomingPlace } from '@/lib/domain/formats/exchange'
import type { ProblemCode } from '@/lib/domain/problem'
import { codePointIndex, type CodePointIndex } from '@/lib/domain/text/code-points'
import { graphemeAcross } from '@/lib/domain/text/graphemes'
import type { Span } from '@/lib/domain/text/span'
import { isVisible } from '@/lib/domain/text/visible'

/** A passage as somebody else describes it, by its words or its position or both. */
export type SoughtPassage = NonNullable<IncomingPlace>

/** A text with its index, made once for all that is looked up in it. */
export type IndexedText = { text: string; index: CodePointIndex }

/**
 * Comparisons of characters spent on quotes that are not there as they stand, or many times: half a second for one that
 * comes alone, ten seconds for all that come together.
 */
const [effortEach, mostAtOnce, mostEffort] = [100_000_000, 200_000_000, 2_000_000_000]
/** Characters of context that are compared, on each side. */
const mostContext = 64

/**
 * The passage where its position says, in code points, or what is wrong with it; null where its words have to be looked
 * for. Takes no longer than reading the words.
 */
export function passageAtPosition(on: IndexedText, { quote, position }: SoughtPassage): Span | ProblemCode | null {
  const inside = insideText(on, position)
  if (!quote) return inside ? checked(on, inside) : 'passageOutside'
  if (!isVisible(quote.exact)) return 'passageEmpty'
  return inside && standsAt(on, inside, quote) ? checked(on, inside) : null
}

/**
 * Looks passages up in a text by their words: a span in code points for each, in their order, or why there is none. Words
 * that are not simply there cost time, which is bounded for each and for all together; what has no time left is not found.
 */
export function findPassages(text: string, sought: readonly SoughtPassage[]): (Span | ProblemCode)[] {
  const on = { text, index: codePointIndex(text) }
  const effort = { left: 0 }
  const find = quoteFinder(text, effort)
  let left = Math.min(mostEffort, effortEach * sought.length)
  return sought.map((passage) => {
    const there = passageAtPosition(on, passage)
    if (there !== null) return there
    const { exact, prefix = '', suffix = '' } = passage.quote!
    const given = Math.min(left, mostAtOnce)
    effort.left = given
    const context = { prefix: prefix.slice(-mostContext), suffix: suffix.slice(0, mostContext) }
    const span = find({ exact, ...context, ...(passage.position && { position: passage.position.start }) })
    left -= given - effort.left
    return span ? checked(on, span) : text.includes(exact) ? 'passageUnclear' : 'passageNotFound'
  })
}

const insideText = ({ index }: IndexedText, position: SoughtPassage['position']) =>
  position && position.end <= index.length && position.start < position.end ? position : null

/** Quote and position agree, and what is known of the words around them does. */
function standsAt({ text, index }: IndexedText, span: Span, { exact, prefix = '', suffix = '' }: NonNullable<SoughtPassage['quote']>): boolean {
  const [start, end] = [index.toUtf16(span.start), index.toUtf16(span.end)]
  return end - start === exact.length && text.startsWith(exact, start) && text.endsWith(prefix, start) && text.startsWith(suffix, end)
}

function checked({ text, index }: IndexedText, { start, end }: Span): Span | ProblemCode {
  if (!isVisible(index.slice({ start, end }))) return 'passageEmpty'
  const cuts = (at: number) => graphemeAcross(text, index.toUtf16(at)) !== null
  return cuts(start) || cuts(end) ? 'passageCutsCharacter' : { start, end }
}
