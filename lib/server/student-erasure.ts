import 'server-only'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from './audit'
import { findManaged } from './classes'
import { db } from './db'

/** Somebody whose account the class keeps and who is in it no longer, with how many flags of theirs are left in it. */
export type FormerStudent = { id: string; name: string; flags: number }

/** Those who were taken out of a class while their account and work stayed, by name; null for who does not run it. */
export async function listFormerStudents(viewer: Viewer, classId: string): Promise<FormerStudent[] | null> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return null
  return db.$queryRaw<FormerStudent[]>`
    select u.id, u.name, (
      select count(*)::int from "Annotation" a join "Assignment" s on s."layerId" = a."layerId"
      where s."classId" = ${classId}::uuid and a."authorId" = u.id and a."deletedAt" is null
    ) as flags
    from "User" u
    where u."managedById" = ${classId}::uuid and not exists (
      select from "ClassMember" m where m."classId" = ${classId}::uuid and m."userId" = u.id
    )
    order by u.name, u.id limit 2000`
}

/**
 * Erases a student whose account the class keeps, in the class still or not: account, name, code, sessions, work, grades and
 * what was said to them, and what the record of changes tells of them. Of one who is in another class, too, only what is of
 * this one goes, and that class keeps the account. It cannot be undone.
 */
export async function eraseStudent(viewer: Viewer, classId: string, userId: string): Promise<Result<void>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from "Class" where id = ${classId}::uuid for update`
    const student = await tx.user.findFirst({
      where: { id: userId, managedById: classId },
      select: { memberships: { where: { classId: { not: classId } }, select: { classId: true }, orderBy: { joinedAt: 'asc' }, take: 1 } },
    })
    if (!student) return refuse('notFound')
    const [elsewhere] = student.memberships
    await eraseWork(tx, classId, userId)
    if (elsewhere) {
      await tx.classMember.deleteMany({ where: { classId, userId } })
      await tx.user.update({ where: { id: userId }, data: { managedById: elsewhere.classId }, select: { id: true } })
    } else {
      await tx.annotation.deleteMany({ where: { authorId: userId } })
      await tx.user.delete({ where: { id: userId }, select: { id: true } })
    }
    await audit(tx, viewer, 'class.student-erased', classId)
    return accept(undefined)
  }, { timeout: 60_000, maxWait: 10_000 })
}

async function eraseWork(tx: Prisma.TransactionClient, classId: string, userId: string): Promise<void> {
  const assignments = await tx.assignment.findMany({ where: { classId }, select: { id: true, layerId: true, keyLayerId: true } })
  const ids = assignments.map(({ id }) => id)
  const layers = assignments.flatMap(({ layerId, keyLayerId }) => [layerId, ...(keyLayerId ? [keyLayerId] : [])])
  // Whatever was counted of their work is counted anew: rows go, and with them what their versions added up to.
  await tx.layerSummary.deleteMany({ where: { layerId: { in: layers } } })
  await tx.assignmentDigest.deleteMany({ where: { assignmentId: { in: ids } } })
  await tx.$executeRaw`
    delete from "AuditRow" r where (r."actorId" = ${userId}::uuid and (r."layerId" = any(${layers}::uuid[]) or r."subjectId" = any(${[...ids, classId]}::uuid[])))
      or r."subjectId" in (select id from "Annotation" where "authorId" = ${userId}::uuid and "layerId" = any(${layers}::uuid[]))
      or (r."subjectId" = any(${[...ids, classId]}::uuid[]) and (r.detail->>'user' = ${userId} or r.detail->>'student' = ${userId} or r.detail->'users' ? ${userId}))
      or r."subjectId" = ${userId}::uuid`
  await tx.annotation.deleteMany({ where: { authorId: userId, layerId: { in: layers } } })
  await tx.feedback.deleteMany({ where: { studentId: userId, assignmentId: { in: ids } } })
  await tx.submission.deleteMany({ where: { userId, assignmentId: { in: ids } } })
  await tx.firstSight.deleteMany({ where: { userId, assignmentId: { in: ids } } })
}
