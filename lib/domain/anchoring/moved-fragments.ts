import { spend } from '../effort'
import { alignStretch, leastBitsFor } from './align-stretch'
import { freeTokens, type Alignment } from './alignment'
import { runBits, type Bits } from './evidence'
import { shingles, type Shingles } from './shingles'
import type { Tokens } from './tokens'

type Fragment = { from: number; to: number }

/**
 * Links what was cut from one paragraph and pasted into another: sentences, halves of a split paragraph, paragraphs
 * joined out of order. Only words without a successor are looked at, and only new words without a predecessor.
 *
 * An old and a new fragment are brought together by stretches of three tokens that occur once in the whole old text and
 * once in the whole new text, so a phrase that is said twice never decides; what they share must then be beyond chance
 * for a search through everything that was taken out and put in. A new fragment that says a good deal again of what
 * still stands where it stood is a copy of that, not a place that words moved to.
 */
export function linkMovedFragments(alignment: Alignment): void {
  const { old, next, to, from, bits } = alignment
  const oldFragments = fragments(old, to, bits)
  const newFragments = fragments(next, from, bits)
  if (oldFragments.length === 0 || newFragments.length === 0) return

  const leastBits = leastBitsFor(tokensIn(oldFragments), tokensIn(newFragments))
  for (const meeting of meetings(alignment, oldFragments, newFragments, leastBits)) {
    if (!spend(alignment.effort, meeting.old.to - meeting.old.from + meeting.next.to - meeting.next.from)) return
    const taken = freeTokens(to, meeting.old.from, meeting.old.to)
    const put = freeTokens(from, meeting.next.from, meeting.next.to)
    if (taken.length > 0 && put.length > 0) alignStretch(alignment, taken, put, leastBits)
  }
}

/** Two or three telling words: less is never looked for elsewhere. */
const leastFragment = 20

/** The stretches without a link, each inside one line and worth looking for. */
function fragments({ id, lineOf, count }: Tokens, links: Int32Array, bits: Bits): Fragment[] {
  const found: Fragment[] = []
  for (let i = 0; i < count;) {
    let stop = i
    while (stop < count && links[stop] === -1 && lineOf[stop] === lineOf[i]) stop += 1
    if (stop - i >= 3 && runBits(id, i, stop, bits) >= leastFragment) found.push({ from: i, to: stop })
    i = Math.max(stop, i + 1)
  }
  return found
}

const tokensIn = (all: readonly Fragment[]) => all.reduce((sum, { from, to }) => sum + to - from, 0)

type Meeting = { old: Fragment; next: Fragment; shared: number }

/** Which fragments have telling runs in common that hold words said once in each text, most first. */
function meetings(
  { old, next, to, bits, effort }: Alignment,
  oldFragments: Fragment[],
  newFragments: Fragment[],
  leastBits: number,
): Meeting[] {
  const numbers = shingles(3, tokensIn(newFragments))
  for (const { from, to: stop } of newFragments) for (let j = from; j + 3 <= stop; j += 1) numbers.add(next.id, j)
  const inOld = onlyPlaces(old.id, numbers)
  const inNew = onlyPlaces(next.id, numbers)
  const fragmentOf = new Int32Array(old.count).fill(-1)
  oldFragments.forEach((fragment, k) => fragmentOf.fill(k, fragment.from, fragment.to))

  return newFragments
    .flatMap((fragment) => {
      if (!spend(effort, fragment.to - fragment.from)) return []
      const shared = new Map<number, number>()
      let [moved, copied] = [0, 0]
      let run = { apart: 0, stop: -1, worth: 0 }
      for (let j = fragment.from; j + 3 <= fragment.to; j += 1) {
        const key = numbers.find(next.id, j)
        const i = inOld[key]!
        if (i < 0) continue
        const k = fragmentOf[i]!
        if (k === -1) {
          if (to[i] !== -1) copied += 1
        } else if (inNew[key] === j && fragmentOf[i + 2] === k) {
          moved += 1
          // Most meetings are of three words that happen to be rare: too little to compare two paragraphs for.
          if (j >= run.stop || i - j !== run.apart) run = sharedRun(oldFragments[k]!, i, fragment, j)
          if (run.worth < leastBits) continue
          shared.set(k, (shared.get(k) ?? 0) + 1)
        }
      }
      if (4 * copied > moved) return []
      return Array.from(shared, ([k, count]) => ({ old: oldFragments[k]!, next: fragment, shared: count }))
    })
    .sort((x, y) => y.shared - x.shared)

  /**
   * The run of equal tokens around two places: how far apart they are, where it stops in the new text, and its worth.
   */
  function sharedRun(a: Fragment, i: number, b: Fragment, j: number) {
    const same = (by: number) => old.id[i + by] === next.id[j + by]
    let [head, tail] = [0, 0]
    while (i + head > a.from && j + head > b.from && same(head - 1)) head -= 1
    while (i + tail < a.to && j + tail < b.to && same(tail)) tail += 1
    spend(effort, tail - head)
    return { apart: i - j, stop: j + tail, worth: runBits(old.id, i + head, i + tail, bits) }
  }
}

const nowhere = -1
const several = -2

/** Where each of the numbered stretches occurs in a text, if once. */
function onlyPlaces(ids: Int32Array, numbers: Shingles): Int32Array {
  const found = new Int32Array(numbers.size()).fill(nowhere)
  for (let i = 0; i < ids.length; i += 1) {
    const key = numbers.find(ids, i)
    if (key >= 0) found[key] = found[key] === nowhere ? i : several
  }
  return found
}
