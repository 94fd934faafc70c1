import 'server-only'
import { requirement, rubric } from '@/lib/domain/classroom/assignment'
import { sameProposal, storedProposal, type Proposal } from '@/lib/domain/classroom/proposal'
import { isReleased } from '@/lib/domain/classroom/work-state'
import { mergeFields } from '@/lib/domain/merge-fields'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { readStudents } from './assignment-work'
import { findAssignment, type AssignmentContext } from './assignment-context'
import { audit } from './audit'
import { ownerOf } from './compute/compute'
import { db } from './db'
import { judge, readMarkedWork } from './judging'
import { isUuid } from './layers'
import { scoreNotice } from './lti/score-notice'
import type { Proposals } from './marked-work'

/**
 * One student's grade as those who teach see it. `changed`: what would be proposed by the key and the rubric as they are now,
 * where that is something else; its points are null where nothing would be.
 */
export type Grade = {
  student: { id: string; name: string; section: string | null }
  submitted: string | null
  proposal: Proposal | null
  changed: { points: number | null } | null
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
  const [students, policy] = await Promise.all([readStudents(assignmentId, found.value.classId), policyOf(assignmentId)])
  const now = await propose(viewer, found.value, students, policy)
  return students.map((student) => gradeOf(student, now.ok ? now.value : null, policy))
}

/** The grade of one student, with who is before and after them in the class; null where it is not the viewer's, or no student's. */
export async function readGrade(viewer: Viewer, assignmentId: string, studentId: string): Promise<{ grade: Grade; before: Neighbour; after: Neighbour } | null> {
  const found = await findAssignment(viewer, assignmentId, 'class.see-people')
  if (!found.ok || !isUuid(studentId)) return null
  const [students, policy] = await Promise.all([readStudents(assignmentId, found.value.classId), policyOf(assignmentId)])
  const at = students.findIndex(({ id }) => id === studentId)
  const student = students[at]
  const now = student ? await propose(viewer, found.value, [student], policy) : null
  return student ? { grade: gradeOf(student, now?.ok ? now.value : null, policy), before: students[at - 1] ?? null, after: students[at + 1] ?? null } : null
}

/** Whose work is looked at next. */
export type Neighbour = { id: string; name: string } | null

/** Without `now`, when there was no time to make proposals anew, nothing is told as changed. */
function gradeOf({ id, name, section, part }: Student, now: Proposals | null, policy: Policy): Grade {
  const proposal = storedProposal(part?.proposal)
  const anew = now?.proposals.get(id) ?? null
  return {
    student: { id, name, section: section?.name ?? null },
    submitted: part?.submittedAt?.toISOString() ?? null,
    proposal,
    changed: now && part?.submittedAt && !sameProposal(anew, proposal) ? { points: anew?.points ?? null } : null,
    points: part?.points ?? proposal?.points ?? null,
    overridden: part?.points !== null && part?.points !== undefined,
    comment: part?.comment ?? null,
    released: isReleased(policy.gradesAt?.getTime() ?? null, part?.releasedAt?.getTime() ?? null, Date.now()),
  }
}

type Student = Awaited<ReturnType<typeof readStudents>>[number]
type Policy = Awaited<ReturnType<typeof policyOf>>

