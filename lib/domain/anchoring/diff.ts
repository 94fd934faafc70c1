import { spend, type Effort } from '../effort'

/** Tokens `a`, `a + 1`, ... of one sequence equal `b`, `b + 1`, ... of the other, `length` of them. */
export type Run = { a: number; b: number; length: number }

/**
 * The runs two sequences have in common, in order in both: a diff. Small stretches by Myers (1986), which finds the
 * most common tokens; long ones are first pinned down at stretches of a few tokens that occur once in each (Bram
 * Cohen's patience diff), so that the cost stays near linear even for one paragraph of 200,000 characters.
 *
 * It takes any agreement, also by chance: see `tellingRuns` for what is kept of it. Where each pin leaves nearly all still
 * to be pinned it stops, and the runs are those found until the effort was spent.
 */
export function commonRuns(a: Int32Array, b: Int32Array, effort: Effort = { left: Infinity }): Run[] {
  const runs: Run[] = []
  between({ a, b, runs, effort }, { aFrom: 0, aTo: a.length, bFrom: 0, bTo: b.length })
  return joined(runs)
}

/** Two sequences, the runs found so far, and what is left of the effort. */
type Search = { a: Int32Array; b: Int32Array; runs: Run[]; effort: Effort }

type Box = { aFrom: number; aTo: number; bFrom: number; bTo: number }

/** Up to this many tokens on both sides together a stretch goes to Myers at once. */
const smallEnough = 800
/** More differences than this are not worth the square of their number: such stretches have little in common. */
const mostEdits = 200
const seedLengths = [4, 2, 1]
/** What a token costs in one look for seeds. */
const seedSteps = 8

function between(search: Search, { aFrom, aTo, bFrom, bTo }: Box): void {
  const { a, b, runs, effort } = search
  let head = 0
  const shorter = Math.min(aTo - aFrom, bTo - bFrom)
  while (head < shorter && a[aFrom + head] === b[bFrom + head]) head += 1
  let tail = 0
  while (tail < shorter - head && a[aTo - 1 - tail] === b[bTo - 1 - tail]) tail += 1
  if (!spend(effort, 1 + head + tail)) return
  if (head > 0) runs.push({ a: aFrom, b: bFrom, length: head })
  const inner = { aFrom: aFrom + head, aTo: aTo - tail, bFrom: bFrom + head, bTo: bTo - tail }
  if (inner.aFrom < inner.aTo && inner.bFrom < inner.bTo) middle(search, inner)
  if (tail > 0) runs.push({ a: aTo - tail, b: bTo - tail, length: tail })
}

function middle(search: Search, box: Box): void {
  const { a, b, runs, effort } = search
  const size = box.aTo - box.aFrom + box.bTo - box.bFrom
  if (size <= smallEnough && shortestEdit(search, box)) return
  for (const length of seedLengths) {
    if (!spend(effort, seedSteps * size)) return
    const seeds = uniqueSeeds(a, b, box, length)
    if (seeds.length === 0) continue
    let [aFrom, bFrom] = [box.aFrom, box.bFrom]
    for (const seed of seeds) {
      if (seed.a < aFrom || seed.b < bFrom) continue
      between(search, { aFrom, aTo: seed.a, bFrom, bTo: seed.b })
      runs.push({ a: seed.a, b: seed.b, length })
      aFrom = seed.a + length
      bFrom = seed.b + length
    }
    between(search, { aFrom, aTo: box.aTo, bFrom, bTo: box.bTo })
    return
  }
  // Long and nothing occurs once: the same words over and over, with few differences or given up.
  if (size > smallEnough) shortestEdit(search, box)
}

/** Stretches of `length` tokens that occur exactly once on each side, the most of them that are in the same order. */
function uniqueSeeds(a: Int32Array, b: Int32Array, box: Box, length: number): Run[] {
  const inA = onlyPlaces(a, box.aFrom, box.aTo, length)
  const inB = onlyPlaces(b, box.bFrom, box.bTo, length)
  const seeds: Run[] = []
  for (const [key, at] of inA) {
    const other = inB.get(key)
    if (at >= 0 && other !== undefined && other >= 0 && same(a, at, b, other, length)) {
      seeds.push({ a: at, b: other, length })
    }
  }
  return longestRising(seeds)
}

