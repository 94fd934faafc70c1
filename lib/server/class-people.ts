import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ClassRole } from '@/lib/domain/classroom/class-role'
import type { RosterEntry } from '@/lib/domain/classroom/roster'
import { endOfSchoolYear } from '@/lib/domain/classroom/school-year'
import { can } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from './audit'
import { hashedCode, newSignInCode } from './class-codes'
import { classRoleOf, classRoleToRow, readClassContext } from './class-context'
import { waitingIn } from './class-letters'
import { findManaged } from './classes'
import { db } from './db'
import { spendToday } from './limits'

/**
 * Somebody of a class, with their real name: for those who teach in it. `managed`: signs in with a code on paper; `kept`: their
 * account is a class's, this one's or another, and stays a student's; `codeEndsAt`: when that code stops working (ISO 8601 in UTC).
 */
export type Person = { id: string; name: string; email: string | null; role: ClassRole; section: { id: string; name: string } | null; managed: boolean; kept: boolean; codeEndsAt: string | null }

/** Everybody in a class, those who teach first, then by name; null for who may not see it. */
export async function listPeople(viewer: Viewer, classId: string): Promise<Person[] | null> {
  const found = await readClassContext(viewer, classId)
  if (!found || !can(viewer, 'class.see-people', found)) return null
  const rows = await db.classMember.findMany({
    where: { classId },
    select: {
      role: true,
      section: { select: { id: true, name: true } },
      user: { select: { id: true, name: true, email: true, managedById: true, signInCodeHash: true, signInCodeEndsAt: true } },
    },
    orderBy: [{ role: 'asc' }, { user: { name: 'asc' } }, { userId: 'asc' }],
    take: 2_000,
  })
  return rows.map(({ role, section, user: { managedById, signInCodeHash, signInCodeEndsAt, ...user } }) => ({
    ...user, section, role: classRoleOf(role), managed: managedById === classId && signInCodeHash !== null, kept: managedById !== null,
    codeEndsAt: signInCodeEndsAt?.toISOString() ?? null,
  }))
}

/** What adding a list would do: who is in the class already, who is invited, now or before, who gets a code on paper. */
export type RosterPlan = { entries: (RosterEntry & { fate: 'there' | 'invited' | 'waiting' | 'code' })[] }

/**
 * Looks a list through without changing anything. Whether an address has an account is not told, and nobody is put into a
 * class for an address they only claim: whoever has one is invited by mail or link.
 */
export async function planRoster(viewer: Viewer, classId: string, entries: RosterEntry[]): Promise<Result<RosterPlan>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  const [members, waiting] = await Promise.all([membersOf(db, classId), waitingIn(classId)])
  const fateOf = ({ email, name }: RosterEntry) => {
    if (members.has(email ?? `name ${name}`)) return 'there'
    if (email === null) return 'code'
    return waiting.has(email) ? 'waiting' : 'invited'
  }
  return accept({ entries: entries.map((entry) => ({ ...entry, fate: fateOf(entry) })) })
}

/**
 * Adds a list of students in one transaction: all or nothing, and the same list twice adds nobody twice. Who has an address
 * is left to the invitation by mail, whose addresses come back as `toInvite`; a name alone becomes an account of the class, whose sign-in code is in `codes`, this once.
 */
export async function addRoster(
  viewer: Viewer,
  classId: string,
  entries: RosterEntry[],
): Promise<Result<{ added: number; codes: { userId: string; name: string; code: string }[]; toInvite: string[] }>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  if (found.value.archived) return refuse('classArchived')
  const spent = await spendToday(viewer, 'roster:account', entries.filter(({ email }) => !email).length)
  if (!spent.ok) return spent
  return db.$transaction(async (tx) => {
    // Two imports of one list at once: the second waits, and finds everybody there.
    await tx.$queryRaw`select id from "Class" where id = ${classId}::uuid for update`
    const members = await membersOf(tx, classId)
    const sections = await sectionsOf(tx, classId, entries)
    const sectionOf = ({ section }: RosterEntry) => (section ? (sections.get(section) ?? null) : null)
    const toInvite = entries.flatMap(({ email }) => (email && !members.has(email) ? email : []))
    const fresh = entries
      .filter(({ email, name }) => !email && !members.has(`name ${name}`))
      .map((entry) => ({ ...entry, userId: randomUUID(), code: newSignInCode() }))
    await tx.user.createMany({ data: fresh.map(({ userId: id, name, code }) => ({ id, name, managedById: classId, signInCodeHash: hashedCode(code), signInCodeEndsAt: endOfSchoolYear(new Date(), found.value.timeZone) })) })
    const joining = fresh.map((entry) => ({ classId, userId: entry.userId, role: 'student' as const, sectionId: sectionOf(entry) }))
    await tx.classMember.createMany({ data: joining })
    await audit(tx, viewer, 'class.people-added', classId, { detail: { people: joining.length } })
    return accept({ added: joining.length, codes: fresh.map(({ userId, name, code }) => ({ userId, name, code })), toInvite })
  }, { timeout: 30_000, maxWait: 10_000 })
}

/** Who is in the class already: by address, and those whom the class keeps by name. */
async function membersOf(tx: Prisma.TransactionClient, classId: string): Promise<Set<string>> {
  const rows = await tx.user.findMany({ where: { memberships: { some: { classId } } }, select: { name: true, email: true, managedById: true } })
  return new Set(rows.flatMap(({ name, email, managedById }) => [...(email ? [email] : []), ...(managedById === classId ? [`name ${name}`] : [])]))
}

async function sectionsOf(tx: Prisma.TransactionClient, classId: string, entries: readonly RosterEntry[]): Promise<Map<string, string>> {
  const names = [...new Set(entries.flatMap(({ section }) => section ?? []))]
  await tx.classSection.createMany({ data: names.map((name) => ({ classId, name })), skipDuplicates: true })
  const rows = await tx.classSection.findMany({ where: { classId, name: { in: names } }, select: { id: true, name: true } })
  return new Map(rows.map(({ id, name }) => [name, id]))
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
    // An account on paper can be taken over by whoever gives it a new code.
    if (role !== 'student' && (await tx.user.count({ where: { id: userId, managedById: { not: null } } }))) return 0
    const data = { role: classRoleToRow(role), sectionId }
    return (await tx.classMember.updateMany({ where: { classId, userId }, data })).count
  })
}

/**
 * Takes somebody out of the class; what they wrote stays. Whose account the class keeps and who is in no other class is
 * signed out everywhere, and their code on paper opens nothing any more.
 */
export async function removeMember(viewer: Viewer, classId: string, userId: string): Promise<Result<void>> {
  return withTeacherLeft(viewer, classId, userId, async (tx) => {
    const { count } = await tx.classMember.deleteMany({ where: { classId, userId } })
    const shut = { id: userId, managedById: classId, memberships: { none: {} } }
    await tx.session.deleteMany({ where: { user: shut } })
    await tx.accessToken.deleteMany({ where: { user: shut } })
    await tx.user.updateMany({ where: shut, data: { signInCodeHash: null } })
    return count
  })
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
