import { nextBoundary, previousBoundary } from '@/lib/domain/text/boundaries'
import type { TextUnit } from '@/lib/domain/text/segmenter'
import { snapTo } from '@/lib/domain/text/snap'
import type { Span } from '@/lib/domain/text/span'
import { isVisible } from '@/lib/domain/text/visible'
import type { TextMap } from './text-map'

type Text = Pick<TextMap, 'text' | 'index'>

/** A span widened to whole words, sentences or characters; null where nothing is left that can be seen. */
export function snapSpan({ text, index }: Text, span: Span, unit: TextUnit, language: string): Span | null {
  const range = { start: index.toUtf16(span.start), end: index.toUtf16(span.end) }
  const { start, end } = snapTo(unit, text, range, language)
  return isVisible(text.slice(start, end)) ? { start: index.toCodePoint(start), end: index.toCodePoint(end) } : null
}

/** The word or sentence at a code point, for a cursor to stand on. */
export function unitAt({ text, index }: Text, codePoint: number, unit: TextUnit, language: string): Span {
  const at = index.toUtf16(Math.min(codePoint, index.length))
  const { start, end } = snapTo(unit, text, { start: at, end: at }, language)
  const span = { start: index.toCodePoint(start), end: index.toCodePoint(end) }
  return span.start < span.end ? span : { start: Math.max(0, span.end - 1), end: Math.max(1, span.end) }
}

/** The next or previous word or sentence from a place; the same place's own unit where the text ends. */
export function step(text: Text, from: Span, unit: TextUnit, direction: 1 | -1, language: string): Span {
  const at = text.index.toUtf16(from.start)
  const boundary = direction === 1 ? nextBoundary : previousBoundary
  return unitAt(text, text.index.toCodePoint(boundary(text.text, at, unit, language)), unit, language)
}

/** The first word of the paragraph at a place (`-1`), or its last with what stands behind it (`1`). */
export function paragraphEdge(map: TextMap, from: Span, direction: 1 | -1, language: string): Span {
  const block = map.blockOf(from.start)
  if (!block) return from
  if (direction === -1) return unitAt(map, map.index.toCodePoint(block.start), 'word', language)
  const start = Math.max(block.start, previousBoundary(map.text, block.end, 'word', language))
  return { start: map.index.toCodePoint(start), end: map.index.toCodePoint(block.end) }
}

/** From the beginning of one place to the end of another, whichever comes first. */
export const union = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })
