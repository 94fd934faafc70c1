import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ClassRole } from '@/lib/domain/classroom/class-role'
import type { RosterEntry } from '@/lib/domain/classroom/roster'
import { can } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from './audit'
import { hashedCode, newSignInCode } from './class-codes'
import { classRoleOf, classRoleToRow, readClassContext } from './class-context'
import { findManaged } from './classes'
import { db } from './db'
import { endSessionsOf } from './sessions'

/** Somebody of a class, with their real name: for those who teach in it. `managed`: signs in with a code on paper. */
export type Person = { id: string; name: string; email: string | null; role: ClassRole; section: { id: string; name: string } | null; managed: boolean }

/** Everybody in a class, those who teach first, then by name; null for who may not see it. */
export async function listPeople(viewer: Viewer, classId: string): Promise<Person[] | null> {
  const found = await readClassContext(viewer, classId)
  if (!found || !can(viewer, 'class.see-people', found)) return null
  const rows = await db.classMember.findMany({
    where: { classId },
    select: {
      role: true,
      section: { select: { id: true, name: true } },
      user: { select: { id: true, name: true, email: true, managedById: true } },
    },
    orderBy: [{ role: 'asc' }, { user: { name: 'asc' } }, { userId: 'asc' }],
    take: 2_000,
  })
  return rows.map(({ role, section, user: { managedById, ...user } }) => ({ ...user, role: classRoleOf(role), section, managed: managedById === classId }))
}

/** What adding a list would do: who is in the class already, who has an account, who gets a code on paper. */
export type RosterPlan = { entries: (RosterEntry & { fate: 'there' | 'account' | 'invited' | 'code' })[] }

/** Looks a list through without changing anything. An address without an account is invited by mail's link. */
export async function planRoster(viewer: Viewer, classId: string, entries: RosterEntry[]): Promise<Result<RosterPlan>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  const { byEmail, byName } = await known(db, classId, entries)
  return accept({
    entries: entries.map((entry) => {
      const there = entry.email ? byEmail.get(entry.email) : byName.get(entry.name)
      if (there?.member) return { ...entry, fate: 'there' as const }
      return { ...entry, fate: entry.email ? (there ? ('account' as const) : ('invited' as const)) : ('code' as const) }
    }),
  })
}

/**
 * Adds a list of students in one transaction: all or nothing, and the same list twice adds nobody twice. Who has an address
 * and an account is put into the class; an address without one is left to the invitation by mail, whose addresses come
 * back as `toInvite`; a name alone becomes an account of the class, whose sign-in code is in `codes`, this once.
 */
export async function addRoster(
  viewer: Viewer,
  classId: string,
  entries: RosterEntry[],
): Promise<Result<{ added: number; codes: { userId: string; name: string; code: string }[]; toInvite: string[] }>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  if (found.value.archived) return refuse('classArchived')
  return db.$transaction(async (tx) => {
    // Two imports of one list at once: the second waits, and finds everybody there.
    await tx.$queryRaw`select id from "Class" where id = ${classId}::uuid for update`
    const { byEmail, byName } = await known(tx, classId, entries)
    const sections = await sectionsOf(tx, classId, entries)
    const sectionOf = ({ section }: RosterEntry) => (section ? (sections.get(section) ?? null) : null)
    const toInvite = entries.filter(({ email }) => email && !byEmail.get(email)).map(({ email }) => email!)
    const joining = entries.filter(({ email }) => email && byEmail.get(email) && !byEmail.get(email)!.member)
    const fresh = entries
      .filter(({ email, name }) => !email && !byName.get(name)?.member)
      .map((entry) => ({ ...entry, userId: randomUUID(), code: newSignInCode() }))
    await tx.user.createMany({ data: fresh.map(({ userId: id, name, code }) => ({ id, name, managedById: classId, signInCodeHash: hashedCode(code) })) })
    const members = [
      ...joining.map((entry) => ({ userId: byEmail.get(entry.email!)!.id, sectionId: sectionOf(entry) })),
      ...fresh.map((entry) => ({ userId: entry.userId, sectionId: sectionOf(entry) })),
    ]
    await tx.classMember.createMany({ data: members.map((member) => ({ ...member, classId, role: 'student' as const })) })
    await audit(tx, viewer, 'class.people-added', classId, { detail: { people: members.length } })
    return accept({ added: members.length, codes: fresh.map(({ userId, name, code }) => ({ userId, name, code })), toInvite })
  }, { timeout: 30_000, maxWait: 10_000 })
}

