import { spend, type Effort } from '../effort'
import type { Section } from './sections'

/** A stretch of text on which nobody's value changes: its length, and how many annotators hold each value there. */
export type Stretch = { length: number; counts: ReadonlyMap<string, number> }

/**
 * One sweep over the boundaries of all sections. Only stretches on which somebody holds a value are given; `counts` is the
 * same map each time and holds for that turn only. Costs as much as sorting, plus what is alive at each boundary; where
 * that is more than the effort allows they end early, with less than nothing left of it.
 */
export function* stretchesOf(
  sections: readonly Section[],
  valueOf: (section: Section) => string,
  effort: Effort,
): Iterable<Stretch> {
  const events = sections.flatMap((section) => {
    const value = valueOf(section)
    return [{ at: section.start, by: 1, value }, { at: section.end, by: -1, value }]
  })
  events.sort((a, b) => a.at - b.at)
  const counts = new Map<string, number>()
  let from = 0
  for (const { at, by, value } of events) {
    if (!spend(effort, counts.size)) return
    if (at > from && counts.size > 0) yield { length: at - from, counts }
    from = at
    const count = (counts.get(value) ?? 0) + by
    if (count === 0) counts.delete(value)
    else counts.set(value, count)
  }
}
