import 'server-only'
import { resultOf, type WorkResult } from '@/lib/domain/classroom/work-result'
import { requirement, rubric } from '@/lib/domain/classroom/assignment'
import { proposalOf, sameProposal, storedProposal, type Proposal } from '@/lib/domain/classroom/proposal'
import { progressOf } from '@/lib/domain/classroom/requirement'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { Viewer } from '@/lib/domain/viewer'
import { passageOf, readAssignmentWork, readStudents, type AssignmentWork } from './assignment-work'
import { findAssignment, readAssignmentContext, type AssignmentContext } from './assignment-context'
import { readAssignment } from './assignment-view'
import { audit } from './audit'
import { db } from './db'

/** One student's grade as those who teach see it. `changed`: what the proposal would be against the key as it is now. */
export type Grade = {
  student: { id: string; name: string; section: string | null }
  submitted: string | null
  proposal: Proposal | null
  changed: Proposal | null
  /** The points that count: the teacher's own, else the proposal's. */
  points: number | null
  overridden: boolean
  comment: string | null
  released: boolean
}

/** The grades of an assignment with what would change if the proposals were made anew; null where they are not the viewer's. */
export async function readGrades(viewer: Viewer, assignmentId: string): Promise<Grade[] | null> {
  const found = await findAssignment(viewer, assignmentId, 'class.see-people')
  if (!found.ok) return null
  const [work, students, policy] = await Promise.all([readAssignmentWork(found.value), readStudents(assignmentId, found.value.classId), policyOf(assignmentId)])
  return students.map(({ id, name, section, part }) => {
    const proposal = storedProposal(part?.proposal)
    const now = part?.submittedAt ? propose(policy, work, id) : null
    const stale = now !== null && !sameProposal(now, proposal)
    return {
      student: { id, name, section: section?.name ?? null },
      submitted: part?.submittedAt?.toISOString() ?? null,
      proposal,
      changed: stale ? now : null,
      points: part?.points ?? proposal?.points ?? null,
      overridden: part?.points !== null && part?.points !== undefined,
      comment: part?.comment ?? null,
      released: isReleased(policy.gradesAt, part?.releasedAt ?? null),
    }
  })
}

