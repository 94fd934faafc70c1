import type { Piece } from './pieces'
import type { Chance } from './random'

export type Passage = { id: string; start: number; end: number }
export type Truth = {
  /** `remnant`: less than half of it is left; to carry or to orphan it are both defensible. */
  kind: 'exact' | 'moved' | 'changed' | 'remnant' | 'deleted'
  start: number
  end: number
  /** Where any of its words stand now: several places where it was torn apart. */
  parts: { start: number; end: number }[]
}

/** Passages as readers pick them: from two words to several sentences, on the edges of words, inside one paragraph. */
export function passages(before: string, pieces: readonly Piece[], count: number, random: Chance): Passage[] {
  const found: Passage[] = []
  while (found.length < count) {
    const first = random.below(pieces.length)
    const start = pieces[first]!.origin
    const wanted = Math.round(4 * 100 ** random.next())
    let last = first
    while (last + 1 < pieces.length && pieces[last]!.origin + pieces[last]!.text.length - start < wanted) last += 1
    const end = pieces[last]!.origin + pieces[last]!.text.length
    const words = before.slice(start, end)
    if (words.length >= 2 && words === words.trim() && /[\p{L}\p{N}]/u.test(words) && !words.includes('\n')) {
      found.push({ id: String(found.length), start, end })
    }
  }
  return found
}

/** What really became of each passage, from where every character of the edited text came. */
export function truths(before: string, after: readonly Piece[], all: readonly Passage[]): Truth[] {
  const place = new Int32Array(before.length).fill(-1)
  const moved = new Uint8Array(before.length)
  const substitute = new Map<number, { start: number; end: number }>()
  let at = 0
  for (const one of after) {
    if (one.origin >= 0) {
      for (let i = 0; i < one.text.length; i += 1) {
        place[one.origin + i] = at + i
        moved[one.origin + i] = one.moved ? 1 : 0
      }
    }
    if (one.insteadOf >= 0) substitute.set(one.insteadOf, { start: at, end: at + one.text.length })
    at += one.text.length
  }

  return all.map(({ start, end }) => {
    const characters = Array.from({ length: end - start }, (_, i) => start + i)
    const words = characters.filter((i) => !/\s/.test(before[i]!))
    const parts = partsOf(
      words.filter((i) => place[i]! >= 0).map((i) => place[i]!),
      2 * (end - start) + 60,
    )
    if (parts.length === 0) return { kind: 'deleted', start: -1, end: -1, parts }
    if (characters.every((i) => place[i]! >= 0 && (i === start || place[i] === place[i - 1]! + 1))) {
      return { kind: moved[start] ? 'moved' : 'exact', start: place[start]!, end: place[end - 1]! + 1, parts }
    }
    const part = { ...parts.reduce((a, b) => (b.size > a.size ? b : a)) }
    for (const i of characters) {
      const instead = substitute.get(i)
      // What was put for the passage's own words is part of it, as long as it stands beside the rest.
      if (!instead || Math.abs(instead.start - part.start) > 2 * (end - start) + 60) continue
      part.start = Math.min(part.start, instead.start)
      part.end = Math.max(part.end, instead.end)
    }
    return { kind: 2 * part.size >= words.length ? 'changed' : 'remnant', start: part.start, end: part.end, parts }
  })
}

/** Places that follow each other, forward and not too far apart, as parts: a passage torn in two has two. */
function partsOf(places: readonly number[], farthest: number) {
  const parts: { start: number; end: number; size: number }[] = []
  for (const at of places) {
    const part = parts.findLast(({ end }) => at >= end && at - end <= farthest)
    if (!part) parts.push({ start: at, end: at + 1, size: 1 })
    else [part.end, part.size] = [at + 1, part.size + 1]
  }
  return parts
}
