import { z } from 'zod'

/** A stretch of a text that an edit replaced, and how long what it put there is; all in one unit. */
export type Replaced = readonly [oldStart: number, oldEnd: number, newLength: number]

/** More stretches than this are no record worth keeping: the texts are compared instead. */
export const mostReplaced = 20_000

const count = z.int().nonnegative()

/** A record of an edit at a door: rising stretches that do not overlap. Whether it fits two texts is not asked here. */
export const replacedList = z
  .array(z.tuple([count, count, count]))
  .max(mostReplaced)
  .refine((all) => all.every(([start, end], i) => start <= end && start >= (all[i - 1]?.[1] ?? 0)))

/**
 * Two edits, one after the other, as one: `first` leads from A to B, `second` from B to C. Stretches that meet in B become
 * one. Each list is rising and does not overlap. Linear in both.
 *
 * Example: "abc" to "aXbc" is [1, 1, 1]; that to "aXYbc" is [2, 2, 1]; together [1, 1, 2].
 */
export function composed(first: readonly Replaced[], second: readonly Replaced[]): Replaced[] {
  const all: Replaced[] = []
  let [i, j] = [0, 0]
  /** How much longer B is than A, up to here. */
  let shift = 0
  while (i < first.length || j < second.length) {
    const from = Math.min(first[i] ? first[i]![0] + shift : Infinity, second[j]?.[0] ?? Infinity)
    let [to, grownInB, grownInC] = [from, 0, 0]
    for (;;) {
      const [one, two] = [first[i], second[j]]
      if (one && one[0] + shift + grownInB <= to) {
        to = Math.max(to, one[0] + shift + grownInB + one[2])
        grownInB += one[2] - (one[1] - one[0])
        i += 1
      } else if (two && two[0] <= to) {
        to = Math.max(to, two[1])
        grownInC += two[2] - (two[1] - two[0])
        j += 1
      } else break
    }
    const [start, end, length] = [from - shift, to - shift - grownInB, to - from + grownInC]
    if (start < end || length > 0) all.push([start, end, length])
    shift += grownInB
  }
  return all
}

/** The edit that undoes this one. */
export function reversed(replaced: readonly Replaced[]): Replaced[] {
  let shift = 0
  return replaced.map(([start, end, length]) => {
    const at = start + shift
    shift += length - (end - start)
    return [at, at + length, end - start]
  })
}
