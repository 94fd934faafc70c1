import { countsOf } from '../agreement/coefficient'
import type { Label } from '../codebook/codebook'
import { spend, type Effort } from '../effort'
import type { CodePointIndex } from '../text/code-points'
import { normalForm } from '../text/normal-form'
import type { Span } from '../text/span'
import { byCodebook } from './counts'
import type { Flag } from './flag'
import type { SourceEntry, SourceInventory, SourceStanding } from './layer-summary'
import { passagesOf, sharesHalf, type PassageOfFlags } from './passages'
import { rounded } from './rounded'
import { standingOf } from './source-standing'

/**
 * Who is speaking in the article, from its sourcing flags. Flags that name the same source (in Unicode compatibility
 * form, whatever the case and spacing) are one entry, wherever they lie. A flag without a name joins the named entry
 * where the two share half of either, if it too says that the source is known; the others are gathered by place
 * (`passages.ts`) and shown by the words flagged. What the author saw is one source however often it is flagged. Where that
 * would take more than the effort allows, flags join others only at the very same place.
 */
export function sourcesOf(
  flags: readonly Flag[],
  known: readonly Label[],
  index: CodePointIndex,
  fit: (span: Span) => Span,
  effort: Effort,
): SourceInventory {
  const standing = standingOf(known)
  const groups = new Map<string, Flag[]>()
  const add = (key: string, flag: Flag) => void (groups.get(key)?.push(flag) ?? groups.set(key, [flag]))
  const named = flags.filter((flag) => nameKey(flag) !== null)
  const unplaced: Flag[] = []

  for (const flag of named) add(`name ${nameKey(flag)}`, flag)
  const nameAt = nameFinder(named, effort)
  for (const flag of flags) {
    if (nameKey(flag) !== null) continue
    const name = flag.labels.every((label) => standing(label) === 'identified') ? nameAt(flag) : null
    if (name !== null) add(`name ${name}`, flag)
    else if (flag.labels.every((label) => label === authorsOwn)) add('author', flag)
    else unplaced.push(flag)
  }
  const entries = [...groups.values()].map((group) => entryOf(group, known, standing, index, fit))
  for (const { members, start, end } of passagesOf(unplaced, fit, effort) ?? samePlaces(unplaced, fit)) {
    entries.push({ ...entryOf(members, known, standing, index, fit), words: index.slice({ start, end }) })
  }
  entries.sort((a, b) => b.flags - a.flags || a.firstStart - b.firstStart || (a.words < b.words ? -1 : 1))

  const hidden = flags.filter((flag) => flag.labels.some((label) => ['unnamed', 'missing'].includes(standing(label))))
  const unnamed = entries.filter((entry) => entry.standing === 'unnamed').length
  return {
    entries,
    distinct: entries.filter((entry) => entry.standing === 'identified').length + unnamed,
    unnamed,
    flags: flags.length,
    shareUnnamedOrMissing: flags.length === 0 ? 0 : rounded(hidden.length / flags.length, 4),
  }
}

/** Flags gathered by their very place. */
function samePlaces(flags: readonly Flag[], fit: (span: Span) => Span): PassageOfFlags[] {
  const places = new Map<string, Flag[]>()
  for (const flag of flags) {
    if (flag.start === flag.end) continue
    const key = `${flag.start}-${flag.end}`
    const there = places.get(key)
    if (there) there.push(flag)
    else places.set(key, [flag])
  }
  return [...places.values()].map((members) => ({ ...fit(members[0]!), members }))
}

/** The author as witness is one source, however many passages say so. */
const authorsOwn = 'author-observation'
function nameKey({ annotation }: Flag): string | null {
  const key = normalForm(annotation.sourceName ?? '', 'NFKC').toLowerCase().trim().replace(/\s+/gu, ' ')
  return key === '' ? null : key
}

/**
 * Finds the name that others gave to a place: that of the last named flag, in reading order, that shares half with it.
 */
function nameFinder(named: readonly Flag[], effort: Effort): (flag: Flag) => string | null {
  const placed = named.filter((flag) => flag.start < flag.end)
  const reached: number[] = []
  for (const flag of placed) reached.push(Math.max(reached.at(-1) ?? 0, flag.end))
  return (flag) => {
    for (let i = lastBefore(placed, flag.end); i >= 0 && reached[i]! > flag.start; i -= 1) {
      if (!spend(effort, 1)) return null
      if (sharesHalf(placed[i]!, flag)) return nameKey(placed[i]!)
    }
    return null
  }
}

/** The last of the flags, by their start, that begins before a place; -1 without one. */
function lastBefore(flags: readonly Flag[], place: number): number {
  let [low, high] = [0, flags.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (flags[middle]!.start < place) low = middle + 1
    else high = middle
  }
  return low - 1
}

function entryOf(
  flags: readonly Flag[],
  known: readonly Label[],
  standing: (label: string) => SourceStanding,
  index: CodePointIndex,
  fit: (span: Span) => Span,
): SourceEntry {
  const inOrder = [...flags].sort((a, b) => a.start - b.start)
  const first = inOrder[0]!
  const name = commonest(flags.flatMap((f) => (nameKey(f) === null ? [] : [f.annotation.sourceName!.trim()])), byText)
  const kind = commonest(flags.flatMap((f) => f.labels), byCodebook(known))!
  const link = inOrder.flatMap((f) => f.annotation.evidence)[0]
  const place = first.start < first.end ? fit(first) : null
  return {
    words: name ?? (place ? index.slice(place) : ''),
    named: name !== null,
    kind,
    standing: standing(kind),
    flags: flags.length,
    readers: new Set(flags.map((f) => f.annotator)).size,
    firstStart: first.start,
    link: link ? { url: link.url, title: link.title } : null,
  }
}

/** What occurs most often; of equals the first by the given order. */
function commonest(all: readonly string[], order: (a: string, b: string) => number): string | null {
  const counts = [...countsOf(all)].sort(([a, x], [b, y]) => y - x || order(a, b))
  return counts[0]?.[0] ?? null
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
