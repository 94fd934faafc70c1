import { dimensions, type Dimension, type LabelRef } from '../codebook/codebook'
import type { SpanScore } from '../agreement/span-score'
import { judge, keyScore, type Judged, type KeyPassage, type StudentPassage } from './key-score'

/** An annotation as scoring needs it: where it stands, and its labels in all dimensions. Code points. */
export type MarkedPassage = { id: string; start: number; end: number; labels: readonly LabelRef[] }

/** What became of one student's work in one dimension. */
export type DimensionResult = { score: SpanScore; judged: Judged[] }
export type WorkResult = Record<Dimension, DimensionResult>

/** A student's work against the key, dimension by dimension. Annotations without a label of a dimension are not in it. */
export function resultOf(student: readonly MarkedPassage[], key: readonly MarkedPassage[]): WorkResult {
  const of = (dimension: Dimension): DimensionResult => {
    const [own, wanted] = [passagesIn(student, dimension), passagesIn(key, dimension)]
    return { score: keyScore(own, wanted), judged: judge(own, wanted) }
  }
  const [sourcing, statement, framing] = dimensions.map(of)
  return { sourcing: sourcing!, statement: statement!, framing: framing! }
}

/** The passages of one dimension, with its labels alone; what is said of the article as a whole has no place and is left out. */
export function passagesIn(marked: readonly MarkedPassage[], dimension: Dimension): (StudentPassage & KeyPassage)[] {
  return marked.flatMap(({ id, start, end, labels }) => {
    const own = labels.filter((label) => label.dimension === dimension).map(({ label }) => label)
    return own.length > 0 && start < end ? [{ id, start, end, labels: own }] : []
  })
}

/** A student's extra passage on which classmates agree: perhaps the key lacks it. */
export type Gap = { dimension: Dimension; label: string; start: number; end: number; students: number }

/**
 * Extras of many: places outside the key that at least `share` of the students marked with the same label, most first. A
 * place is what all of them have in common.
 */
export function gapsOf(works: ReadonlyMap<string, readonly MarkedPassage[]>, key: readonly MarkedPassage[], share = 0.3): Gap[] {
  const least = Math.max(2, Math.ceil(works.size * share))
  const gaps = dimensions.flatMap((dimension) => {
    const extras = [...works].flatMap(([student, marked]) => {
      const own = passagesIn(marked, dimension)
      const extra = new Set(judge(own, passagesIn(key, dimension)).filter(({ verdict }) => verdict === 'extra').map(({ student: id }) => id))
      return own.filter(({ id }) => extra.has(id)).flatMap(({ start, end, labels }) => labels.map((label) => ({ student, start, end, label })))
    })
    const labels = [...new Set(extras.map(({ label }) => label))]
    return labels.flatMap((label) => densest(extras.filter((extra) => extra.label === label)).map((place) => ({ dimension, label, ...place })))
  })
  return gaps.filter(({ students }) => students >= least).sort((a, b) => b.students - a.students || a.start - b.start)
}

type Extra = { student: string; start: number; end: number }

/** Stretches where the most students meet, one for each run of overlapping extras. */
function densest(extras: readonly Extra[]): { start: number; end: number; students: number }[] {
  const events = extras.flatMap(({ student, start, end }) => [{ at: start, by: 1, student }, { at: end, by: -1, student }])
  events.sort((a, b) => a.at - b.at || a.by - b.by)
  const open = new Map<string, number>()
  const found: { start: number; end: number; students: number }[] = []
  let best: { start: number; end: number; students: number } | null = null
  for (const [i, { at, by, student }] of events.entries()) {
    const count = (open.get(student) ?? 0) + by
    if (count === 0) open.delete(student)
    else open.set(student, count)
    const end = events[i + 1]?.at ?? at
    if (open.size > (best?.students ?? 0) && end > at) best = { start: at, end, students: open.size }
    if (open.size === 0 && best) {
      found.push(best)
      best = null
    }
  }
  return found
}
