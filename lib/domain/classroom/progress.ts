import type { SpanScore } from '../agreement/span-score'
import { dimensions, type Dimension } from '../codebook/codebook'
import type { AssignmentDigest, DigestAgreement, MissedLabel } from './digest'
import { workState, type Schedule, type WorkState } from './work-state'

/** A student of the class with their part in each assignment they began, in milliseconds since 1970. */
export type ProgressStudent = {
  id: string
  name: string
  section: string | null
  parts: Record<string, { started: number | null; submitted: number | null }>
}

/** An assignment with its digest; `null` while nobody has counted it. */
export type ProgressAssignment = Schedule & { id: string; title: string; created: number; digest: AssignmentDigest | null }

/** How the class did in one assignment. */
export type ProgressPoint = {
  id: string
  title: string
  /** When it was due, else when it opened, else when it was set: the place in the term. */
  at: number
  students: number
  /** Those who began, of them those who handed in, of them those who were late. */
  worked: number
  handedIn: number
  late: number
  /** Medians over those who handed in; null without a key in the dimension, without work, and while it is not counted. */
  scores: Record<Dimension, SpanScore | null>
  agreement: Record<Dimension, DigestAgreement | null>
  /** The labels missed most often, three at the most. */
  missed: MissedLabel[]
  counted: boolean
}

/** One student over the assignments: where they stood, and the mean F1 over the dimensions that the key has, null without. */
export type ProgressLine = { id: string; name: string; section: string | null; marks: { state: WorkState; f1: number | null }[]; handedIn: number; f1: number | null }

export type Progress = { points: ProgressPoint[]; lines: ProgressLine[] }

/**
 * The progress of a class over its assignments that have opened, in order of their due dates, else opening, else making, and
 * a line for each student. Only who is a student of the class now counts, but agreement is that of all who handed in.
 */
export function progressOf(assignments: readonly ProgressAssignment[], students: readonly ProgressStudent[], now: number): Progress {
  const inOrder = assignments
    .filter(({ opens }) => opens === null || opens <= now)
    .map((assignment) => ({ ...assignment, at: assignment.due ?? assignment.opens ?? assignment.created }))
    .sort((a, b) => a.at - b.at || a.created - b.created || (a.id < b.id ? -1 : 1))
  return {
    points: inOrder.map((assignment) => pointOf(assignment, students)),
    lines: students.map((student) => lineOf(student, inOrder)),
  }
}

function pointOf(assignment: ProgressAssignment & { at: number }, students: readonly ProgressStudent[]): ProgressPoint {
  const { id, title, at, digest } = assignment
  const states = students.map((student) => stateOf(student, assignment))
  const handedIn = students.filter((student) => isIn(student, id))
  const score = (dimension: Dimension): SpanScore | null => {
    const scores = handedIn.flatMap((student) => digest?.scores[student.id]?.[dimension] ?? [])
    if (scores.length === 0) return null
    const of = (figure: keyof SpanScore) => median(scores.map((each) => each[figure]))
    return { precision: of('precision'), recall: of('recall'), f1: of('f1') }
  }
  return {
    id, title, at,
    students: students.length,
    worked: states.filter((state) => state !== 'not-started').length,
    handedIn: handedIn.length,
    late: states.filter((state) => state === 'late').length,
    scores: ofEach(score),
    agreement: ofEach((dimension) => digest?.agreement[dimension] ?? null),
    missed: digest?.missed.slice(0, 3) ?? [],
    counted: digest !== null,
  }
}

function lineOf(student: ProgressStudent, assignments: readonly ProgressAssignment[]): ProgressLine {
  const marks = assignments.map((assignment) => {
    const scores = isIn(student, assignment.id) ? assignment.digest?.scores[student.id] : undefined
    const f1s = dimensions.flatMap((dimension) => scores?.[dimension]?.f1 ?? [])
    return { state: stateOf(student, assignment), f1: f1s.length === 0 ? null : mean(f1s) }
  })
  const known = marks.flatMap(({ f1 }) => f1 ?? [])
  const { id, name, section } = student
  const handedIn = assignments.filter((assignment) => isIn(student, assignment.id)).length
  return { id, name, section, marks, handedIn, f1: known.length === 0 ? null : median(known) }
}

const isIn = ({ parts }: ProgressStudent, assignmentId: string) => (parts[assignmentId]?.submitted ?? null) !== null
const stateOf = ({ parts }: ProgressStudent, assignment: ProgressAssignment) => workState(parts[assignment.id] ?? { started: null, submitted: null }, assignment)

/** The middle one, or what lies halfway between the two in the middle. Throws nothing and takes no empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

function ofEach<T>(of: (dimension: Dimension) => T): Record<Dimension, T> {
  return Object.fromEntries(dimensions.map((dimension) => [dimension, of(dimension)])) as Record<Dimension, T>
}
