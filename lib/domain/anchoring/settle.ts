import type { AnchorState } from '../annotation'
import type { Utf16Range } from '../text/blocks'
import { sharedEnds } from './align-stretch'
import type { Alignment } from './alignment'
import { linkedRuns } from './linked-runs'
import type { Tokens } from './tokens'

/** Where a passage stands in the new text, in UTF-16 units, and what became of it. */
export type Settled = Utf16Range & { state: Exclude<AnchorState, 'orphaned'> }

/**
 * Prepares the question "what became of this passage?" for one alignment. The answer is null where the passage is gone.
 *
 * Where all its words went on side by side it is `exact`, or `moved` where they lost their order among the rest. Else the
 * tokens that went on are gathered into clusters that are still in one place; the heaviest must hold at least two fifths of
 * what the passage says (in bits, so that "of the" is no remainder) and must not drown in new words. Then the passage is
 * `changed` and reaches from the cluster's first token to its last, taking in what replaced its own first and last words.
 */
export function settler(alignment: Alignment): (passage: Utf16Range) => Settled | null {
  const { old, next, bits, to, from } = alignment
  const movedTokens = new Uint8Array(old.count)
  for (const { a, length, stayed } of linkedRuns(alignment)) if (!stayed) movedTokens.fill(1, a, a + length)

  return (passage) => {
    const first = tokenEndingAfter(old, passage.start)
    const last = tokenEndingAfter(old, passage.end - 1, 'start')
    if (first > last) return null
    const cluster = heaviestCluster(first, last, passage)
    if (!cluster) return null
    return sameWords(passage, cluster) ?? changed(passage, first, last, cluster)
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
   * How many new tokens before the cluster took the place of the passage's own first tokens: all that are new up to the
   * next old word, where the old ones gone there were all the passage's; else one for one, where as many came as went.
   */
  function replacedBefore(first: number, oldFirst: number): number {
    if (first === oldFirst) return 0
    let gone = oldFirst - 1
    while (gone > 0 && to[gone - 1] === -1 && old.lineOf[gone - 1] === old.lineOf[oldFirst]) gone -= 1
    let came = to[oldFirst]!
    while (came > 0 && from[came - 1] === -1 && next.lineOf[came - 1] === next.lineOf[to[oldFirst]!]) came -= 1
    return replaced(oldFirst - first, oldFirst - gone, to[oldFirst]! - came)
  }

  function replacedAfter(last: number, oldLast: number): number {
    if (last === oldLast) return 0
    let gone = oldLast + 1
    while (gone + 1 < old.count && to[gone + 1] === -1 && old.lineOf[gone + 1] === old.lineOf[oldLast]) gone += 1
    let came = to[oldLast]!
    while (came + 1 < next.count && from[came + 1] === -1 && next.lineOf[came + 1] === next.lineOf[to[oldLast]!]) came += 1
    return replaced(last - oldLast, gone - oldLast, came - to[oldLast]!)
  }

  /** An edge inside a token: counted from the side on which the respelt word is still the same, else the whole word. */
  function edgeInside(i: number, edge: number, side: 'start' | 'end'): number {
    const j = to[i]!
    const inside = Math.min(Math.max(edge, old.start[i]!), old.end[i]!) - old.start[i]!
    const { head, tail } = ends(i, j)
    if (inside > 0 && inside <= head) return next.start[j]! + inside
    const fromEnd = old.end[i]! - old.start[i]! - inside
    if (fromEnd > 0 && fromEnd <= tail) return next.end[j]! - fromEnd
    return side === 'start' ? next.start[j]! : next.end[j]!
  }

  function ends(i: number, j: number) {
    return sharedEnds(old.text, old.start[i]!, old.end[i]!, next.text, next.start[j]!, next.end[j]!)
  }
}

type Cluster = { oldFirst: number; oldLast: number; weight: number }

const leastShare = 0.4
const leastDensity = 0.3
/** Words put into a passage may part it by this many UTF-16 units, or twice its own length. */
const leastReach = 60

function replaced(inside: number, gone: number, came: number): number {
  if (gone === came) return inside
  return gone === inside && came <= 2 * gone + 2 ? came : 0
}

function shareInside({ start, end }: Tokens, i: number, passage: Utf16Range): number {
  const inside = Math.min(end[i]!, passage.end) - Math.max(start[i]!, passage.start)
  return inside / (end[i]! - start[i]!)
}

function cutsToken(tokens: Tokens, at: number): boolean {
  const i = tokenEndingAfter(tokens, at)
  return i < tokens.count && tokens.start[i]! < at
}

/** The first token that ends behind `at`; with 'start', the last one that begins at or before it. */
function tokenEndingAfter({ start, end, count }: Tokens, at: number, by: 'end' | 'start' = 'end'): number {
  let [low, high] = [0, count]
  while (low < high) {
    const half = (low + high) >>> 1
    const passed = by === 'end' ? end[half]! <= at : start[half]! <= at
    if (passed) low = half + 1
    else high = half
  }
  return by === 'end' ? low : low - 1
}
