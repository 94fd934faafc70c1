import { link, type Alignment } from './alignment'

/** A stretch of the old text that an edit replaced, and how long what it put there is; all in one unit. */
export type Replaced = readonly [oldStart: number, oldEnd: number, newLength: number]

/**
 * Links all words outside the replaced stretches (UTF-16, rising, not overlapping): what an editor's own record of an
 * edit says about where text stayed, which no comparison can know better. Answers false, having linked nothing, where
 * the record does not fit the two texts; then they have to be compared.
 */
export function linkKept(alignment: Alignment, replaced: readonly Replaced[]): boolean {
  const { old, next } = alignment
  const kept = keptStretches(old.text, next.text, replaced)
  if (!kept) return false
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
  return true
}

function keptStretches(before: string, after: string, replaced: readonly Replaced[]) {
  const kept: { start: number; end: number; at: number }[] = []
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
