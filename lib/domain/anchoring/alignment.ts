import type { Effort } from '../effort'
import { tokenBits, type Bits } from './evidence'
import { emptyVocabulary, tokenize, type Tokens } from './tokens'

/**
 * Two texts cut into tokens of one vocabulary, and which token of the one became which of the other, as far as known.
 */
export type Alignment = {
  readonly old: Tokens
  readonly next: Tokens
  readonly bits: Bits
  /** For each old token the new one, or -1. The two may differ in a few letters: "colour" became "color". */
  readonly to: Int32Array
  /** The same from the new text's side. */
  readonly from: Int32Array
  /** What is left of the steps that comparing them may take; below zero it was given up (see `align`). */
  readonly effort: Effort
}

/**
 * Both texts cut up, with nothing known yet, and the steps that comparing them may take: some times as many as honest
 * edits of their length need, so that the cost stays linear whatever is put into them.
 */
export function unaligned(before: string, after: string): Alignment {
  const vocabulary = emptyVocabulary()
  const old = tokenize(before, vocabulary)
  const next = tokenize(after, vocabulary)
  const bits = tokenBits(old, next, vocabulary)
  const effort = { left: leastSteps + stepsForToken * (old.count + next.count) }
  return { old, next, bits, to: new Int32Array(old.count).fill(-1), from: new Int32Array(next.count).fill(-1), effort }
}

/** Steps for texts of whatever length, and for each token. */
const leastSteps = 1_000_000
const stepsForToken = 45

/** Puts down that old token `i` became new token `j`. Both must be free. */
export function link({ to, from }: Alignment, i: number, j: number): void {
  to[i] = j
  from[j] = i
}

/** The tokens of a stretch that are not linked yet, in order. */
export function freeTokens(links: Int32Array, from: number, to: number): Int32Array {
  const free: number[] = []
  for (let i = from; i < to; i += 1) if (links[i] === -1) free.push(i)
  return Int32Array.from(free)
}

/** What the words of each line are worth together, in bits; with `links`, those words that have none. */
export function lineBits({ id, lineOf, line }: Tokens, bits: Bits, links?: Int32Array): Float64Array {
  const sums = new Float64Array(line.length - 1)
  id.forEach((one, i) => {
    if (!links || links[i] === -1) sums[lineOf[i]!]! += bits[one]!
  })
  return sums
}
