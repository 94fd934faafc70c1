import { spend } from '../effort'
import { alikeLines, type Candidate } from './alike-lines'
import { lineBits, type Alignment } from './alignment'
import { linkedRuns } from './linked-runs'

/** An old line (paragraph) and one that has its words. `inPlace` where the new one stands where the old one stood. */
export type LinePair = { old: number; next: number; inPlace: boolean }

/** Lines that occur once in both texts, word for word, and are long enough for that to be no coincidence. */
export function sameLines({ old, next, bits }: Alignment): LinePair[] {
  const worth = lineBits(old, bits)
  const places = new Map<string, { old: number[]; next: number[] }>()
  const placesOf = (text: string) => {
    const known = places.get(text) ?? { old: [], next: [] }
    places.set(text, known)
    return known
  }
  old.text.split('\n').forEach((text, i) => placesOf(text).old.push(i))
  next.text.split('\n').forEach((text, i) => placesOf(text).next.push(i))
  return Array.from(places.values())
    .filter((place) => place.old.length === 1 && place.next.length === 1 && worth[place.old[0]!]! >= tellingLine)
    .map((place) => ({ old: place.old[0]!, next: place.next[0]!, inPlace: false }))
}

/**
 * Lines alike in words where no other line holds anywhere near as much of either: not a near-copy, and not a paragraph
 * that the line may have been joined to.
 */
export function surePairs(alignment: Alignment): LinePair[] {
  const candidates = openCandidates(alignment)
  const shares = { old: new Map<number, number[]>(), next: new Map<number, number[]>() }
  const add = (all: Map<number, number[]>, line: number, share: number) => void (all.get(line)?.push(share) ?? all.set(line, [share]))
  for (const { old, next, ofOld, ofNext } of candidates) {
    add(shares.old, old, ofOld)
    add(shares.next, next, ofNext)
  }
  const alone = (all: number[], share: number) => spend(alignment.effort, all.length) && all.filter((other) => other > noRival * share).length === 1
  return candidates
    .filter(({ score }) => score >= 0.35)
    .filter((one) => alone(shares.old.get(one.old)!, one.ofOld) && alone(shares.next.get(one.next)!, one.ofNext))
    .map(({ old, next }) => ({ old, next, inPlace: false }))
}

/**
 * Lines alike in the words they have left, best first, where standing between the same neighbours counts for as much as
 * a third of the words: so a near-copy pasted elsewhere does not win over the edited original. A line whose best choice
 * went to another is not given its second best: it may have been joined to the other, or split, which shows in the next
 * round, when the other's words are linked. Two choices as good as each other are both left alone.
 *
 * Call it, link the pairs, and call it again until that links nothing more.
 */
export function likelyPairs(alignment: Alignment): LinePair[] {
  const { old, next, to, from } = alignment
  const fit = fitter(alignment)
  const begun = { old: begunLines(old.lineOf, to), next: begunLines(next.lineOf, from) }
  const candidates = openCandidates(alignment)
    // Where part of a line is linked, the rest went on to a line only if that line is mostly made of it.
    .filter((one) => (!begun.old.has(one.old) || one.ofNext >= 0.5) && (!begun.next.has(one.next) || one.ofOld >= 0.5))
    .map((one) => ({ ...one, fit: fit(one) }))
    .filter((one) => one.score >= 0.3 || one.fit > one.score)
    .filter((one) => !begun.old.has(one.old) || !isCopy(alignment, one))
    .sort((x, y) => y.fit - x.fit)

  const settled = { old: new Set<number>(), next: new Set<number>() }
  const settle = (one: Candidate) => {
    settled.old.add(one.old)
    settled.next.add(one.next)
  }
  const open = (one: Candidate) => !settled.old.has(one.old) && !settled.next.has(one.next)
  return candidates.flatMap((one, i) => {
    if (!open(one)) {
      settle(one)
      return []
    }
    const rivals: Candidate[] = []
    for (let k = i + 1; k < candidates.length && candidates[k]!.fit > one.fit - closeCall; k += 1) {
      if (!spend(alignment.effort, rivalSteps)) return []
      const other = candidates[k]!
      if (open(other) && (other.old === one.old || other.next === one.next)) rivals.push(other)
    }
    settle(one)
    rivals.forEach(settle)
    return rivals.length > 0 ? [] : [{ old: one.old, next: one.next, inPlace: one.fit > one.score }]
  })
}

