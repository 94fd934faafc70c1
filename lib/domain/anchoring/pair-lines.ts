import { alikeLines, type Candidate } from './alike-lines'
import { lineBits, type Alignment } from './alignment'
import { risingChain } from './rising-chain'

/** An old line (paragraph) and its successor. */
export type LinePair = { old: number; next: number; same: boolean }

/**
 * Which paragraph became which, wherever it now stands. Three steps, each sure of itself before the next begins:
 *
 * 1. paragraphs that occur once in both texts, word for word;
 * 2. paragraphs alike in words where neither has a second choice anywhere near as good;
 * 3. the rest, best first, where standing between the same neighbours counts for as much as a third of the words: so a
 *    near-copy pasted elsewhere does not win over the edited original. Two choices as good as each other are left alone.
 *
 * Short repeated lines ("Yes.") stay unpaired here; what stands between two pairs is compared word by word afterwards.
 */
export function pairLines(alignment: Alignment): LinePair[] {
  const { old, next, bits } = alignment
  const oldTexts = old.text.split('\n')
  const nextTexts = next.text.split('\n')
  const worth = lineBits(old, bits)
  const successor = new Int32Array(oldTexts.length).fill(-1)
  const taken = new Int32Array(nextTexts.length).fill(-1)
  const pair = (o: number, n: number) => {
    successor[o] = n
    taken[n] = o
  }

  for (const { old: o, next: n } of sameLines(oldTexts, nextTexts)) if (worth[o]! >= tellingLine) pair(o, n)

  const candidates = alikeLines(alignment, free(successor), free(taken)).sort((x, y) => y.score - x.score)
  for (const candidate of withoutRival(candidates)) pair(candidate.old, candidate.next)

  const fit = fitter(successor, taken, worth)
  const rest = candidates
    .filter((one) => successor[one.old] === -1 && taken[one.next] === -1)
    .map((one) => ({ ...one, fit: fit(one) }))
    .filter((one) => one.score >= 0.3 || one.fit > one.score)
    .sort((x, y) => y.fit - x.fit)
  const undecided = new Set<number>()
  rest.forEach((one, i) => {
    const open = ({ old: o, next: n }: Candidate) => successor[o] === -1 && taken[n] === -1 && !undecided.has(o)
    if (!open(one)) return
    for (let k = i + 1; k < rest.length && rest[k]!.fit > one.fit - closeCall; k += 1) {
      const other = rest[k]!
      if (!open(other) || (other.old !== one.old && other.next !== one.next)) continue
      undecided.add(one.old).add(other.old)
    }
    if (!undecided.has(one.old)) pair(one.old, one.next)
  })

  return Array.from(successor.entries())
    .filter(([, n]) => n >= 0)
    .map(([o, n]) => ({ old: o, next: n, same: oldTexts[o] === nextTexts[n] }))
}

/** A line of at least three or four uncommon words: the same one elsewhere is no coincidence. */
const tellingLine = 30
/** Likenesses nearer to each other than this are a draw. */
const closeCall = 0.02
/** A second choice this much worse, relatively, is none. */
const noRival = 0.75

const free = (partners: Int32Array) => Array.from(partners.keys()).filter((i) => partners[i] === -1)

function sameLines(oldTexts: string[], nextTexts: string[]): { old: number; next: number }[] {
  const places = new Map<string, { old: number[]; next: number[] }>()
  const placesOf = (text: string) => {
    const known = places.get(text) ?? { old: [], next: [] }
    places.set(text, known)
    return known
  }
  oldTexts.forEach((text, i) => placesOf(text).old.push(i))
  nextTexts.forEach((text, i) => placesOf(text).next.push(i))
  return Array.from(places.values())
    .filter((place) => place.old.length === 1 && place.next.length === 1)
    .map((place) => ({ old: place.old[0]!, next: place.next[0]! }))
}

/** Of candidates sorted by score those that are far the best for both of their lines. */
function withoutRival(candidates: readonly Candidate[]): Candidate[] {
  const scores = { old: new Map<number, number[]>(), next: new Map<number, number[]>() }
  for (const { old, next, score } of candidates) {
    scores.old.set(old, [...(scores.old.get(old) ?? []), score])
    scores.next.set(next, [...(scores.next.get(next) ?? []), score])
  }
  const alone = (sorted: number[], score: number) => sorted[0] === score && (sorted[1] ?? 0) <= noRival * score
  return candidates.filter(
    ({ old, next, score }) => score >= 0.35 && alone(scores.old.get(old)!, score) && alone(scores.next.get(next)!, score),
  )
}

/**
 * How well two lines fit: their likeness, and 0.3 more where the new one stands between the successors of the nearest lines
 * around the old one that kept their order, and 0.1 more for each neighbour whose successor is the new one's neighbour.
 */
function fitter(successor: Int32Array, taken: Int32Array, worth: Float64Array) {
  const known = Array.from(successor.keys()).filter((o) => successor[o]! >= 0)
  const to = known.map((o) => successor[o]!)
  const stayed = risingChain(to, known.map((o) => worth[o]!), taken.length)
  const steady = new Map(known.filter((_, i) => stayed[i]).map((o) => [o, successor[o]!]))
  const lowest = new Int32Array(successor.length)
  const highest = new Int32Array(successor.length)
  for (let o = 0, low = -1; o < successor.length; o += 1) lowest[o] = low = steady.get(o) ?? low
  for (let o = successor.length - 1, high = taken.length; o >= 0; o -= 1) highest[o] = high = steady.get(o) ?? high

  return ({ old: o, next: n, score }: Candidate) => {
    const between = n > lowest[o]! && n < highest[o]! ? 0.3 : 0
    const afterSame = o > 0 && n > 0 && successor[o - 1] === n - 1 ? 0.1 : 0
    const beforeSame = o + 1 < successor.length && n + 1 < taken.length && successor[o + 1] === n + 1 ? 0.1 : 0
    return score + between + afterSame + beforeSame
  }
}
