import 'server-only'
import { keptBecause, shutBecause, type Kept, type Sight, type Work } from '@/lib/domain/classroom/work-state'
import { progressOf, type Progress } from '@/lib/domain/classroom/requirement'
import { requirement } from '@/lib/domain/classroom/assignment'
import type { Dimension } from '@/lib/domain/codebook/codebook'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Problem, type ProblemCode, type Result } from '@/lib/domain/problem'
import type { SignedIn, Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { readAssignmentContext, type AssignmentContext } from './assignment-context'
import { audit } from './audit'
import { db } from './db'
import type { LayerContext } from './layers'
import { scoreNotice } from './lti/score-notice'
import { freePseudonyms } from './pseudonyms'

/** Begins a student's work in the assignment whose layer this is, where they flag before they opened it. */
export async function openWorkIn(viewer: SignedIn, { id: layerId, article: { standing } }: Pick<LayerContext, 'id' | 'article'>): Promise<void> {
  if (standing?.kind !== 'assignment' || standing.role !== 'student') return
  const unbegun = { layerId, submissions: { none: { userId: viewer.id, startedAt: { not: null } } } }
  const assignment = await db.assignment.findFirst({ where: unbegun, select: { id: true } })
  if (assignment) await openWork(viewer, assignment.id)
}

/**
 * Notes that a student opened an assignment, the first time and never again. Two windows that open it at once make one
 * row. Those who teach leave no trace.
 */
export async function openWork(viewer: Viewer, assignmentId: string, now = new Date()): Promise<Result<Work>> {
  const found = await findStudent(viewer, assignmentId, now)
  if (!found.ok) return found
  const { assignment, student } = found.value
  if (shutBecause(assignment, { started: null, submitted: null }, now.getTime()) !== null) return accept((await workOf(assignment.id, student.id)) ?? { started: null, submitted: null })
  const tellPlatforms = await scoreNotice(assignment.id)
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from "Assignment" where id = ${assignment.id}::uuid for update`
    const there = await tx.submission.findUnique({ where: key(assignment.id, student.id), select: { startedAt: true } })
    if (there?.startedAt) return
    if (there) await tx.submission.update({ where: key(assignment.id, student.id), data: { startedAt: now, lastActiveAt: now }, select: { userId: true } })
    else {
      const [pseudonym] = await freePseudonyms(tx, assignment.id, 1)
      const group = assignment.groupSize ? await smallestGroup(tx, assignment.id, assignment.groupSize) : null
      await tx.submission.create({
        data: { assignmentId: assignment.id, userId: student.id, pseudonym: pseudonym!, group, startedAt: now, lastActiveAt: now },
        select: { userId: true },
      })
    }
    await audit(tx, viewer, 'assignment.started', assignment.id, { layerId: assignment.layerId })
    await tellPlatforms(tx)
  })
  return accept((await workOf(assignment.id, student.id))!)
}

/** Hands work in. Refused while something required is missing, when it is over, or when it was handed in already. */
export async function submitWork(viewer: Viewer, assignmentId: string, now = new Date()): Promise<Result<{ late: boolean }>> {
  const found = await findStudent(viewer, assignmentId, now)
  if (!found.ok) return found
  const { assignment, student } = found.value
  const begun = await openWork(viewer, assignmentId, now)
  if (!begun.ok) return begun
  const work = await workOf(assignment.id, student.id)
  const shut = shutProblem(assignment, work ?? { started: null, submitted: null }, now)
  if (shut) return shut
  const progress = await readProgress(assignment.id, assignment.layerId, student.id)
  if (progress.some(({ met }) => !met)) return refuse('workBelowRequirement')
  const tellPlatforms = await scoreNotice(assignment.id)
  return db.$transaction(async (tx) => {
    const { count } = await tx.submission.updateMany({
      where: { assignmentId: assignment.id, userId: student.id, submittedAt: null },
      data: { submittedAt: now, lastActiveAt: now },
    })
    if (count === 0) return refuse(work ? 'handedIn' : 'notYetOpen')
    await audit(tx, viewer, 'assignment.handed-in', assignment.id, { layerId: assignment.layerId })
    await tellPlatforms(tx)
    return accept({ late: assignment.due !== null && now.getTime() > assignment.due })
  })
}

/**
 * Takes handed-in work back before the due date; that it was taken back is kept for the teacher to see. Refused once the
 * student has seen others' work, the key or their grade (`workSeen`), or the class its work on the projector
 * (`workProjected`): the first hand-in counts.
 */
export async function takeBack(viewer: Viewer, assignmentId: string, now = new Date()): Promise<Result<void>> {
  const found = await findStudent(viewer, assignmentId, now)
  if (!found.ok) return found
  const { assignment, student } = found.value
  const work = await workOf(assignment.id, student.id)
  if (!work || work.submitted === null) return accept(undefined)
  const tellPlatforms = await scoreNotice(assignment.id)
  return db.$transaction(async (tx) => {
    // Held until this commits: what is seen meanwhile is noted before it or after it, never between.
    await tx.$queryRaw`select from "Submission" where "assignmentId" = ${assignment.id}::uuid and "userId" = ${student.id}::uuid for update`
    const sight = await readSightOf(assignment.id, student.id, tx)
    const kept = keptBecause(assignment, work, sight, now.getTime())
    if (kept) return refuse(keptCodes[kept])
    await tx.submission.update({ where: key(assignment.id, student.id), data: { submittedAt: null, takenBackAt: now }, select: { userId: true } })
    await audit(tx, viewer, 'assignment.taken-back', assignment.id, { layerId: assignment.layerId })
    await tellPlatforms(tx)
    return accept(undefined)
  })
}

const keptCodes = { due: 'workShut', seen: 'workSeen', projected: 'workProjected' } as const satisfies Record<Kept, ProblemCode>

/** What a student has seen of what the assignment keeps from them, and when the class saw its work together. It asks nobody's leave. */
export async function readSightOf(assignmentId: string, studentId: string, tx: Prisma.TransactionClient = db): Promise<Sight> {
  const { projectedAt, firstSights } = await tx.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: { projectedAt: true, firstSights: { where: { userId: studentId }, select: { at: true } } },
  })
  return { seen: firstSights[0]?.at.getTime() ?? null, projected: projectedAt?.getTime() ?? null }
}

/** How far a student is against what the assignment asks for. */
export async function readProgress(assignmentId: string, layerId: string, studentId: string): Promise<Progress[]> {
  const [assignment, flags] = await Promise.all([
    db.assignment.findUniqueOrThrow({ where: { id: assignmentId }, select: { requirement: true } }),
    db.annotation.findMany({
      where: { layerId, authorId: studentId, deletedAt: null },
      select: { labels: { select: { dimension: true, label: true } } },
    }),
  ])
  // Only labels of the codebook's three dimensions pass the doors.
  const labelled = flags.map(({ labels }) => ({ labels: labels.map(({ dimension, label }) => ({ dimension: dimension as Dimension, label })) }))
  return progressOf(requirement.parse(assignment.requirement), labelled)
}

/** Why work cannot be changed now, as a refusal; null where it can. */
function shutProblem(assignment: AssignmentContext, work: Work, now: Date): { ok: false; problems: Problem[] } | null {
  const shut = shutBecause(assignment, work, now.getTime())
  if (shut === null && !assignment.archived) return null
  return refuse(shut === 'handed-in' ? 'handedIn' : shut === 'not-yet-open' ? 'notYetOpen' : 'workShut')
}

async function findStudent(viewer: Viewer, id: string, now: Date): Promise<Result<{ assignment: AssignmentContext; student: SignedIn }>> {
  const assignment = await readAssignmentContext(viewer, id)
  if (!assignment || viewer.kind !== 'user' || !can(viewer, 'class.read', assignment)) return refuse('notFound')
  const opened = assignment.opens === null || assignment.opens <= now.getTime()
  if (assignment.role !== 'student' || !opened) return refuse('notFound')
  return can(viewer, 'class.work', assignment) ? accept({ assignment, student: viewer }) : refusal(viewer, 'class.work', assignment)
}

async function workOf(assignmentId: string, userId: string): Promise<Work | null> {
  const row = await db.submission.findUnique({ where: key(assignmentId, userId), select: { startedAt: true, submittedAt: true } })
  return row && { started: row.startedAt?.getTime() ?? null, submitted: row.submittedAt?.getTime() ?? null }
}

/** The group for somebody who came late: the smallest that has room, else a new one. */
async function smallestGroup(tx: Prisma.TransactionClient, assignmentId: string, size: number): Promise<number> {
  const groups = await tx.submission.groupBy({ by: ['group'], where: { assignmentId, group: { not: null } }, _count: true })
  const smallest = groups.toSorted((a, b) => a._count - b._count)[0]
  if (smallest && smallest._count < size) return smallest.group!
  return Math.max(0, ...groups.map(({ group }) => group ?? 0)) + 1
}

const key = (assignmentId: string, userId: string) => ({ assignmentId_userId: { assignmentId, userId } })
