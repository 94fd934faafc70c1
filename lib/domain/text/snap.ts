import { blockAround, type Utf16Range } from './blocks'
import { graphemeAcross } from './graphemes'
import { segmenter, type TextUnit } from './segmenter'
import { sentencesIn } from './sentences'
import { wordsIn } from './words'

/**
 * Widens a selection so that it cuts no user-perceived character: half a family emoji becomes the whole family. Never
 * narrows. UTF-16 units in and out; a reversed or outside range is put in order and inside the text first.
 */
export function snapToGraphemes(text: string, range: Utf16Range): Utf16Range {
  const { start, end } = ordered(text, range)
  return { start: graphemeAcross(text, start)?.start ?? start, end: graphemeAcross(text, end)?.end ?? end }
}

/**
 * Widens a selection to whole units of the given size and drops the space or newline at its ends: 'e quick bro' becomes
 * 'the quick brown'; it may span paragraphs. A caret (start = end) becomes the word that it is in or touches, or the
 * sentence around it. Where there is no such unit, whole characters are kept. Only the blocks at its two ends are
 * segmented, so the cost does not grow with the text.
 */
export function snapTo(unit: TextUnit, text: string, range: Utf16Range, language: string | null): Utf16Range {
  if (unit === 'grapheme') return snapToGraphemes(text, range)
  const { start, end } = withoutSpace(text, ordered(text, range))
  if (start === end) return trimmed(text, touching(unit, text, start, language))
  const first = unitsAround(unit, text, start, language).find((u) => u.start <= start && start < u.end)
  const last = unitsAround(unit, text, end - 1, language).find((u) => u.start < end && end <= u.end)
  return trimmed(text, { start: first?.start ?? start, end: last?.end ?? end })
}

/** The units of one size in the block around a UTF-16 index, in order: words without what is between them. */
export function unitsAround(unit: TextUnit, text: string, index: number, language: string | null): Utf16Range[] {
  const block = blockAround(text, index)
  const words = text.slice(block.start, block.end)
  return unitsIn(unit, words, language).map((u) => ({ start: block.start + u.start, end: block.start + u.end }))
}

function unitsIn(unit: TextUnit, text: string, language: string | null): Utf16Range[] {
  if (unit === 'word') return wordsIn(text, language)
  if (unit === 'sentence') return sentencesIn(text, language)
  const all = segmenter(language, 'grapheme').segment(text)
  return Array.from(all, ({ index, segment }) => ({ start: index, end: index + segment.length }))
}

function touching(unit: TextUnit, text: string, caret: number, language: string | null): Utf16Range {
  const units = unitsAround(unit, text, caret, language)
  const inside = units.find((u) => u.start <= caret && caret < u.end)
  return inside ?? units.find((u) => u.end === caret) ?? snapToGraphemes(text, { start: caret, end: caret })
}

function ordered(text: string, { start, end }: Utf16Range): Utf16Range {
  const inside = (index: number) => Math.min(Math.max(index, 0), text.length)
  return { start: inside(Math.min(start, end)), end: inside(Math.max(start, end)) }
}

/** Drops space at both ends; a range of nothing but space becomes the caret at its start. */
function withoutSpace(text: string, { start, end }: Utf16Range): Utf16Range {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return from >= end ? { start, end: start } : { start: from, end: start + words.trimEnd().length }
}

/** Drops space at both ends, then makes the ends whole characters again. */
function trimmed(text: string, range: Utf16Range): Utf16Range {
  return snapToGraphemes(text, withoutSpace(text, range))
}
