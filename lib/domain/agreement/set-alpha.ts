import { mostEffort, spend, type Effort } from '../effort'
import { alphaByJackknife, judgementsOfSets } from './alpha-jackknife'
import type { Coefficient } from './coefficient'
import type { Interval } from './interval'
import { labelSets, type LabelSets } from './label-sets'
import type { Section } from './sections'
import type { SetDistance } from './set-distance'
import { coefficientOf, readSpans, tooManyToCompare, type SpanReading } from './span-reading'
import type { SpanLabels } from './span-sweep'

/**
 * Krippendorff's alpha at character level where the value is the set of labels an annotator put there and two sets are as
 * far apart as `distance` says: who saw two techniques where another saw one of them half agrees. With a distance that is
 * 1 for any difference it is `characterAlpha`. `distance` must be 1 for sets with nothing in common. Equal sets are taken
 * together first; then each pair of different sets is looked at once, and at each boundary the sets that are alive there.
 * Memory is that of the sections; where the pairs are more than the effort allows they are too many to compare.
 */
export function setAlpha(data: SpanLabels, distance: SetDistance, effort?: Effort): Coefficient {
  return setAlphaWithInterval(readSpans(data), distance, effort).value
}

/** The same with its interval by jackknife over the pieces of the text (see `alphaByJackknife`). */
export function setAlphaWithInterval(
  reading: SpanReading,
  distance: SetDistance,
  effort: Effort = { left: mostEffort },
): { value: Coefficient; interval: Interval | null } {
  const m = reading.data.annotators.length
  const sections = reading.sections()
  if (m < 2 || sections.length === 0) return { value: coefficientOf(reading, null), interval: null }
  const { sets, ids } = numbered(sections)
  const sweep = reading.sweep()
  const nearness = nearnessToAll(judgementsOfSets(sweep), labelSets(sweep.sets, distance), effort)
  const spot = nearness && nearOnTheSpot({ sections, ids, cuts: reading.cuts, m }, labelSets(sets, distance), effort)
  if (!spot) return { value: tooManyToCompare(reading), interval: null }
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

/** Per set: Σ nearness to all judgements, its own included; null where the effort is spent. */
function nearnessToAll(judgements: Float64Array, { count, words, nearness }: LabelSets, effort: Effort): Float64Array | null {
  if (!spend(effort, ((count * (count - 1)) / 2) * words)) return null
  const sums = Float64Array.from(judgements)
  for (let a = 0; a < count; a += 1) {
    for (let b = a + 1; b < count; b += 1) {
      const near = nearness(a, b)
      if (near === 0) continue
      sums[a]! += near * judgements[b]!
      sums[b]! += near * judgements[a]!
    }
  }
  return sums
}

type Placed = { sections: readonly Section[]; ids: readonly number[]; cuts: readonly number[]; m: number }

/** Σ nearness over the ordered pairs of annotators at each character, added up over each piece; null where the effort is spent. */
function nearOnTheSpot({ sections, ids, cuts, m }: Placed, { count, words, nearness }: LabelSets, effort: Effort): Float64Array | null {
  const events = sections.flatMap(({ start, end }, i) => [{ at: start, by: 1, id: ids[i]! }, { at: end, by: -1, id: ids[i]! }])
  events.sort((a, b) => a.at - b.at)
  const readers = new Int32Array(count)
  const alive = new Set<number>()
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
    if (!spend(effort, alive.size * words)) return null
    advance(at)
    const before = readers[id]!
    for (const other of alive) if (other !== id) near += by * 2 * readers[other]! * nearness(id, other)
    near += (before + by) ** 2 - before ** 2
    bare -= by
    readers[id] = before + by
    if (before + by === 0) alive.delete(id)
    else alive.add(id)
  }
  advance(cuts.at(-1) ?? 0)
  return sums
}
