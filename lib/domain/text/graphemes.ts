import { blockAround, type Utf16Range } from './blocks'
import { segmenter } from './segmenter'

/**
 * The whole user-perceived character (extended grapheme cluster, Unicode Standard Annex 29) around a UTF-16 index: for
 * '👨‍👩‍👧' all eight units. Null where the index lies between two characters or at an end of the text.
 */
export function graphemeAcross(text: string, index: number): Utf16Range | null {
  if (index <= 0 || index >= text.length) return null
  if (isPlain(text.charCodeAt(index - 1)) && isPlain(text.charCodeAt(index))) return null
  const block = blockAround(text, index)
  const found = segmenter(null, 'grapheme').segment(text.slice(block.start, block.end)).containing(index - block.start)
  if (!found) return null
  const start = block.start + found.index
  return start === index ? null : { start, end: start + found.segment.length }
}

/**
 * Characters that never join a neighbour of their own kind: printable ASCII, CJK ideographs, full-width forms and the
 * common CJK punctuation. Between two of them is always a boundary, which spares nearly every question to the
 * segmenter.
 */
function isPlain(unit: number): boolean {
  return (
    (unit >= 0x20 && unit <= 0x7e) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0x3001 && unit <= 0x3029) ||
    (unit >= 0xff01 && unit <= 0xff5e)
  )
}
