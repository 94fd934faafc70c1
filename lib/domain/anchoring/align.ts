import { alignStretch } from './align-stretch'
import { freeTokens, link, unaligned, type Alignment } from './alignment'
import { linkedRuns } from './linked-runs'
import { linkMovedFragments } from './moved-fragments'
import { pairLines, type LinePair } from './pair-lines'
import { slideEdits } from './slide-edits'

/**
 * Finds which words of one text became which of the other: paragraphs first, then words inside paragraphs that belong
 * together, then what stands between those (paragraphs split, joined or short), then what was moved from one to another.
 * Each step looks only at what the ones before left open. Cost: near linear in the texts.
 */
export function align(before: string, after: string): Alignment {
  const alignment = unaligned(before, after)
  for (const pair of pairLines(alignment)) alignPair(alignment, pair)
  alignGaps(alignment)
  linkMovedFragments(alignment)
  linkMovedFragments(alignment)
  slideEdits(alignment)
  return alignment
}

/** A paragraph and its successor were chosen for their likeness; one run worth two words is enough to go by. */
const enoughInPlace = 8

function alignPair(alignment: Alignment, { old: o, next: n, same }: LinePair): void {
  const { old, next, to, from } = alignment
  const [aFrom, aTo] = [old.line[o]!, old.line[o + 1]!]
  const [bFrom, bTo] = [next.line[n]!, next.line[n + 1]!]
  if (same) for (let i = aFrom; i < aTo; i += 1) link(alignment, i, bFrom + i - aFrom)
  else alignStretch(alignment, freeTokens(to, aFrom, aTo), freeTokens(from, bFrom, bTo), enoughInPlace)
}

/** Between two runs that kept their order: whatever is free on both sides, unless both ends are one pair of paragraphs. */
function alignGaps(alignment: Alignment): void {
  const { old, next, to, from } = alignment
  const steady = linkedRuns(alignment).filter(({ stayed }) => stayed)
  let [aFrom, bFrom] = [0, 0]
  for (const run of [...steady, { a: old.count, b: next.count, length: 0 }]) {
    const compared =
      aFrom > 0 && run.a < old.count && old.lineOf[aFrom - 1] === old.lineOf[run.a] && next.lineOf[bFrom - 1] === next.lineOf[run.b]
    if (!compared && run.a > aFrom && run.b > bFrom) {
      const a = freeTokens(to, aFrom, run.a)
      const b = freeTokens(from, bFrom, run.b)
      if (a.length > 0 && b.length > 0) alignStretch(alignment, a, b, enoughInPlace)
    }
    aFrom = run.a + run.length
    bFrom = run.b + run.length
  }
}
