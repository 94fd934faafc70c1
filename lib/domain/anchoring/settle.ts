import type { AnchorState } from '../annotation'
import { spend } from '../effort'
import type { Utf16Range } from '../text/blocks'
import { sharedEnds } from './align-stretch'
import type { Alignment } from './alignment'
import { linkedRuns } from './linked-runs'
import { cutsToken, tokenEndingAfter, type Tokens } from './tokens'

/** Where a passage stands in the new text, in UTF-16 units, and what became of it. */
export type Settled = Utf16Range & { state: Exclude<AnchorState, 'orphaned'> }

/**
 * Prepares the question "what became of this passage?" for one alignment. The answer is null where the passage is gone.
 *
 * Where all its words went on side by side it is `exact`, or `moved` where they lost their order among the rest. Else
 * the tokens that went on are gathered into clusters that are still in one place; the heaviest must hold at least two
 * fifths of what the passage says (in bits, so that "of the" is no remainder) and must not drown in new words. Then the
 * passage is `changed` and reaches from the cluster's first token to its last, taking in what replaced its own first
 * and last words. Cost: what the passages are long, all together up to some times the text's length; what comes after that
 * counts as gone.
 */
export function settler(alignment: Alignment): (passage: Utf16Range) => Settled | null {
  const { old, next, bits, to, from } = alignment
  const movedTokens = new Uint8Array(old.count)
  const effort = { left: leastSteps + stepsForToken * (old.count + next.count) }
  const endsOf = new Map<number, { head: number; tail: number }>()
  for (const { a, length, stayed } of linkedRuns(alignment)) if (!stayed) movedTokens.fill(1, a, a + length)

  return (passage) => {
    const first = tokenEndingAfter(old, passage.start)
    const last = tokenEndingAfter(old, passage.end - 1, 'start')
    if (first > last) return onlySpace(passage, last, first)
    if (!spend(effort, last - first + 1)) return null
    const cluster = heaviestCluster(first, last, passage)
    if (!cluster) return null
    return sameWords(passage, cluster) ?? changed(passage, first, last, cluster)
  }

  /** Nothing but space: still there where the tokens on both sides and all between them are. */
  function onlySpace(passage: Utf16Range, before: number, after: number): Settled | null {
    const [i, j] = [before < 0 ? 0 : old.end[before]!, after === old.count ? old.text.length : old.start[after]!]
    const left = before < 0 ? -1 : to[before]!
    const right = after === old.count ? next.count : to[after]!
    if ((before >= 0 && left < 0) || right !== left + 1) return null
    const start = left < 0 ? 0 : next.end[left]!
    const stop = right === next.count ? next.text.length : next.start[right]!
    if (old.text.slice(i, j) !== next.text.slice(start, stop)) return null
    const moved = before >= 0 && movedTokens[before]
    return { start: start + passage.start - i, end: start + passage.end - i, state: moved ? 'moved' : 'exact' }
  }

  /** The same words stand where a word of the passage went on. */
  function sameWords({ start, end }: Utf16Range, { oldFirst, oldLast }: Cluster): Settled | null {
    for (const i of [oldFirst, oldLast]) {
      const at = next.start[to[i]!]! + start - old.start[i]!
      if (at < 0 || !next.text.startsWith(old.text.slice(start, end), at)) continue
      const stop = at + end - start
      // "he" is not still there in "here": a cut between words must not become one inside a word.
      if (cutsToken(next, at) && !cutsToken(old, start)) continue
      if (cutsToken(next, stop) && !cutsToken(old, end)) continue
      return { start: at, end: stop, state: movedTokens[i] ? 'moved' : 'exact' }
    }
    return null
  }

  function changed(passage: Utf16Range, first: number, last: number, cluster: Cluster): Settled | null {
    const { oldFirst, oldLast, weight } = cluster
    let all = 0
    for (let i = first; i <= last; i += 1) all += bits[old.id[i]!]! * shareInside(old, i, passage)
    if (weight < leastShare * all) return null
    const newFirst = to[oldFirst]! - replacedBefore(first, oldFirst)
    const newLast = to[oldLast]! + replacedAfter(last, oldLast)
    let found = 0
    for (let j = newFirst; j <= newLast; j += 1) found += bits[next.id[j]!]!
    if (weight < leastDensity * found) return null
    const start = newFirst < to[oldFirst]! ? next.start[newFirst]! : edgeInside(oldFirst, passage.start, 'start')
    const end = newLast > to[oldLast]! ? next.end[newLast]! : edgeInside(oldLast, passage.end, 'end')
    return start < end ? { start, end, state: 'changed' } : null
  }

  /** The tokens of a passage that went on, as groups that rise together and lie near each other; the one worth most. */
  function heaviestCluster(first: number, last: number, passage: Utf16Range): Cluster | null {
    const reach = Math.max(leastReach, 2 * (passage.end - passage.start))
    const clusters: Cluster[] = []
    for (let i = first; i <= last; i += 1) {
      const j = to[i]!
      if (j < 0) continue
      const weight = bits[old.id[i]!]! * shareInside(old, i, passage) * likeness(i, j)
      if (!spend(effort, clusters.length)) return null
      const home = clusters.findLast(({ oldLast }) => {
        const before = to[oldLast]!
        const gap = next.start[j]! - next.end[before]!
        return before < j && gap <= reach + old.start[i]! - old.end[oldLast]!
      })
      if (home) {
        home.oldLast = i
        home.weight += weight
      } else {
        clusters.push({ oldFirst: i, oldLast: i, weight })
      }
    }
    return clusters.reduce<Cluster | null>((best, one) => (best && best.weight >= one.weight ? best : one), null)
  }

  /** How much of a linked token is the same: 1 unless it was respelt. */
  function likeness(i: number, j: number): number {
    if (old.id[i] === next.id[j]) return 1
    const { head, tail } = ends(i, j)
    return (head + tail) / Math.max(old.end[i]! - old.start[i]!, next.end[j]! - next.start[j]!)
  }

  /**
   * How many new tokens beside the cluster took the place of the passage's own first or last ones: all that are new up
   * to the next old word, where the old ones gone there were all the passage's; else one for one, where as many came as
   * went.
   */
  function replacedBefore(first: number, oldFirst: number): number {
    const inside = oldFirst - first
    return inside === 0
      ? 0
      : replaced(inside, freeBeside(old, to, oldFirst, -1, inside), freeBeside(next, from, to[oldFirst]!, -1, inside))
  }

  function replacedAfter(last: number, oldLast: number): number {
    const inside = last - oldLast
    return inside === 0
      ? 0
      : replaced(inside, freeBeside(old, to, oldLast, 1, inside), freeBeside(next, from, to[oldLast]!, 1, inside))
  }

  /** An edge inside a token: counted from the side on which the respelt word is still the same, else the whole word. */
  function edgeInside(i: number, edge: number, side: 'start' | 'end'): number {
    const j = to[i]!
    const inside = Math.min(Math.max(edge, old.start[i]!), old.end[i]!) - old.start[i]!
    const fromEnd = old.end[i]! - old.start[i]! - inside
    const { head, tail } = ends(i, j)
    if (inside > 0 && fromEnd > 0 && inside <= head) return next.start[j]! + inside
    if (inside > 0 && fromEnd > 0 && fromEnd <= tail) return next.end[j]! - fromEnd
    return side === 'start' ? next.start[j]! : next.end[j]!
  }

  /** Asked once of each word: it may be as long as the text, and in every passage. */
  function ends(i: number, j: number) {
    const known = endsOf.get(i)
    if (known) return known
    const found = sharedEnds(old.text, old.start[i]!, old.end[i]!, next.text, next.start[j]!, next.end[j]!)
    endsOf.set(i, found)
    return found
  }
}