function onlyPlaces(ids: Int32Array, from: number, to: number, length: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = from; at + length <= to; at += 1) {
    let key = 0
    for (let i = 0; i < length; i += 1) key = (Math.imul(key, 0x5bd1e995) + ids[at + i]!) | 0
    places.set(key, places.has(key) ? -1 : at)
  }
  return places
}

function same(a: Int32Array, at: number, b: Int32Array, other: number, length: number): boolean {
  for (let i = 0; i < length; i += 1) if (a[at + i] !== b[other + i]) return false
  return true
}

/** Longest rising subsequence in `b` of runs sorted by `a` (Fredman 1975), O(n log n). */
function longestRising(seeds: Run[]): Run[] {
  const tails: number[] = []
  const before = new Int32Array(seeds.length)
  seeds.forEach((seed, i) => {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const half = (low + high) >>> 1
      if (seeds[tails[half]!]!.b < seed.b) low = half + 1
      else high = half
    }
    before[i] = low > 0 ? tails[low - 1]! : -1
    tails[low] = i
  })
  const chain: Run[] = []
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) chain.push(seeds[i]!)
  return chain.reverse()
}

/** How far each diagonal was followed, for every number of edits d from d * d on: what the way back is read from. */
let trace = new Int32Array(1 << 14)

/** Myers' greedy algorithm. Answers false, and adds nothing, where more than `mostEdits` would be needed. */
function shortestEdit({ a, b, runs, effort }: Search, box: Box): boolean {
  const n = box.aTo - box.aFrom
  const m = box.bTo - box.bFrom
  const most = Math.min(n + m, mostEdits)
  for (let d = 0; d <= most; d += 1) {
    if ((d + 1) * (d + 1) > trace.length) trace = grown(trace)
    if (!spend(effort, d + 1)) return false
    for (let k = -d; k <= d; k += 2) {
      let x = d === 0 ? 0 : firstOf(d, k)
      const entered = x
      while (x < n && x - k < m && a[box.aFrom + x] === b[box.bFrom + x - k]) x += 1
      effort.left -= x - entered
      trace[d * d + d + k] = x
      if (x >= n && x - k >= m) {
        readBack(box, d, k, runs)
        return true
      }
    }
  }
  return false
}

/** Where diagonal k is entered with the d-th edit: from below (a token of b more) or from the left (one of a less). */
function firstOf(d: number, k: number): number {
  return comesFromAbove(d, k) ? reached(d - 1, k + 1) : reached(d - 1, k - 1) + 1
}

const comesFromAbove = (d: number, k: number) => k === -d || (k !== d && reached(d - 1, k - 1) < reached(d - 1, k + 1))
const reached = (d: number, k: number) => trace[d * d + d + k]!

function readBack(box: Box, edits: number, diagonal: number, runs: Run[]): void {
  const found: Run[] = []
  let k = diagonal
  for (let d = edits; d >= 0; d -= 1) {
    const x = reached(d, k)
    const from = d === 0 ? 0 : firstOf(d, k)
    if (x > from) found.push({ a: box.aFrom + from, b: box.bFrom + from - k, length: x - from })
    if (d > 0) k += comesFromAbove(d, k) ? 1 : -1
  }
  runs.push(...found.reverse())
}

function grown(buffer: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(buffer.length * 4)
  larger.set(buffer)
  return larger
}

/** Runs that continue each other become one. */
function joined(runs: Run[]): Run[] {
  const whole: Run[] = []
  for (const run of runs) {
    const last = whole.at(-1)
    if (last && last.a + last.length === run.a && last.b + last.length === run.b) last.length += run.length
    else whole.push({ ...run })
  }
  return whole
}
