import type { Coefficient } from './coefficient'
import { sectionsOf } from './sections'
import type { SetDistance } from './set-distance'
import type { SpanLabels } from './span-sweep'
import { stretchesOf } from './stretches'

const empty = ''

/**
 * Krippendorff's alpha at character level where the value is the set of labels an annotator put there and two sets are as
 * far apart as `distance` says: who saw two techniques where another saw one of them half agrees. With a distance that is
 * 1 for any difference it is `characterAlpha`. One sweep over the boundaries; at each, cost grows with the square of the
 * different sets that are alive there, not with the annotators.
 */
export function setAlpha(data: SpanLabels, distance: SetDistance): Coefficient {
  const m = data.annotators.length
  const sections = sectionsOf(data)
  const figures = { items: m < 2 ? 0 : data.textLength, dropped: 0 }
  if (m < 2) return { value: null, undefinedBecause: 'fewer-than-two-annotators', ...figures }
  if (sections.length === 0) return { value: null, undefinedBecause: 'no-annotations', ...figures }

  const apart = distanceOfKeys(distance)
  const totals = new Map<string, number>()
  let observed = 0
  for (const { length, counts } of stretchesOf(sections, ({ labels }) => labels.join('\n'))) {
    const all = withEmpty(counts, m)
    observed += length * between(all, apart)
    for (const [key, count] of counts) totals.set(key, (totals.get(key) ?? 0) + count * length)
  }
  const n = m * data.textLength
  const expected = between(withEmpty(totals, n), apart)
  return expected === 0
    ? { value: null, undefinedBecause: 'one-category-only', ...figures }
    : { value: 1 - ((n - 1) * observed) / ((m - 1) * expected), undefinedBecause: null, ...figures }
}

function withEmpty(counts: ReadonlyMap<string, number>, all: number): [string, number][] {
  const entries = [...counts]
  const marked = entries.reduce((sum, [, count]) => sum + count, 0)
  return marked < all ? [...entries, [empty, all - marked]] : entries
}

/** Distances over all ordered pairs. */
function between(counts: readonly [string, number][], apart: (a: string, b: string) => number): number {
  let sum = 0
  for (let i = 0; i < counts.length; i += 1) {
    for (let j = i + 1; j < counts.length; j += 1) sum += 2 * counts[i]![1] * counts[j]![1] * apart(counts[i]![0], counts[j]![0])
  }
  return sum
}

function distanceOfKeys(distance: SetDistance): (a: string, b: string) => number {
  const sets = new Map<string, ReadonlySet<string>>()
  const setOf = (key: string) => {
    const known = sets.get(key) ?? new Set(key === empty ? [] : key.split('\n'))
    sets.set(key, known)
    return known
  }
  const known = new Map<string, number>()
  return (a, b) => {
    const pair = `${a}\0${b}`
    const value = known.get(pair) ?? distance(setOf(a), setOf(b))
    known.set(pair, value)
    return value
  }
}
