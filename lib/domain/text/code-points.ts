/** Translates between the two ways of counting one text. Made by `codePointIndex`. */
export type CodePointIndex = {
  /** Length of the text in code points. */
  readonly length: number
  /**
   * UTF-16 index at which code point `cp` begins; `length` gives the text's end. Throws a RangeError outside
   * 0..length.
   */
  toUtf16(cp: number): number
  /**
   * Code point index of a UTF-16 index. An index between the two halves of a surrogate pair counts as the beginning of
   * that pair (rounds down). Throws a RangeError outside 0..text.length.
   */
  toCodePoint(utf16: number): number
  /** The words of a span in code points. An empty or reversed span gives ''. Throws a RangeError outside the text. */
  slice(span: { start: number; end: number }): string
}

/**
 * Reads a text once and answers both ways from then on: at once where every character is one UTF-16 unit (nearly every
 * news text), in O(log k) with a table of the k surrogate pairs otherwise. Nothing is stored for the other characters,
 * so 200,000 characters with three emoji cost three numbers. A lone surrogate is a code point of its own, as in
 * JavaScript's own iteration.
 *
 * Offsets outside the text are a caller's bug and throw: clamping here would move somebody's flag in silence.
 * Example: in '𠮷野家' the code point 1 (野) is at UTF-16 index 2.
 */
export function codePointIndex(text: string): CodePointIndex {
  const pairs = pairStarts(text)
  const length = text.length - pairs.length

  const toUtf16 = (cp: number) => {
    within(cp, length)
    return pairs.length === 0 ? cp : cp + countWhere(pairs.length, (k) => pairs[k]! - k < cp)
  }
  const toCodePoint = (utf16: number) => {
    within(utf16, text.length)
    return pairs.length === 0 ? utf16 : utf16 - countWhere(pairs.length, (k) => pairs[k]! < utf16)
  }
  const slice = ({ start, end }: { start: number; end: number }) => {
    const [from, to] = [toUtf16(start), toUtf16(end)]
    return from < to ? text.slice(from, to) : ''
  }
  return { length, toUtf16, toCodePoint, slice }
}

/** Number of code points in a text; a lone surrogate counts as one. '👨‍👩‍👧' has five. */
export function countCodePoints(text: string): number {
  return text.length - pairStarts(text).length
}

/** Whether half of a surrogate pair stands alone somewhere: such a text cannot be stored as UTF-8 and is refused. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text)
}

/** UTF-16 index of the first half of every surrogate pair, in order. */
function pairStarts(text: string): readonly number[] {
  return Array.from(text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g), (m) => m.index)
}

/** How many of 0..n-1 fulfil a condition that, once false, stays false. */
function countWhere(n: number, holds: (k: number) => boolean): number {
  let [low, high] = [0, n]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}

function within(index: number, end: number): void {
  if (!Number.isInteger(index) || index < 0 || index > end) {
    throw new RangeError(`offset ${index} is outside 0..${end}`)
  }
}