/** Makes the proposals of everybody who handed in anew, from the key as it is. What a teacher set by hand stays. */
export async function proposeGrades(viewer: Viewer, assignmentId: string): Promise<Result<{ changed: number }>> {
  const found = await findAssignment(viewer, assignmentId, 'class.teach')
  if (!found.ok) return found
  const [students, policy] = await Promise.all([readStudents(assignmentId, found.value.classId), policyOf(assignmentId)])
  const now = await propose(viewer, found.value, students, policy)
  if (!now.ok) return now
  const { keyState, proposals } = now.value
  const rows = students.flatMap(({ id, part }) => {
    if (!part?.submittedAt) return []
    const proposal = proposals.get(id) ?? null
    const same = sameProposal(proposal, storedProposal(part.proposal)) && part.proposedFrom === keyState
    return same ? [] : [{ id, proposal }]
  })
  const tellPlatforms = await scoreNotice(assignmentId)
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      update "Submission" w set proposal = given.proposal, "proposedFrom" = ${keyState}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, proposal jsonb)
      where w."assignmentId" = ${assignmentId}::uuid and w."userId" = given.id`
    if (rows.length === 0) return
    await audit(tx, viewer, 'assignment.proposed', assignmentId, { detail: { changed: rows.length } })
    await tellPlatforms(tx)
  })
  return accept({ changed: rows.length })
}

/**
 * Sets a student's points by hand (null: the proposal's count again) and what the teacher says of the work as a whole.
 * `before`: what stood there when it was begun; what another teacher changed since then stays or is refused (`detailChanged`).
 */
export async function setGrade(
  viewer: Viewer,
  assignmentId: string,
  studentId: string,
  grade: { points: number | null; comment: string | null },
  before: Partial<typeof grade> = {},
): Promise<Result<void>> {
  const found = await findAssignment(viewer, assignmentId, 'class.teach')
  if (!found.ok) return found
  const [{ points: most }, tellPlatforms] = await Promise.all([policyOf(assignmentId), scoreNotice(assignmentId)])
  if (grade.points !== null && !(grade.points >= 0 && grade.points <= most)) return refuse('pointsOutside', 'points', { limit: most })
  return db.$transaction(async (tx) => {
    const by = viewer.kind === 'user' ? viewer.id : null
    const now = await tx.submission.findUnique({ where: { assignmentId_userId: { assignmentId, userId: studentId } }, select: { points: true, comment: true } })
    if (!now) return refuse('notFound')
    const merged = mergeFields(now, before, grade)
    if (!merged.ok) return merged
    const data = { ...merged.value, gradedById: by, gradedAt: new Date() }
    const { count } = await tx.submission.updateMany({ where: { assignmentId, userId: studentId }, data })
    if (count === 0) return refuse('notFound')
    await audit(tx, viewer, 'assignment.graded', assignmentId, { detail: { student: studentId } })
    await tellPlatforms(tx)
    return accept(undefined)
  })
}

/** Shows grades to these students, or to everybody who handed in; or takes them out of sight again. */
export async function releaseGrades(viewer: Viewer, assignmentId: string, released: boolean, students?: string[]): Promise<Result<{ count: number }>> {
  const found = await findAssignment(viewer, assignmentId, 'class.teach')
  if (!found.ok) return found
  const tellPlatforms = await scoreNotice(assignmentId)
  return db.$transaction(async (tx) => {
    const where = { assignmentId, submittedAt: { not: null }, ...(students && { userId: { in: students } }) }
    const { count } = await tx.submission.updateMany({ where, data: { releasedAt: released ? new Date() : null } })
    await audit(tx, viewer, released ? 'assignment.grades-released' : 'assignment.grades-hidden', assignmentId, { detail: { count } })
    await tellPlatforms(tx)
    return accept({ count })
  })
}

async function policyOf(assignmentId: string) {
  const row = await db.assignment.findUniqueOrThrow({ where: { id: assignmentId }, select: { rubric: true, requirement: true, points: true, gradesAt: true } })
  return { ...row, rubric: rubric.parse(row.rubric), requirement: requirement.parse(row.requirement) }
}

/** What would be proposed for those of these students who handed in, by the key and the rubric as they are. */
async function propose(viewer: Viewer, context: AssignmentContext, students: readonly Student[], { rubric, requirement }: Policy): Promise<Result<Proposals>> {
  const work = await readMarkedWork(context, students.length === 1 ? students[0]!.id : undefined)
  const handedIn = students.flatMap(({ id, part }) => (part?.submittedAt ? [id] : []))
  return judge('propose-grades', { work, students: handedIn, rubric, requirement }, { owner: ownerOf(viewer) })
}
