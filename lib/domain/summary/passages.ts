import { mostEffort, spend, type Effort } from '../effort'
import type { Span } from '../text/span'
import type { Flag } from './flag'

/** A passage and the flags it stands for. */
export type PassageOfFlags = Span & { members: Flag[] }

/** Longest passage, in code points: one or two sentences of Chinese, one long one of English. */
export const passageLimit = 200

/**
 * Finds the passages that readers marked "in the same place", though no two draw the same borders: majority boundaries,
 * found from the core outward. Among flags that overlap, the stretch most readers marked is the core. It grows to both
 * sides as long as at least half as many as at the core (and two, where two marked it) still mark it, which sets each
 * border where the median reader set it; but only as far as four fifths of those at the core (all, of up to four) still
 * mark half of the passage, so that nobody who marked the core is counted as having said nothing. Where flags overlap
 * by chance only, so that none lies half within the result, the shortest of them is a passage of its own. A passage
 * stands for every flag that it shares at least half of either with; the search goes on with the others, so each flag
 * belongs to exactly one passage.
 *
 * Flags must be in order of start; empty ones are left out. `fit` makes a span readable (whole characters, no space at
 * its ends, not over the limit). Passages come in reading order. Flags that all hang together by a little are looked at
 * again for each passage: null where that would take more than the effort allows.
 */
export function passagesOf(flags: readonly Flag[], fit: (span: Span) => Span, effort: Effort = { left: mostEffort }): PassageOfFlags[] | null {
  const passages: PassageOfFlags[] = []
  const open = [flags.filter((flag) => flag.start < flag.end)]
  for (let group = open.pop(); group; group = open.pop()) {
    for (const touching of overlapping(group)) {
      const found = extentOf(touching, effort)
      if (!found) return null
      const { extent, anchor } = found
      const passage = fit(extent)
      const members: Flag[] = []
      const others: Flag[] = []
      for (const flag of touching) {
        // Those at the anchor are always among them, so every round makes the rest smaller.
        if (sharesHalf(flag, passage) || covers(flag, anchor)) members.push(flag)
        else others.push(flag)
      }
      passages.push({ ...passage, members })
      if (others.length > 0) open.push(others)
    }
  }
  return passages.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** Whether what two spans share is at least half of either. */
export function sharesHalf(a: Span, b: Span): boolean {
  return 2 * shared(a, b) >= Math.min(lengthOf(a), lengthOf(b))
}

/** Groups of flags that hang together by overlap; flags that only touch do not. */
function overlapping(flags: readonly Flag[]): Flag[][] {
  const groups: Flag[][] = []
  let reached = -1
  for (const flag of flags) {
    if (flag.start < reached) groups.at(-1)!.push(flag)
    else groups.push([flag])
    reached = Math.max(reached, flag.end)
  }
  return groups
}

/** How far the passage around the core reaches, and an anchor: a span that at least one flag covers. */
function extentOf(flags: readonly Flag[], effort: Effort): { extent: Span; anchor: Span } | null {
  if (!spend(effort, stepsEach * flags.length)) return null
  const profile = readersAlong(flags)
  const core = profile.reduce((best, next) => (readsMore(next, best) ? next : best))
  const atCore = flags.filter((flag) => covers(flag, core))
  const extent = widest(profile, core, atCore, effort)
  if (!extent) return null

  const shortest = atCore.reduce((best, flag) => (lengthOf(flag) < lengthOf(best) ? flag : best))
  const byChance = atCore.every((flag) => 2 * shared(flag, extent) < lengthOf(flag))
  return byChance && lengthOf(shortest) <= passageLimit
    ? { extent: shortest, anchor: shortest }
    : { extent, anchor: core }
}

/** What a flag costs in one look at those that hang together: sorting its ends, a profile, the core. */
const stepsEach = 40

/** The widest stretch around the core that is not too long and that loses at most a fifth of those at the core. */
function widest(profile: readonly Stretch[], core: Stretch, atCore: readonly Flag[], effort: Effort): Span | null {
  const most = core.readers
  for (let least = Math.max(Math.min(most, 2), Math.ceil(most / 2)); least <= most; least += 1) {
    if (!spend(effort, profile.length + atCore.length)) return null
    const extent = grown(profile, core, least)
    if (lengthOf(extent) > passageLimit) continue
    const kept = new Set(atCore.filter((f) => 2 * shared(f, extent) >= lengthOf(extent)).map((f) => f.annotator))
    if (5 * kept.size >= 4 * most) return extent
  }
  return core
}

/** The core with the stretches to both sides that at least so many readers mark. */
function grown(profile: readonly Stretch[], core: Stretch, least: number): Span {
  let from = profile.indexOf(core)
  let to = from
  while (from > 0 && profile[from - 1]!.readers >= least) from -= 1
  while (to + 1 < profile.length && profile[to + 1]!.readers >= least) to += 1
  return { start: profile[from]!.start, end: profile[to]!.end }
}

/** A stretch between two neighbouring borders of flags that hang together, and how many different readers mark it. */
type Stretch = Span & { readers: number }

function readersAlong(flags: readonly Flag[]): Stretch[] {
  const events = flags.flatMap(({ start, end, annotator }) => [
    { at: start, by: 1, annotator },
    { at: end, by: -1, annotator },
  ])
  events.sort((a, b) => a.at - b.at)
  const held = new Map<string, number>()
  const profile: Stretch[] = []
  let at = events[0]?.at ?? 0
  for (const event of events) {
    if (event.at > at) profile.push({ start: at, end: event.at, readers: held.size })
    at = event.at
    const times = (held.get(event.annotator) ?? 0) + event.by
    if (times === 0) held.delete(event.annotator)
    else held.set(event.annotator, times)
  }
  return profile
}

/** More readers, or as many on more characters. */
function readsMore(a: Stretch, b: Stretch): boolean {
  return a.readers > b.readers || (a.readers === b.readers && lengthOf(a) > lengthOf(b))
}

function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

function lengthOf({ start, end }: Span): number {
  return end - start
}
