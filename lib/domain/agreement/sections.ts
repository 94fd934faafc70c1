import type { SpanLabels } from './span-sweep'

/** A stretch of one annotator's text under one set of labels: code points, `end` exclusive. `annotator` counts from 0. */
export type Section = { annotator: number; start: number; end: number; labels: readonly string[] }

/**
 * What each annotator marked, cut into sections that do not overlap: one label's overlapping spans are one, then every
 * boundary of the annotator's own is a cut. Spans that only touch stay two, since the annotator set a boundary there.
 * Gaps have no section. Spans of people who are not annotators are left out; what reaches beyond the text is cut off.
 */
export function sectionsOf(data: SpanLabels): Section[] {
  return sectionsOfUnits(unitsByAnnotator(data))
}

/** The same from the annotators' units. */
export function sectionsOfUnits(byAnnotator: readonly (readonly Unit[])[]): Section[] {
  return byAnnotator.flatMap(cut)
}

/** One label's unit: its overlapping spans joined. */
export type Unit = { start: number; end: number; label: string }

/** The units of each annotator, in the annotators' order, by beginning: spans of one label that overlap are joined. */
export function unitsByAnnotator({ textLength, annotators, spans }: SpanLabels): Unit[][] {
  const places = new Map(annotators.map((id, i) => [id, i]))
  const units: Unit[][] = annotators.map(() => [])
  for (const { annotator, label, ...span } of spans) {
    const [start, end] = [Math.max(0, span.start), Math.min(textLength, span.end)]
    const place = places.get(annotator)
    if (place !== undefined && start < end) units[place]!.push({ start, end, label })
  }
  return units.map(joinOverlapping)
}

/** Joins what overlaps under the same label; touching units stay apart. In order of beginning. */
export function joinOverlapping(units: readonly Unit[]): Unit[] {
  const joined: Unit[] = []
  const open = new Map<string, Unit>()
  for (const { start, end, label } of units.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = open.get(label)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else {
      const unit = { start, end, label }
      open.set(label, unit)
      joined.push(unit)
    }
  }
  return joined
}

function cut(units: readonly Unit[], annotator: number): Section[] {
  const events = units.flatMap(({ start, end, label }) => [{ at: start, by: 1, label }, { at: end, by: -1, label }])
  events.sort((a, b) => a.at - b.at || a.by - b.by)
  const held = new Set<string>()
  const sections: Section[] = []
  let from = 0
  for (const { at, by, label } of events) {
    if (held.size > 0 && at > from) sections.push({ annotator, start: from, end: at, labels: [...held].sort() })
    from = at
    if (by > 0) held.add(label)
    else held.delete(label)
  }
  return sections
}
