import type { Label } from '../codebook/codebook'
import type { Flag } from './flag'
import type { Counts } from './layer-summary'
import { rounded } from './rounded'

/** How many flags, whose, and over how much of the text. Flags must be in order of their start. */
export function countFlags(flags: readonly Flag[], textLength: number): Counts {
  const characters = covered(flags)
  return {
    annotations: flags.length,
    annotators: new Set(flags.map((f) => f.annotator)).size,
    characters,
    share: shareOf(characters, textLength),
  }
}

/** The same for each label in use, in the codebook's order, then those it does not know, by name. */
export function countLabels(
  flags: readonly Flag[],
  known: readonly Label[],
  textLength: number,
): Record<string, Counts> {
  const byLabel = new Map<string, Flag[]>()
  for (const flag of flags) {
    for (const label of flag.labels) {
      const all = byLabel.get(label)
      if (all) all.push(flag)
      else byLabel.set(label, [flag])
    }
  }
  const labels = [...byLabel.keys()].sort(byCodebook(known))
  return Object.fromEntries(labels.map((label) => [label, countFlags(byLabel.get(label)!, textLength)]))
}

/** Orders label ids as the codebook does; unknown ones come last, by name. */
export function byCodebook(known: readonly Label[]): (a: string, b: string) => number {
  const place = new Map(known.map((label, i) => [label.id, i]))
  const of = (id: string) => place.get(id) ?? known.length
  return (a, b) => of(a) - of(b) || (a < b ? -1 : a > b ? 1 : 0)
}

/** Code points covered by one span or more, of spans in order of their start. Worked: [0,5) and [3,8) cover 8. */
export function covered(spans: Iterable<{ start: number; end: number }>): number {
  let [sum, reached] = [0, 0]
  for (const { start, end } of spans) {
    if (end <= reached) continue
    sum += end - Math.max(start, reached)
    reached = end
  }
  return sum
}

/** A share of the text to four decimals; 0 of an empty text. */
export function shareOf(characters: number, textLength: number): number {
  return textLength === 0 ? 0 : rounded(characters / textLength, 4)
}
