import { firstWord, isPunctuation, type Tokens, type Vocabulary } from './tokens'

/** How much each token says when it agrees, in bits, by token id. */
export type Bits = Float64Array

/**
 * How surprising it is to meet each token: -log2 of its share of both texts (Shannon 1948). "the" is worth 4 bits, a
 * rare name 13; so a run of words that agree is worth what its words are worth, and one "the" never decides anything.
 *
 * A short text is read as if 16,384 other tokens stood around it, since counts of two or three say little; caps keep
 * short words and punctuation from passing as rare there. Example: a word met 3 times in 98,304 tokens: log2(114688 /
 * 3) = 15.2, capped at 13.
 */
export function tokenBits(old: Tokens, next: Tokens, vocabulary: Vocabulary): Bits {
  const counts = new Int32Array(firstWord + vocabulary.words.length)
  for (const tokens of [old, next]) for (const id of tokens.id) counts[id]! += 1
  const total = old.count + next.count + 16_384
  const bits = new Float64Array(counts.length)
  counts.forEach((count, id) => {
    if (count > 0) bits[id] = Math.min(Math.log2(total / count), mostBits(id, vocabulary))
  })
  return bits
}

function mostBits(id: number, { words }: Vocabulary): number {
  if (id >= firstWord) return Math.min(13, 3 + 2 * words[id - firstWord]!.length)
  return isPunctuation(id) ? 4 : 11
}

/**
 * What a run of neighbouring tokens is worth together. Neighbours are not independent (the second character of a
 * Chinese word mostly follows from the first), so that all but the first count three fifths.
 */
export function runBits(ids: Int32Array, from: number, to: number, bits: Bits): number {
  let sum = from < to ? 0.4 * bits[ids[from]!]! : 0
  for (let i = from; i < to; i += 1) sum += 0.6 * bits[ids[i]!]!
  return sum
}