/** Makes the proposals of everybody who handed in anew, from the key as it is. What a teacher set by hand stays. */
export async function proposeGrades(viewer: Viewer, assignmentId: string): Promise<Result<{ changed: number }>> {
  const found = await findAssignment(viewer, assignmentId, 'class.teach')
  if (!found.ok) return found
  const [work, students, policy] = await Promise.all([readAssignmentWork(found.value), readStudents(assignmentId, found.value.classId), policyOf(assignmentId)])
  const rows = students.flatMap(({ id, part }) => {
    if (!part?.submittedAt) return []
    const proposal = propose(policy, work, id)
    const same = sameProposal(proposal, storedProposal(part.proposal)) && part.proposedFrom === work.keyState
    return same ? [] : [{ id, proposal }]
  })
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      update "Submission" w set proposal = given.proposal, "proposedFrom" = ${work.keyState}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, proposal jsonb)
      where w."assignmentId" = ${assignmentId}::uuid and w."userId" = given.id`
    if (rows.length > 0) await audit(tx, viewer, 'assignment.proposed', assignmentId, { detail: { changed: rows.length } })
  })
  return accept({ changed: rows.length })
}

/** Sets a student's points by hand (null: the proposal's count again) and what the teacher says of the work as a whole. */
export async function setGrade(
  viewer: Viewer,
  assignmentId: string,
  studentId: string,
  { points, comment }: { points: number | null; comment: string | null },
): Promise<Result<void>> {
  const found = await findAssignment(viewer, assignmentId, 'class.teach')
  if (!found.ok) return found
  const { points: most } = await policyOf(assignmentId)
  if (points !== null && (points < 0 || points > most)) return refuse('pointsOutside', 'points', { limit: most })
  return db.$transaction(async (tx) => {
    const by = viewer.kind === 'user' ? viewer.id : null
    const data = { points, comment, gradedById: by, gradedAt: new Date() }
    const { count } = await tx.submission.updateMany({ where: { assignmentId, userId: studentId }, data })
    if (count === 0) return refuse('notFound')
    await audit(tx, viewer, 'assignment.graded', assignmentId, { detail: { student: studentId } })
    return accept(undefined)
  })
}

/** Shows grades to these students, or to everybody who handed in; or takes them out of sight again. */
export async function releaseGrades(viewer: Viewer, assignmentId: string, released: boolean, students?: string[]): Promise<Result<{ count: number }>> {
  const found = await findAssignment(viewer, assignmentId, 'class.teach')
  if (!found.ok) return found
  return db.$transaction(async (tx) => {
    const where = { assignmentId, submittedAt: { not: null }, ...(students && { userId: { in: students } }) }
    const { count } = await tx.submission.updateMany({ where, data: { releasedAt: released ? new Date() : null } })
    await audit(tx, viewer, released ? 'assignment.grades-released' : 'assignment.grades-hidden', assignmentId, { detail: { count } })
    return accept({ count })
  })
}

/** A student's own work judged against the key, for them or for those who teach. */
export type JudgedWork = {
  annotations: ReaderAnnotation[]
  key: ReaderAnnotation[]
  result: WorkResult
  proposal: Proposal | null
  points: number | null
  comment: string | null
  feedback: { id: string; annotationId: string | null; keyAnnotationId: string | null; words: string; author: string; createdAt: string }[]
}

/**
 * One student's work with what became of each passage. Those who teach may ask at any time; a student for their own, once
 * the key is open to them or the grade released: the key first, points and words with the grade. Null where
 * it is not for the viewer, or not yet.
 */
export async function readJudgedWork(viewer: Viewer, assignmentId: string, studentId: string, now = new Date()): Promise<JudgedWork | null> {
  const teaching = await findAssignment(viewer, assignmentId, 'class.see-people')
  const found = teaching.ok ? teaching.value : await ownContext(viewer, assignmentId, studentId)
  if (!found) return null
  const [part, policy] = await Promise.all([
    db.submission.findUnique({ where: { assignmentId_userId: { assignmentId, userId: studentId } }, select: { proposal: true, points: true, comment: true, releasedAt: true } }),
    policyOf(assignmentId),
  ])
  const released = teaching.ok || isReleased(policy.gradesAt, part?.releasedAt ?? null, now)
  const view = teaching.ok ? null : await readAssignment(viewer, assignmentId, now.getTime())
  if (!released && !view?.own?.seesKey) return null
  const [work, feedback] = await Promise.all([
    readAssignmentWork(found),
    db.feedback.findMany({
      where: { assignmentId, studentId },
      orderBy: { createdAt: 'asc' },
      select: { id: true, annotationId: true, keyAnnotationId: true, words: true, createdAt: true, author: { select: { name: true } } },
    }),
  ])
  const annotations = work.byStudent.get(studentId) ?? []
  const proposal = storedProposal(part?.proposal)
  return {
    annotations,
    key: work.key,
    result: resultOf(annotations.map(passageOf), work.key.map(passageOf)),
    proposal: released ? proposal : null,
    points: released ? (part?.points ?? proposal?.points ?? null) : null,
    comment: released ? (part?.comment ?? null) : null,
    feedback: (released ? feedback : []).map(({ author, createdAt, ...rest }) => ({ ...rest, author: author.name, createdAt: createdAt.toISOString() })),
  }
}

async function ownContext(viewer: Viewer, assignmentId: string, studentId: string): Promise<AssignmentContext | null> {
  if (viewer.kind !== 'user' || viewer.id !== studentId) return null
  const found = await readAssignmentContext(viewer, assignmentId)
  return found?.role === 'student' ? found : null
}

/** Are points and words told to the student by now? */
export const isReleased = (gradesAt: Date | null, releasedAt: Date | null, now = new Date()) => releasedAt !== null || (gradesAt !== null && gradesAt <= now)

async function policyOf(assignmentId: string) {
  const row = await db.assignment.findUniqueOrThrow({ where: { id: assignmentId }, select: { rubric: true, requirement: true, points: true, gradesAt: true } })
  return { ...row, rubric: rubric.parse(row.rubric), requirement: requirement.parse(row.requirement) }
}

function propose(policy: Awaited<ReturnType<typeof policyOf>>, { byStudent, key }: AssignmentWork, studentId: string): Proposal {
  const annotations = byStudent.get(studentId) ?? []
  const result = key.length === 0 ? null : resultOf(annotations.map(passageOf), key.map(passageOf))
  const scores = result && { sourcing: result.sourcing.score, statement: result.statement.score, framing: result.framing.score }
  return proposalOf(policy.rubric, scores, progressOf(policy.requirement, annotations))
}