/** A line of at least three or four uncommon words: the same one elsewhere is no coincidence. */
const tellingLine = 30
/** What a line must have left to be looked at. */
const leastLeft = 16
/** Likenesses nearer to each other than this are a draw. */
const closeCall = 0.05
/** A second choice with less than this share of the first is none. */
const noRival = 0.5

function openCandidates(alignment: Alignment): Candidate[] {
  const { old, next, to, from, bits } = alignment
  const open = (worth: Float64Array) => Array.from(worth.keys()).filter((line) => worth[line]! >= leastLeft)
  return alikeLines(alignment, open(lineBits(old, bits, to)), open(lineBits(next, bits, from)))
}

function begunLines(lineOf: Int32Array, links: Int32Array): Set<number> {
  return new Set(lineOf.filter((_, i) => links[i] !== -1))
}

/** Whether the new line says again what the old one still says at its own place: then it is a copy, no rest of it. */
function isCopy({ old, next, to, from, effort }: Alignment, { old: o, next: n }: Candidate): boolean {
  if (!spend(effort, copySteps * (old.line[o + 1]! - old.line[o]! + next.line[n + 1]! - next.line[n]!))) return true
  const standing = new Set<number>()
  const pairOf = (ids: Int32Array, i: number) => ids[i]! * 2 ** 24 + ids[i + 1]!
  for (let i = old.line[o]!; i + 1 < old.line[o + 1]!; i += 1) if (to[i] !== -1) standing.add(pairOf(old.id, i))
  let [free, again] = [0, 0]
  for (let j = next.line[n]!; j + 1 < next.line[n + 1]!; j += 1) {
    if (from[j] !== -1) continue
    free += 1
    if (standing.has(pairOf(next.id, j))) again += 1
  }
  return again > copied * free
}

/** What a candidate costs that is near another. */
const rivalSteps = 8
/** What a token costs in looking for a copy. */
const copySteps = 8
/** A line of which this share says again what still stands is a copy. */
const copied = 0.2

/**
 * How well two lines fit: their likeness, and 0.3 more where the new one stands between the successors of the nearest
 * words around the old one that kept their order, and 0.1 more for each of the two that it stands right beside.
 */
function fitter(alignment: Alignment) {
  const { old, next } = alignment
  const lines = old.line.length - 1
  const lowest = new Int32Array(lines).fill(-1)
  const highest = new Int32Array(lines).fill(next.line.length - 1)
  for (const { a, b, length, stayed } of linkedRuns(alignment)) {
    if (!stayed) continue
    const after = old.lineOf[a + length - 1]! + 1
    if (after < lines) lowest[after] = next.lineOf[b + length - 1]!
    const before = old.lineOf[a]! - 1
    if (before >= 0 && highest[before] === next.line.length - 1) highest[before] = next.lineOf[b]!
  }
  for (let o = 1; o < lines; o += 1) lowest[o] = Math.max(lowest[o]!, lowest[o - 1]!)
  for (let o = lines - 2; o >= 0; o -= 1) highest[o] = Math.min(highest[o]!, highest[o + 1]!)

  return ({ old: o, next: n, score }: Candidate) => {
    const [low, high] = [lowest[o]!, highest[o]!]
    if (n < low || n > high) return score
    return score + 0.3 + (n <= low + 1 ? 0.1 : 0) + (n >= high - 1 ? 0.1 : 0)
  }
}
