import 'server-only'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from './audit'
import { readClassContext, type ClassContext } from './class-context'
import { graceDays } from './classes'
import { db } from './db'

const day = 24 * 60 * 60 * 1000

/** What goes with a class: counted before a teacher decides. */
export type ClassContents = { students: number; accounts: number; assignments: number; submissions: number; annotations: number; feedback: number }

/** What deleting a class would take away: `accounts` are those that live in it alone. Null for who may not delete it. */
export async function countClassContents(viewer: Viewer, classId: string): Promise<ClassContents | null> {
  const found = await findDeletable(viewer, classId)
  if (!found.ok) return null
  const [counts] = await db.$queryRaw<ClassContents[]>`
    select
      (select count(*)::int from "ClassMember" where "classId" = ${classId}::uuid and role = 'student') as students,
      (select count(*)::int from "User" u where "managedById" = ${classId}::uuid
        and not exists (select from "ClassMember" m where m."userId" = u.id and m."classId" <> ${classId}::uuid)) as accounts,
      (select count(*)::int from "Assignment" where "classId" = ${classId}::uuid) as assignments,
      (select count(*)::int from "Submission" w join "Assignment" s on s.id = w."assignmentId" where s."classId" = ${classId}::uuid) as submissions,
      (select count(*)::int from "Annotation" a where a."layerId" in (
        select unnest(array["layerId", "keyLayerId"]) from "Assignment" where "classId" = ${classId}::uuid
      )) as annotations,
      (select count(*)::int from "Feedback" f join "Assignment" s on s.id = f."assignmentId" where s."classId" = ${classId}::uuid) as feedback`
  return counts ?? null
}

/** Asks for a class to be deleted, after days in which it can be called off. Asking again changes nothing. */
export async function deleteClass(viewer: Viewer, classId: string, now = new Date()): Promise<Result<{ deleteAt: string }>> {
  const found = await findDeletable(viewer, classId)
  if (!found.ok) return found
  return db.$transaction(async (tx) => {
    const deleteAt = new Date(now.getTime() + graceDays * day)
    const { count } = await tx.class.updateMany({ where: { id: classId, deleteAt: null }, data: { deleteAt } })
    if (count > 0) await audit(tx, viewer, 'class.deletion-asked', classId)
    const { deleteAt: standing } = await tx.class.findUniqueOrThrow({ where: { id: classId }, select: { deleteAt: true } })
    return accept({ deleteAt: (standing ?? deleteAt).toISOString() })
  })
}

/** Calls a deletion off. */
export async function keepClass(viewer: Viewer, classId: string): Promise<Result<void>> {
  const found = await findDeletable(viewer, classId)
  if (!found.ok) return found
  return db.$transaction(async (tx) => {
    const { count } = await tx.class.updateMany({ where: { id: classId, deleteAt: { not: null } }, data: { deleteAt: null } })
    if (count > 0) await audit(tx, viewer, 'class.deletion-called-off', classId)
    return accept(undefined)
  })
}

/**
 * Removes every class whose days of grace are over or whose day of keeping has passed, with its assignments, their layers and all
 * that was written in them, and the accounts that lived in it and in no other class: from every table. What is left is that
 * a class was removed.
 * @returns how many were removed
 */
export async function removeDueClasses(viewer: Viewer, now = new Date()): Promise<number> {
  if (!can(viewer, 'class.delete', { role: null })) return 0
  const due = await db.class.findMany({ where: dueAt(now), select: { id: true }, take: 200 })
  let removed = 0
  for (const { id } of due) {
    await db.$transaction(async (tx) => {
      // It may have been called off since the list was made.
      await tx.$queryRaw`select id from "Class" where id = ${id}::uuid for update`
      if ((await tx.class.count({ where: { id, ...dueAt(now) } })) === 0) return
      await removeClass(tx, viewer, id)
      removed += 1
    }, { timeout: 120_000, maxWait: 10_000 })
  }
  return removed
}

/** A day has ended on every clock of the world so long after it began in UTC. */
const dayEverywhere = 36 * 60 * 60 * 1000

/** Nothing goes at its day of keeping before those who teach have had as long to say otherwise as after a deletion. */
const dueAt = (now: Date) => ({
  OR: [{ deleteAt: { lte: now } }, { keepUntil: { lte: new Date(now.getTime() - dayEverywhere) }, keepNoticedAt: { lte: new Date(now.getTime() - (graceDays - 1) * day) } }],
})

async function removeClass(tx: Prisma.TransactionClient, viewer: Viewer, classId: string): Promise<void> {
  const assignments = await tx.assignment.findMany({ where: { classId }, select: { id: true, layerId: true, keyLayerId: true } })
  const layers = assignments.flatMap(({ layerId, keyLayerId }) => [layerId, ...(keyLayerId ? [keyLayerId] : [])])
  await handOverAccounts(tx, classId)
  const accounts = (await tx.user.findMany({ where: { managedById: classId }, select: { id: true } })).map(({ id }) => id)
  // An assignment holds its layers; with the class its assignments go, then what was written in them.
  await tx.class.delete({ where: { id: classId }, select: { id: true } })
  await tx.$executeRaw`delete from "AuditRow" where "layerId" = any(${layers}::uuid[]) or "actorId" = any(${accounts}::uuid[]) or "subjectId" = any(${[classId, ...accounts, ...assignments.map(({ id }) => id)]}::uuid[])`
  await tx.layer.deleteMany({ where: { id: { in: layers } } })
  await tx.layerSummary.deleteMany({ where: { layer: { annotations: { some: { authorId: { in: accounts } } } } } })
  await tx.annotation.deleteMany({ where: { authorId: { in: accounts } } })
  await tx.user.deleteMany({ where: { id: { in: accounts } } })
  await audit(tx, viewer, 'class.removed', classId)
}

/** An account that this class keeps and whose person is in another class, too, is that one's to keep from now on. */
async function handOverAccounts(tx: Prisma.TransactionClient, classId: string): Promise<void> {
  await tx.$executeRaw`
    update "User" u set "managedById" = (
      select m."classId" from "ClassMember" m where m."userId" = u.id and m."classId" <> ${classId}::uuid order by m."joinedAt", m."classId" limit 1
    )
    where u."managedById" = ${classId}::uuid
      and exists (select from "ClassMember" m where m."userId" = u.id and m."classId" <> ${classId}::uuid)`
}

async function findDeletable(viewer: Viewer, classId: string): Promise<Result<ClassContext>> {
  const found = await readClassContext(viewer, classId)
  if (!found || !can(viewer, 'class.read', found)) return refuse('notFound')
  return can(viewer, 'class.delete', found) ? accept(found) : refusal(viewer, 'class.delete', found)
}
