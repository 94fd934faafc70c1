import { alignInPlace, alignStretch, leastBitsFor } from './align-stretch'
import { freeTokens, link, unaligned, type Alignment } from './alignment'
import { linkKept, replacedTokens, type Kept } from './kept-stretches'
import { linkedRuns } from './linked-runs'
import { linkMovedFragments } from './moved-fragments'
import { likelyPairs, sameLines, surePairs, type LinePair } from './pair-lines'
import { slideEdits } from './slide-edits'

/**
 * Finds which words of one text became which of the other: paragraphs that are the same, then those surely alike, then
 * the likely ones with what is left of the split and joined, always word by word inside a pair; then what stands
 * between all those (short lines); then what was moved from one paragraph to another. Each step looks only at what the
 * ones before left open. Cost: near linear in the texts. Steps are counted: texts made so that it would not be (random
 * words, one word over and over) have their equal paragraphs linked and what an editor's record says, and nothing else.
 *
 * What an editor's record of the edit says was kept (`keptStretches`) is linked before all that, and then what it says
 * took the place of what inside a paragraph; the steps are for the rest, since cut and pasted words are to be found.
 */
export function align(before: string, after: string, kept: readonly Kept[] = []): Alignment {
  const alignment = unaligned(before, after)
  linkKept(alignment, kept)
  const whole = wholeLines(alignment)
  for (const pair of sameLines(alignment).filter(whole)) linkSameLine(alignment, pair)
  const [to, from] = [alignment.to.slice(), alignment.from.slice()]
  alignWords(alignment, kept, whole)
  if (isGivenUp(alignment)) {
    alignment.to.set(to)
    alignment.from.set(from)
  }
  return alignment
}

/** Whether the texts would take more steps to compare than honest ones: then only what is certainly the same is linked. */
export const isGivenUp = ({ effort }: Alignment) => effort.left < 0

function alignWords(alignment: Alignment, kept: readonly Kept[], whole: (pair: LinePair) => boolean): void {
  for (const pair of surePairs(alignment).filter(whole)) alignPair(alignment, pair)
  for (const { a, b } of replacedTokens(alignment, kept)) alignInPlace(alignment, a, b)
  for (let round = 0; round < mostRounds; round += 1) {
    const linked = likelyPairs(alignment).filter((pair) => alignPair(alignment, pair))
    if (linked.length === 0 || isGivenUp(alignment)) break
  }
  alignGaps(alignment)
  for (let round = 0; round < 2; round += 1) linkMovedFragments(alignment)
  slideEdits(alignment)
}

const mostRounds = 4
/** Where two stretches stand at the same place, one run worth a word or two is enough to go by. */
const enoughInPlace = 8

/** Of the pairs those of which no word is linked yet. */
function wholeLines({ old, next, to, from }: Alignment): (pair: LinePair) => boolean {
  const begun = (lineOf: Int32Array, links: Int32Array) => new Set(lineOf.filter((_, i) => links[i] !== -1))
  const [oldBegun, nextBegun] = [begun(old.lineOf, to), begun(next.lineOf, from)]
  return (pair) => !oldBegun.has(pair.old) && !nextBegun.has(pair.next)
}

function linkSameLine(alignment: Alignment, { old: o, next: n }: LinePair): void {
  const { old, next } = alignment
  const shift = next.line[n]! - old.line[o]!
  for (let i = old.line[o]!; i < old.line[o + 1]!; i += 1) link(alignment, i, i + shift)
}

function alignPair(alignment: Alignment, { old: o, next: n, inPlace }: LinePair): boolean {
  const { old, next, to, from } = alignment
  const a = freeTokens(to, old.line[o]!, old.line[o + 1]!)
  const b = freeTokens(from, next.line[n]!, next.line[n + 1]!)
  return alignStretch(alignment, a, b, inPlace ? enoughInPlace : leastBitsFor(a.length, b.length))
}

/**
 * Between two runs that kept their order: whatever is free on both sides, unless both ends are one pair of paragraphs.
 */
function alignGaps(alignment: Alignment): void {
  const { old, next, to, from } = alignment
  const steady = linkedRuns(alignment).filter(({ stayed }) => stayed)
  const inOneLine = ({ lineOf, count }: { lineOf: Int32Array; count: number }, start: number, stop: number) =>
    start > 0 && stop < count && lineOf[start - 1] === lineOf[stop]
  let [aFrom, bFrom] = [0, 0]
  for (const run of [...steady, { a: old.count, b: next.count, length: 0 }]) {
    if (!inOneLine(old, aFrom, run.a) || !inOneLine(next, bFrom, run.b)) {
      const a = freeTokens(to, aFrom, run.a)
      const b = freeTokens(from, bFrom, run.b)
      if (a.length > 0 && b.length > 0) alignStretch(alignment, a, b, enoughInPlace)
    }
    aFrom = run.a + run.length
    bFrom = run.b + run.length
  }
}
