import { blockAround } from './blocks'
import type { TextUnit } from './segmenter'
import { unitsAround } from './snap'

/**
 * Where a reading cursor at a UTF-16 index goes when it steps forward: the start of the next word, sentence or
 * character, over spaces, punctuation and empty lines; the end of the text when there is none. Only the blocks it
 * crosses are segmented.
 */
export function nextBoundary(text: string, index: number, unit: TextUnit, language: string | null): number {
  for (let at = index; at < text.length; at = blockAround(text, at).end) {
    const next = startsAround(text, at, unit, language).find((start) => start > index)
    if (next !== undefined) return next
  }
  return text.length
}

/** The same step backward: the nearest start of a unit before `index`; 0 when there is none. */
export function previousBoundary(text: string, index: number, unit: TextUnit, language: string | null): number {
  for (let at = Math.min(index, text.length); at > 0; at = blockAround(text, at - 1).start) {
    const previous = startsAround(text, at - 1, unit, language).findLast((start) => start < index)
    if (previous !== undefined) return previous
  }
  return 0
}

/**
 * Starts of the units around an index, in order. A word or sentence of nothing but space is no stop, and the
 * indentation before a sentence is not part of it; of characters each one is a stop, spaces too.
 */
function startsAround(text: string, index: number, unit: TextUnit, language: string | null): number[] {
  const units = unitsAround(unit, text, index, language)
  if (unit === 'grapheme') return units.map((u) => u.start)
  return units.flatMap((u) => {
    const words = text.slice(u.start, u.end).trimStart()
    return words === '' ? [] : [u.end - words.length]
  })
}
