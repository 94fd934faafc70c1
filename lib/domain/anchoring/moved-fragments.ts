import { alignStretch, leastBitsFor } from './align-stretch'
import { freeTokens, type Alignment } from './alignment'
import { runBits, type Bits } from './evidence'
import { shingles, shingleTable } from './shingles'
import type { Tokens } from './tokens'

type Fragment = { from: number; to: number }

/**
 * Links what was cut from one paragraph and pasted into another: sentences, halves of a split paragraph, paragraphs
 * joined out of order. Only words without a successor are looked at, and only new words without a predecessor.
 *
 * An old and a new fragment are brought together by stretches of three tokens that occur once in the whole old text and
 * once in the whole new text, so a phrase that is said twice never decides; what they share must then be beyond chance for
 * a search through everything that was taken out and put in. A new fragment most of which stands elsewhere in the old text
 * and is still there is a copy of that, not a place that words moved to.
 */
export function linkMovedFragments(alignment: Alignment): void {
  const { old, next, to, from, bits } = alignment
  const oldFragments = fragments(old, to, bits)
  const newFragments = fragments(next, from, bits)
  if (oldFragments.length === 0 || newFragments.length === 0) return

  const table = shingleTable(old.count + next.count)
  const a = shingles(old.id, 3, table)
  const b = shingles(next.id, 3, table)
  const placeInOld = places(a, table)
  const timesInNew = times(b, table)
  const fragmentOf = new Int32Array(old.count).fill(-1)
  oldFragments.forEach((fragment, k) => fragmentOf.fill(k, fragment.from, fragment.to))

  const meetings: { old: Fragment; next: Fragment; shared: number }[] = []
  for (const fragment of newFragments) {
    const shared = new Map<number, number>()
    let [moved, copied] = [0, 0]
    for (let j = fragment.from; j + 3 <= fragment.to; j += 1) {
      const i = placeInOld[b[j]!]!
      if (i === nowhere || i === several) continue
      if (fragmentOf[i] === -1) {
        if (to[i] !== -1) copied += 1
      } else if (timesInNew[b[j]!] === 1 && fragmentOf[i] === fragmentOf[i + 2]) {
        moved += 1
        shared.set(fragmentOf[i]!, (shared.get(fragmentOf[i]!) ?? 0) + 1)
      }
    }
    if (copied > moved) continue
    for (const [k, count] of shared) meetings.push({ old: oldFragments[k]!, next: fragment, shared: count })
  }

  const size = (all: Fragment[]) => all.reduce((sum, fragment) => sum + fragment.to - fragment.from, 0)
  const leastBits = leastBitsFor(size(oldFragments), size(newFragments))
  for (const meeting of meetings.sort((x, y) => y.shared - x.shared)) {
    const taken = freeTokens(to, meeting.old.from, meeting.old.to)
    const put = freeTokens(from, meeting.next.from, meeting.next.to)
    if (taken.length > 0 && put.length > 0) alignStretch(alignment, taken, put, leastBits)
  }
}

/** Two or three telling words: less is never looked for elsewhere. */
const leastFragment = 20
const nowhere = -1
const several = -2

/** Where each shingle occurs, if once. */
function places(keys: Int32Array, table: number): Int32Array {
  const found = new Int32Array(table).fill(nowhere)
  keys.forEach((key, i) => {
    if (key >= 0) found[key] = found[key] === nowhere ? i : several
  })
  return found
}

function times(keys: Int32Array, table: number): Uint8Array {
  const counts = new Uint8Array(table)
  for (const key of keys) if (key >= 0 && counts[key]! < 2) counts[key]! += 1
  return counts
}

/** The stretches without a link, each inside one line and worth looking for. */
function fragments({ id, lineOf, count }: Tokens, links: Int32Array, bits: Bits): Fragment[] {
  const found: Fragment[] = []
  for (let i = 0; i < count; ) {
    let stop = i
    while (stop < count && links[stop] === -1 && lineOf[stop] === lineOf[i]) stop += 1
    if (stop - i >= 3 && runBits(id, i, stop, bits) >= leastFragment) found.push({ from: i, to: stop })
    i = Math.max(stop, i + 1)
  }
  return found
}
