import { joinOverlapping, type Unit } from '../agreement/sections'
import { scoreOf, type SpanScore } from '../agreement/span-score'

/** A passage of the answer key in one dimension; each of its labels counts as right. Code points, `end` exclusive. */
export type KeyPassage = { id: string; start: number; end: number; labels: readonly string[] }
/** A student's passage in one dimension. */
export type StudentPassage = { id: string; start: number; end: number; labels: readonly string[] }

/** What became of a student's passage, or of a key passage that nobody's passage met. */
export const verdicts = ['found', 'other-label', 'too-short', 'too-long', 'missed', 'extra'] as const
export type Verdict = (typeof verdicts)[number]

/** One line of feedback: the student's passage, the key's, or both where they met. */
export type Judged = { verdict: Verdict; student: string | null; key: string | null }

/** Passages meet when they share this part of the shorter one; a boundary is right when this part of each is shared. */
export const tolerances = { meet: 1 / 3, whole: 0.8 } as const

/**
 * How a student's passages of one dimension stand to the key's: each of both comes once. Pairs are made best first: the
 * right label before the place alone, then the most of both shared, so that a neighbour does not take another's match.
 */
export function judge(student: readonly StudentPassage[], key: readonly KeyPassage[]): Judged[] {
  const pairs = student.flatMap((s) => key.flatMap((k) => pairOf(s, k) ?? []))
  pairs.sort((a, b) => Number(b.right) - Number(a.right) || b.likeness - a.likeness || a.k.start - b.k.start)
  const [met, taken] = [new Map<string, Judged>(), new Set<string>()]
  for (const { s, k, right, ofStudent, ofKey } of pairs) {
    if (met.has(s.id) || taken.has(k.id)) continue
    taken.add(k.id)
    met.set(s.id, { verdict: right ? boundary(ofStudent, ofKey) : 'other-label', student: s.id, key: k.id })
  }
  const judged = student.map((s) => met.get(s.id) ?? { verdict: 'extra' as const, student: s.id, key: null })
  return [...judged, ...key.filter(({ id }) => !taken.has(id)).map(({ id }) => ({ verdict: 'missed' as const, student: null, key: id }))]
}

function pairOf(s: StudentPassage, k: KeyPassage) {
  const common = Math.min(s.end, k.end) - Math.max(s.start, k.start)
  const [ofStudent, ofKey] = [common / (s.end - s.start), common / (k.end - k.start)]
  if (common <= 0 || Math.max(ofStudent, ofKey) < tolerances.meet) return null
  const likeness = common / (s.end - s.start + k.end - k.start - common)
  return { s, k, ofStudent, ofKey, likeness, right: s.labels.some((label) => k.labels.includes(label)) }
}

function boundary(ofStudent: number, ofKey: number): Verdict {
  if (ofStudent >= tolerances.whole && ofKey >= tolerances.whole) return 'found'
  return ofKey < ofStudent ? 'too-short' : 'too-long'
}

/**
 * `spanScore` against a key whose passages may have several right labels: a part counts once for a passage, whichever of
 * them was given. With one label a passage it is the published measure.
 */
export function keyScore(student: readonly StudentPassage[], key: readonly KeyPassage[]): SpanScore {
  const given = joinOverlapping(student.flatMap(({ start, end, labels }) => labels.map((label): Unit => ({ start, end, label }))))
  if (given.length === 0 || key.length === 0) {
    const value = given.length === key.length ? 1 : 0
    return { precision: value, recall: value, f1: value }
  }
  const share = (of: { start: number; end: number }, others: readonly { start: number; end: number }[]) =>
    coveredShare(of, others.map(({ start, end }) => ({ start: Math.max(start, of.start), end: Math.min(end, of.end) })))
  const precision = given.map((s) => share(s, key.filter(({ labels }) => labels.includes(s.label))))
  const recall = key.map((k) => share(k, given.filter(({ label }) => k.labels.includes(label))))
  return scoreOf(mean(precision), mean(recall))
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

function coveredShare(of: { start: number; end: number }, parts: readonly { start: number; end: number }[]): number {
  let [sum, reached] = [0, of.start]
  for (const { start, end } of parts.toSorted((a, b) => a.start - b.start)) {
    sum += Math.max(0, end - Math.max(start, reached))
    reached = Math.max(reached, end)
  }
  return sum / (of.end - of.start)
}