type Known = { id: string; member: boolean }

async function known(tx: Prisma.TransactionClient, classId: string, entries: readonly RosterEntry[]) {
  const emails = entries.flatMap(({ email }) => email ?? [])
  const select = { id: true, name: true, email: true, memberships: { where: { classId }, select: { role: true } } } as const
  const [accounts, named] = await Promise.all([
    tx.user.findMany({ where: { email: { in: emails } }, select }),
    tx.user.findMany({ where: { managedById: classId, memberships: { some: { classId } } }, select }),
  ])
  const entry = ({ id, memberships }: { id: string; memberships: unknown[] }): Known => ({ id, member: memberships.length > 0 })
  return {
    byEmail: new Map(accounts.map((user) => [user.email!, entry(user)])),
    byName: new Map(named.map((user) => [user.name, entry(user)])),
  }
}

async function sectionsOf(tx: Prisma.TransactionClient, classId: string, entries: readonly RosterEntry[]): Promise<Map<string, string>> {
  const names = [...new Set(entries.flatMap(({ section }) => section ?? []))]
  await tx.classSection.createMany({ data: names.map((name) => ({ classId, name })), skipDuplicates: true })
  const rows = await tx.classSection.findMany({ where: { classId, name: { in: names } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [name, id]))
}

/** Gives a student without an address a new sign-in code, ends their sessions, and tells the code this once. */
export async function resetSignInCode(viewer: Viewer, classId: string, userId: string): Promise<Result<{ name: string; code: string }>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  const code = newSignInCode()
  return db.$transaction(async (tx) => {
    const [user] = await tx.user.updateManyAndReturn({
      where: { id: userId, managedById: classId },
      data: { signInCodeHash: hashedCode(code) },
      select: { name: true },
    })
    if (!user) return refuse('notFound')
    await endSessionsOf(tx, userId)
    await audit(tx, viewer, 'class.code-reset', classId, { detail: { user: userId } })
    return accept({ name: user.name, code })
  })
}

/** Changes what somebody is in the class, or their section. A class is never left without a teacher. */
export async function changeMember(
  viewer: Viewer,
  classId: string,
  userId: string,
  { role, sectionId }: { role: ClassRole; sectionId: string | null },
): Promise<Result<void>> {
  const found = role === 'teacher' ? await findManaged(viewer, classId) : null
  if (found?.ok && !can(viewer, 'class.delete', found.value)) return refuse('lastTeacher')
  return withTeacherLeft(viewer, classId, userId, async (tx) => {
    if (sectionId && !(await tx.classSection.count({ where: { id: sectionId, classId } }))) return 0
    const data = { role: classRoleToRow(role), sectionId }
    return (await tx.classMember.updateMany({ where: { classId, userId }, data })).count
  })
}

/** Takes somebody out of the class; what they wrote stays. */
export async function removeMember(viewer: Viewer, classId: string, userId: string): Promise<Result<void>> {
  return withTeacherLeft(viewer, classId, userId, async (tx) => (await tx.classMember.deleteMany({ where: { classId, userId } })).count)
}

async function withTeacherLeft(viewer: Viewer, classId: string, userId: string, change: (tx: Prisma.TransactionClient) => Promise<number>): Promise<Result<void>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from "Class" where id = ${classId}::uuid for update`
    const others = await tx.classMember.count({ where: { classId, role: 'teacher', userId: { not: userId } } })
    const member = await tx.classMember.findUnique({ where: { classId_userId: { classId, userId } }, select: { role: true } })
    if (!member) return refuse('notFound')
    // Only a teacher makes or unmakes one.
    if (member.role === 'teacher' && (others === 0 || !can(viewer, 'class.delete', found.value))) return refuse('lastTeacher')
    if ((await change(tx)) === 0) return refuse('notFound')
    await audit(tx, viewer, 'class.member-changed', classId, { detail: { user: userId } })
    return accept(undefined)
  })
}
