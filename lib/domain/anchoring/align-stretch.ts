import { spend } from '../effort'
import { link, type Alignment } from './alignment'
import { commonRuns, type Run } from './diff'
import { runBits } from './evidence'
import { tellingRuns } from './telling-runs'

/**
 * Compares some old tokens with some new ones (a paragraph with its successor, what is left of a page with what was put
 * there) and links those that agree beyond chance. The positions must be rising and free; they need not be neighbours.
 *
 * `leastBits` is what the best run must be worth for any link to be made. A stretch that stands where the other stood
 * needs little; one picked out of a whole text has had many chances to agree and needs more (see `leastBitsFor`).
 * Answers whether it linked any.
 */
export function alignStretch(
  alignment: Alignment,
  oldPlaces: Int32Array,
  newPlaces: Int32Array,
  leastBits: number,
): boolean {
  const { old, next, bits, effort } = alignment
  if (!spend(effort, oldPlaces.length + newPlaces.length)) return false
  const a = oldPlaces.map((i) => old.id[i]!)
  const b = newPlaces.map((j) => next.id[j]!)
  const runs = tellingRuns(a, b, commonRuns(a, b, effort), bits, effort)
  const worth = runs.map((run) => runBits(a, run.a, run.a + run.length, bits))
  const smaller = Math.min(runBits(a, 0, a.length, bits), runBits(b, 0, b.length, bits))
  const sum = worth.reduce((total, one) => total + one, 0)
  if (Math.max(0, ...worth) < leastBits || sum < leastShare * smaller) return false

  for (const run of runs) {
    for (let i = 0; i < run.length; i += 1) link(alignment, oldPlaces[run.a + i]!, newPlaces[run.b + i]!)
  }
  for (const edit of editsBetween(runs, a.length, b.length)) linkWordForWord(alignment, oldPlaces, newPlaces, edit)
  return runs.length > 0
}

/**
 * Compares what was taken out of a paragraph with what came for it, where it is known that the one took the place of the
 * other: the words around have gone on, so that one word respelt between them needs no more evidence.
 */
export function alignInPlace(alignment: Alignment, oldPlaces: Int32Array, newPlaces: Int32Array): void {
  if (alignStretch(alignment, oldPlaces, newPlaces, 0)) return
  linkWordForWord(alignment, oldPlaces, newPlaces, { a: 0, aTo: oldPlaces.length, b: 0, bTo: newPlaces.length })
}

/** Two stretches of which less than this share of the shorter one agrees have nothing to do with each other. */
const leastShare = 0.12

/** The bits a run must have so that it is expected less than once in 64 such searches: n tokens looked for among m. */
export const leastBitsFor = (n: number, m: number) => Math.max(20, Math.log2(Math.max(1, n) * Math.max(1, m)) + 6)

type Edit = { a: number; aTo: number; b: number; bTo: number }

function* editsBetween(runs: readonly Run[], aLength: number, bLength: number): Generator<Edit> {
  let [a, b] = [0, 0]
  for (const run of runs) {
    if (run.a > a && run.b > b) yield { a, aTo: run.a, b, bTo: run.b }
    a = run.a + run.length
    b = run.b + run.length
  }
  if (runs.length > 0 && aLength > a && bLength > b) yield { a, aTo: aLength, b, bTo: bLength }
}

/** An edit of more tokens than this is not read as word for word. */
const wordForWord = 8

/**
 * Inside a small edit between telling runs: tokens at the same place that are equal after all ("the" between two
 * replaced words), and words that were only respelt. With as many tokens on both sides place by place, else from both
 * ends.
 */
function linkWordForWord(alignment: Alignment, oldPlaces: Int32Array, newPlaces: Int32Array, edit: Edit): void {
  const n = edit.aTo - edit.a
  const m = edit.bTo - edit.b
  if (n > wordForWord || m > wordForWord) return
  const tryLink = (i: number, j: number) => {
    const alike = isRespelt(alignment, oldPlaces[edit.a + i]!, newPlaces[edit.b + j]!)
    if (alike) link(alignment, oldPlaces[edit.a + i]!, newPlaces[edit.b + j]!)
    return alike
  }
  if (n === m) {
    for (let i = 0; i < n; i += 1) tryLink(i, i)
    return
  }
  let head = 0
  const shorter = Math.min(n, m)
  while (head < shorter && tryLink(head, head)) head += 1
  for (let tail = 1; tail <= shorter - head && tryLink(n - tail, m - tail);) tail += 1
}

function isRespelt({ old, next }: Alignment, i: number, j: number): boolean {
  if (old.id[i] === next.id[j]) return true
  const [n, m] = [old.end[i]! - old.start[i]!, next.end[j]! - next.start[j]!]
  const { head, tail } = sharedEnds(old.text, old.start[i]!, old.end[i]!, next.text, next.start[j]!, next.end[j]!)
  return Math.min(n, m) >= 3 && 2 * (head + tail) >= Math.max(n, m)
}

/** How many UTF-16 units two words share at their beginnings and, of the rest, at their ends. */
export function sharedEnds(a: string, aFrom: number, aTo: number, b: string, bFrom: number, bTo: number) {
  const shorter = Math.min(aTo - aFrom, bTo - bFrom)
  let head = 0
  while (head < shorter && a[aFrom + head] === b[bFrom + head]) head += 1
  let tail = 0
  while (tail < shorter - head && a[aTo - 1 - tail] === b[bTo - 1 - tail]) tail += 1
  return { head, tail }
}
