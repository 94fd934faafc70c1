import type { Utf16Range } from '../text/blocks'
import { freeTokens, link, type Alignment } from './alignment'
import type { Replaced } from './replaced'
import { cutsToken, tokenEndingAfter, type Tokens } from './tokens'

/** A stretch of the old text that an edit left alone, and where it begins in the new text. UTF-16. */
export type Kept = Utf16Range & { at: number }

/**
 * What an editor's record of an edit (UTF-16, rising, not overlapping) left alone, empty stretches included, so that
 * what was replaced lies between each two. Null where the record does not fit the two texts: a claim is never believed,
 * only what is the same in both.
 */
export function keptStretches(before: string, after: string, replaced: readonly Replaced[]): Kept[] | null {
  const kept: Kept[] = []
  let [start, at] = [0, 0]
  for (const [oldStart, oldEnd, newLength] of [...replaced, [before.length, before.length, 0] as const]) {
    if (oldStart < start || oldEnd < oldStart || oldEnd > before.length || newLength < 0) return null
    if (before.slice(start, oldStart) !== after.slice(at, at + oldStart - start)) return null
    kept.push({ start, end: oldStart, at })
    at += oldStart - start + newLength
    start = oldEnd
  }
  return at === after.length ? kept : null
}

/** Links all words in kept stretches: where text stayed no comparison knows better than who edited it. */
export function linkKept(alignment: Alignment, kept: readonly Kept[]): void {
  const { old, next } = alignment
  let [i, j] = [0, 0]
  for (const { start, end, at } of kept) {
    while (i < old.count && old.start[i]! < start) i += 1
    while (j < next.count && next.start[j]! < at) j += 1
    for (; i < old.count && old.end[i]! <= end; i += 1) {
      const begins = old.start[i]! - start + at
      while (j < next.count && next.start[j]! < begins) j += 1
      // A word that was cut at the edge of the stretch is another token now.
      if (j < next.count && next.start[j] === begins && next.id[j] === old.id[i]) link(alignment, i, j)
    }
  }
}

/**
 * Between each two kept stretches: the free tokens of the old text and those that came for them, where both lie inside
 * one paragraph. A word of which only a part was replaced is among them.
 */
export function* replacedTokens({ old, next, to, from }: Alignment, kept: readonly Kept[]) {
  for (const [k, { start, end, at }] of kept.entries()) {
    const after = kept[k + 1]
    if (!after) return
    const a = [tokenEndingAfter(old, end), tokenEndingAfter(old, after.start - 1, 'start')] as const
    const b = [tokenEndingAfter(next, at + end - start), tokenEndingAfter(next, after.at - 1, 'start')] as const
    const inOneLine = ({ lineOf }: Tokens, [first, last]: readonly [number, number]) => first <= last && lineOf[first] === lineOf[last]
    if (!inOneLine(old, a) || !inOneLine(next, b)) continue
    yield { a: freeTokens(to, a[0], a[1] + 1), b: freeTokens(from, b[0], b[1] + 1) }
  }
}

/**
 * Prepares the question where a passage that was not touched stands now. Null where an edit reached into it, or made a
 * word longer of which it was the whole: "he" is not still there in "here". O(log n) each.
 */
export function untouched({ old, next }: Alignment, kept: readonly Kept[]): (passage: Utf16Range) => Utf16Range | null {
  return (passage) => {
    let [low, high] = [0, kept.length]
    while (low < high) {
      const half = (low + high) >>> 1
      if (kept[half]!.end < passage.end) low = half + 1
      else high = half
    }
    const home = kept[low]
    if (!home || passage.start < home.start) return null
    const start = passage.start - home.start + home.at
    const end = passage.end - home.start + home.at
    if (cutsToken(next, start) && !cutsToken(old, passage.start)) return null
    return cutsToken(next, end) && !cutsToken(old, passage.end) ? null : { start, end }
  }
}
