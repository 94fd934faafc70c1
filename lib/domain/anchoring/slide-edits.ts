import { spend, type Effort } from '../effort'
import type { Alignment } from './alignment'
import { isPunctuation, type Tokens } from './tokens'

/**
 * Lets deletions and insertions begin and end where a writer's would. Taking "B." out of "A. B. C." leaves the same
 * text as taking out ". B" does, and a diff chooses blindly; only the first leaves the passage "A." whole. Each pure
 * deletion and insertion is slid to the place, among those that give the same text, with the strongest boundaries at
 * its two ends: the beginning of a line, then the end of a sentence, then other punctuation.
 */
export function slideEdits({ old, next, to, from, effort }: Alignment): void {
  slideOneSide(old, next, to, from, effort)
  slideOneSide(next, old, from, to, effort)
}

/** Slides what only `a` has: runs of free tokens whose neighbours on both sides are neighbours in `b`. */
function slideOneSide(a: Tokens, b: Tokens, to: Int32Array, from: Int32Array, effort: Effort): void {
  for (let at = 1; at < a.count; at += 1) {
    if (to[at] !== -1 || to[at - 1] === -1) continue
    let stop = at
    while (stop < a.count && to[stop] === -1) stop += 1
    if (effort.left < 0) return
    if (stop === a.count || to[stop] === to[at - 1]! + 1) slide(at, stop)
    at = stop
  }

  function slide(first: number, stop: number): void {
    let by = 0
    while (by > -farthest && slidesLeft(first + by, stop + by)) pass(first + by - 1, stop + --by)
    spend(effort, slideSteps * (1 - by))
    let best = by
    let bestScore = -1
    for (;;) {
      const score = boundary(a, first + by) + boundary(a, stop + by)
      if (score > bestScore || (score === bestScore && by === 0)) [best, bestScore] = [by, score]
      if (by >= farthest || !slidesRight(first + by, stop + by)) break
      pass(stop + by, first + by++)
      spend(effort, slideSteps)
    }
    while (by > best) pass(first + by - 1, stop + --by)
  }

  function slidesLeft(first: number, stop: number): boolean {
    return first > 0 && to[first - 1]! >= 0 && isSame(first - 1, stop - 1)
  }

  function slidesRight(first: number, stop: number): boolean {
    return stop < a.count && to[stop]! >= 0 && (first === 0 || to[stop] === to[first - 1]! + 1) && isSame(stop, first)
  }

  function isSame(linked: number, free: number): boolean {
    return a.id[linked] === a.id[free] && b.id[to[linked]!] === a.id[linked]
  }

  /** The link of one token goes to an equal one. */
  function pass(linked: number, free: number): void {
    to[free] = to[linked]!
    from[to[free]!] = free
    to[linked] = -1
  }
}

/** What a slide by one token costs. */
const slideSteps = 4
/** A slide of more tokens than this is not looked for. */
const farthest = 400

/** How natural a cut before token `at` is. */
function boundary({ text, id, start, lineOf, count }: Tokens, at: number): number {
  if (at === 0 || at === count || lineOf[at] !== lineOf[at - 1]) return 4
  if (!isPunctuation(id[at - 1]!)) return 0
  return sentenceEnd.test(text.slice(Math.max(0, start[at]! - 4), start[at])) ? 3 : 1
}

const sentenceEnd = /[.!?。！？．][”’」』）)"']*\s*$/
