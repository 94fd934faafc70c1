import { alphaByJackknife, judgementsOfSets } from './alpha-jackknife'
import type { Coefficient } from './coefficient'
import type { Interval } from './interval'
import { sectionsOf, type Section } from './sections'
import type { SetDistance } from './set-distance'
import { coefficientOf, type SpanReading } from './span-reading'
import type { SpanLabels } from './span-sweep'

/**
 * Krippendorff's alpha at character level where the value is the set of labels an annotator put there and two sets are as
 * far apart as `distance` says: who saw two techniques where another saw one of them half agrees. With a distance that is
 * 1 for any difference it is `characterAlpha`. One sweep over the boundaries; each costs the sets that are alive there.
 * `distance` must be 1 for sets with nothing in common.
 */
export function setAlpha(data: SpanLabels, distance: SetDistance): Coefficient {
  const m = data.annotators.length
  const sections = sectionsOf(data)
  const figures = { items: m < 2 ? 0 : data.textLength, dropped: 0 }
  if (m < 2) return { value: null, undefinedBecause: 'fewer-than-two-annotators', ...figures }
  if (sections.length === 0) return { value: null, undefinedBecause: 'no-annotations', ...figures }

  const { sets, ids } = numbered(sections)
  const nearness = nearnessOf(sets, distance)
  const totals = new Float64Array(sets.length)
  sections.forEach(({ start, end }, i) => (totals[ids[i]!]! += end - start))
  const n = m * data.textLength
  const expected = n * n - nearPairs(totals, n, sets, nearness)
  const [near] = nearOnTheSpot(sections, ids, [data.textLength], m, nearness)
  const observed = m * m * data.textLength - near!
  return expected === 0
    ? { value: null, undefinedBecause: 'one-category-only', ...figures }
    : { value: 1 - ((n - 1) * observed) / ((m - 1) * expected), undefinedBecause: null, ...figures }
}

/** The same with its interval by jackknife over the pieces of the text (see `alphaByJackknife`). */
export function setAlphaWithInterval(reading: SpanReading, distance: SetDistance): { value: Coefficient; interval: Interval | null } {
  const sweep = reading.sweep()
  const m = sweep.annotators
  const { sets: own, ids } = numbered(reading.sections())
  const spot = nearOnTheSpot(reading.sections(), ids, reading.cuts, m, nearnessOf(own, distance))
  const totals = judgementsOfSets(sweep)
  const nearness = Float64Array.from(totals)
  for (const [a, b] of sharingPairs(sweep.sets)) {
    const near = 1 - distance(sweep.sets[a]!, sweep.sets[b]!)
    nearness[a]! += near * totals[b]!
    nearness[b]! += near * totals[a]!
  }
  const observed = Float64Array.from(sweep.lengths, (length, piece) => m * m * length - spot[piece]!)
  const { value, interval } = alphaByJackknife(sweep, { observed, nearness })
  return { value: coefficientOf(reading, value), interval }
}

function numbered(sections: readonly Section[]) {
  const known = new Map<string, number>()
  const sets: ReadonlySet<string>[] = []
  const ids = sections.map(({ labels }) => {
    const key = labels.join('\n')
    if (!known.has(key)) known.set(key, sets.push(new Set(labels)) - 1)
    return known.get(key)!
  })
  return { sets, ids }
}

/** One minus the distance, kept once it was asked for. */
function nearnessOf(sets: readonly ReadonlySet<string>[], distance: SetDistance): (a: number, b: number) => number {
  const rows: Map<number, number>[] = sets.map(() => new Map())
  return (a, b) => {
    const row = rows[Math.min(a, b)]!
    const other = Math.max(a, b)
    const known = row.get(other)
    if (known !== undefined) return known
    const near = 1 - distance(sets[a]!, sets[b]!)
    row.set(other, near)
    return near
  }
}

/** Σ n_a n_b nearness over ordered pairs; unmarked judgements are near each other only, and so are sets that share a label. */
function nearPairs(totals: Float64Array, n: number, sets: readonly ReadonlySet<string>[], nearness: (a: number, b: number) => number): number {
  let [marked, sum] = [0, 0]
  for (const total of totals) {
    marked += total
    sum += total ** 2
  }
  for (const [a, b] of sharingPairs(sets)) sum += 2 * totals[a]! * totals[b]! * nearness(a, b)
  return sum + (n - marked) ** 2
}

/** Pairs of sets, by number, that have a label in common. */
function sharingPairs(sets: readonly ReadonlySet<string>[]): [number, number][] {
  const byLabel = new Map<string, number[]>()
  return sets.flatMap((set, id) => {
    const sharing = new Set<number>()
    for (const label of set) {
      const others = byLabel.get(label) ?? []
      for (const other of others) sharing.add(other)
      byLabel.set(label, [...others, id])
    }
    return [...sharing].map((other): [number, number] => [other, id])
  })
}

/** The same over the annotators at each character, added up over each piece of the text. */
function nearOnTheSpot(
  sections: readonly Section[],
  ids: readonly number[],
  cuts: readonly number[],
  m: number,
  nearness: (a: number, b: number) => number,
): Float64Array {
  const events = sections.flatMap(({ start, end }, i) => [{ at: start, by: 1, id: ids[i]! }, { at: end, by: -1, id: ids[i]! }])
  events.sort((a, b) => a.at - b.at)
  const counts = new Map<number, number>()
  let [near, bare, from, piece] = [0, m, 0, 0]
  const sums = new Float64Array(cuts.length)
  const advance = (to: number) => {
    for (; from < to; piece += cuts[piece] === from ? 1 : 0) {
      const end = Math.min(to, cuts[piece]!)
      sums[piece]! += (end - from) * (near + bare * bare)
      from = end
    }
  }
  for (const { at, by, id } of events) {
    advance(at)
    const before = counts.get(id) ?? 0
    for (const [other, count] of counts) if (other !== id) near += by * 2 * count * nearness(id, other)
    near += (before + by) ** 2 - before ** 2
    bare -= by
    if (before + by === 0) counts.delete(id)
    else counts.set(id, before + by)
  }
  advance(cuts.at(-1) ?? 0)
  return sums
}