type Cluster = { oldFirst: number; oldLast: number; weight: number }

/** Steps for all passages together, and more for each token: thousands over the whole text are not settled one by one. */
const leastSteps = 5_000_000
const stepsForToken = 20

const leastShare = 0.4
const leastDensity = 0.3
/** Words put into a passage may part it by this many UTF-16 units, or twice its own length. */
const leastReach = 60

function replaced(inside: number, gone: number, came: number): number {
  if (gone === came && gone < mostBeside(inside)) return Math.min(inside, gone)
  return gone > 0 && gone <= inside && came <= 2 * gone + 2 ? came : 0
}

/** Counting further would cost each anchor the length of its paragraph and change no answer that matters. */
const mostBeside = (inside: number) => 2 * inside + 64

/** How many tokens in a row without a link stand beside `at` in its line, up to `mostBeside`. */
function freeBeside({ lineOf, count }: Tokens, links: Int32Array, at: number, step: 1 | -1, inside: number): number {
  let found = 0
  let i = at + step
  while (i >= 0 && i < count && found < mostBeside(inside) && links[i] === -1 && lineOf[i] === lineOf[at]) {
    found += 1
    i += step
  }
  return found
}

function shareInside({ start, end }: Tokens, i: number, passage: Utf16Range): number {
  const inside = Math.min(end[i]!, passage.end) - Math.max(start[i]!, passage.start)
  return inside / (end[i]! - start[i]!)
}
