import 'server-only'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { isLargeAssignment, isTyped, type AssignmentContents } from '@/lib/domain/removal'
import type { Viewer } from '@/lib/domain/viewer'
import { readAssignmentContext, type AssignmentContext } from './assignment-context'
import { audit } from './audit'
import { graceDays } from './classes'
import { db } from './db'
import { removeLayers } from './layer-removal'

const day = 24 * 60 * 60 * 1000

/** What deleting an exercise would take away; null for who may not delete it. */
export async function countAssignmentContents(viewer: Viewer, id: string): Promise<AssignmentContents | null> {
  const found = await findDeletable(viewer, id)
  return found.ok ? count(found.value) : null
}

/**
 * Asks for an exercise to be deleted, after days in which it can be called off and everything goes on. Asking again changes
 * nothing. Where much hangs on it its title must be typed (`titleNotTyped`).
 */
export async function deleteAssignment(viewer: Viewer, id: string, typed: string, now = new Date()): Promise<Result<{ deleteAt: string }>> {
  const found = await findDeletable(viewer, id)
  if (!found.ok) return found
  if (isLargeAssignment(await count(found.value)) && !isTyped(typed, found.value.title)) return refuse('titleNotTyped', 'typed')
  return db.$transaction(async (tx) => {
    const deleteAt = new Date(now.getTime() + graceDays * day)
    const asked = await tx.assignment.updateMany({ where: { id, deleteAt: null }, data: { deleteAt } })
    if (asked.count > 0) await audit(tx, viewer, 'assignment.deletion-asked', id)
    const { deleteAt: standing } = await tx.assignment.findUniqueOrThrow({ where: { id }, select: { deleteAt: true } })
    return accept({ deleteAt: (standing ?? deleteAt).toISOString() })
  })
}

/** Calls a deletion off. */
export async function keepAssignment(viewer: Viewer, id: string): Promise<Result<void>> {
  const found = await findDeletable(viewer, id)
  if (!found.ok) return found
  return db.$transaction(async (tx) => {
    const kept = await tx.assignment.updateMany({ where: { id, deleteAt: { not: null } }, data: { deleteAt: null } })
    if (kept.count > 0) await audit(tx, viewer, 'assignment.deletion-called-off', id)
    return accept(undefined)
  })
}

/**
 * Removes the exercises whose days of grace are over, with work, key, grades and feedback; what learning platforms were told
 * they keep. Any number of processes may do it at once.
 * @returns how many were removed
 */
export async function removeDueAssignments(viewer: Viewer, now = new Date()): Promise<number> {
  if (!can(viewer, 'assignment.delete', { role: null })) return 0
  const due = await db.assignment.findMany({ where: { deleteAt: { lte: now } }, select: { id: true }, take: 200 })
  let removed = 0
  for (const { id } of due) {
    await db.$transaction(async (tx) => {
      // It may have been called off since the list was made.
      await tx.$queryRaw`select from "Assignment" where id = ${id}::uuid for update`
      const row = await tx.assignment.findFirst({ where: { id, deleteAt: { lte: now } }, select: { layerId: true, keyLayerId: true } })
      if (!row) return
      await tx.assignment.delete({ where: { id }, select: { id: true } })
      await removeLayers(tx, [row.layerId, row.keyLayerId], [id])
      await audit(tx, viewer, 'assignment.removed', id)
      removed += 1
    }, { timeout: 120_000, maxWait: 10_000 })
  }
  return removed
}

async function count({ id, layerId, keyLayerId }: AssignmentContext): Promise<AssignmentContents> {
  const [counts] = await db.$queryRaw<AssignmentContents[]>`
    select count(w."startedAt")::int as begun, count(w."submittedAt")::int as "handedIn",
      count(*) filter (where w.points is not null or w."gradedAt" is not null)::int as graded,
      (select count(*)::int from "Annotation" where "layerId" = ${layerId}::uuid and "deletedAt" is null) as flags,
      (select count(*)::int from "Annotation" where "layerId" = ${keyLayerId}::uuid and "deletedAt" is null) as "keyFlags",
      (select count(*)::int from "Feedback" where "assignmentId" = ${id}::uuid) as feedback,
      (select count(*)::int from "LtiScore" s join "LtiLink" l on l.id = s."linkId" where l."assignmentId" = ${id}::uuid and s.sent is not null) as scores
    from "Submission" w where w."assignmentId" = ${id}::uuid`
  if (!counts) throw new Error('The database did not count.')
  return counts
}

async function findDeletable(viewer: Viewer, id: string): Promise<Result<AssignmentContext>> {
  const found = await readAssignmentContext(viewer, id)
  if (!found || !can(viewer, 'class.read', found) || (found.role === 'student' && found.opens !== null && found.opens > Date.now())) return refuse('notFound')
  return can(viewer, 'assignment.delete', found) ? accept(found) : refusal(viewer, 'assignment.delete', found)
}
