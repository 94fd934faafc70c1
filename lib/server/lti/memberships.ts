import 'server-only'
import { createHash } from 'node:crypto'
import { isStaff, type ClassRole } from '@/lib/domain/classroom/class-role'
import { listedOn, membersOf, mostMembers, type CourseMember } from '@/lib/domain/lti/membership'
import { roleInClass } from '@/lib/domain/lti/role-in-class'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from '../audit'
import { classRoleOf, classRoleToRow } from '../class-context'
import { findManaged } from '../classes'
import { db } from '../db'
import { isUuid } from '../layers'
import { accountsFor } from './accounts'
import { serviceScopes } from './call-platform'
import { fetchPages } from './service-pages'

/** A course of a platform whose list of people can be asked for. */
export type ListedCourse = { id: string; title: string; platform: string }

/**
 * One line of a course's list against the class: who comes, who is here as they are, who becomes something else, and who
 * comes in by themselves, since those who teach say at their first launch whose account it is to be.
 */
export type CoursePerson = { subject: string; name: string | null; role: ClassRole; fate: 'comes' | 'here' | 'changes' | 'by-themselves' }
/** `left`: students of the class who came from that course alone and are not in it any more. `state`: what was looked at. */
export type CoursePlan = { people: CoursePerson[]; left: { id: string; name: string }[]; state: string }

/** The courses of a class whose people can be asked for, the oldest first; empty for who does not run it. */
export async function listedCourses(viewer: Viewer, classId: string): Promise<ListedCourse[]> {
  if (!(await findManaged(viewer, classId)).ok) return []
  const rows = await db.ltiContext.findMany({
    where: { classId, ...reachable },
    select: { id: true, title: true, deployment: { select: { platform: { select: { name: true } } } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 50,
  })
  return rows.map(({ id, title, deployment }) => ({ id, title, platform: deployment.platform.name }))
}

/** Asks a platform who is in a course and compares it with the class; nothing is changed. */
export async function planCourse(viewer: Viewer, classId: string, courseId: string): Promise<Result<CoursePlan>> {
  const asked = await askCourse(viewer, classId, courseId)
  if (!asked.ok) return asked
  return accept(await planOf(db, asked.value, classId))
}

/**
 * Does what was looked at (`state`), all of it or nothing: asked again, the platform must say the same, else it is
 * `courseListChanged`. Who left the course is taken out of the class where `leavers` says so; their work stays. The same
 * list twice adds nobody twice.
 */
export async function takeCourse(
  viewer: Viewer,
  classId: string,
  courseId: string,
  { state, leavers }: { state: string; leavers: 'keep' | 'remove' },
): Promise<Result<{ added: number; changed: number; removed: number }>> {
  const asked = await askCourse(viewer, classId, courseId)
  if (!asked.ok) return asked
  const { platform, members } = asked.value
  return db.$transaction(async (tx) => {
    // Two of one list at once: the second waits, and finds that the class has changed.
    await tx.$queryRaw`select id from "Class" where id = ${classId}::uuid for update`
    const plan = await planOf(tx, asked.value, classId)
    if (plan.state !== state) return refuse('courseListChanged')
    const gone = plan.left.map(({ id }) => id)
    const wanted = new Map(plan.people.filter(({ fate }) => fate === 'comes' || fate === 'changes').map((person) => [person.subject, person]))
    const here = plan.people.filter(({ fate }) => fate !== 'by-themselves').map(({ subject }) => subject)
    const told = members.filter((member): member is CourseMember & { role: NonNullable<CourseMember['role']> } => member.role !== null && here.includes(member.subject))
    const accounts = await accountsFor(tx, platform.id, told, classId)
    const rows = [...wanted].flatMap(([subject, { role, fate }]) => {
      const account = accounts.get(subject)
      return account ? [{ classId, userId: account.userId, role: classRoleToRow(role), fate }] : []
    })
    const added = await tx.classMember.createMany({ data: rows.flatMap(({ fate, ...row }) => (fate === 'comes' ? row : [])), skipDuplicates: true })
    const changed = await changeRoles(tx, classId, rows.filter(({ fate }) => fate === 'changes'))
    await tx.ltiParticipant.createMany({ data: [...accounts.values()].map(({ userId }) => ({ ltiContextId: courseId, userId })), skipDuplicates: true })
    const removed = leavers === 'keep' ? { count: 0 } : await tx.classMember.deleteMany({ where: { classId, role: 'student', userId: { in: gone } } })
    if (leavers === 'remove') await tx.ltiParticipant.deleteMany({ where: { ltiContextId: courseId, userId: { in: gone } } })
    const detail = { course: courseId, people: added.count, changed, removed: removed.count }
    if (added.count + changed + removed.count > 0) await audit(tx, viewer, 'class.people-added', classId, { detail })
    return accept({ added: added.count, changed, removed: removed.count })
  }, { timeout: 60_000, maxWait: 10_000 })
}

const reachable = { membershipsUrl: { not: null }, deployment: { allowedAt: { not: null }, platform: { disabledAt: null } } } as const

type Asked = { id: string; platform: { id: string }; members: CourseMember[] }

async function askCourse(viewer: Viewer, classId: string, courseId: string): Promise<Result<Asked>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  if (found.value.archived) return refuse('classArchived')
  const row = isUuid(courseId)
    ? await db.ltiContext.findFirst({
        where: { id: courseId, classId, ...reachable },
        select: { membershipsUrl: true, deployment: { select: { platform: { select: { id: true, clientId: true, tokenUrl: true, tokenAudience: true } } } } },
      })
    : null
  if (!row?.membershipsUrl) return refuse('notFound')
  const { platform } = row.deployment
  const list = { address: row.membershipsUrl, accept: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json', scope: serviceScopes.memberships, read: listedOn }
  const pages = await fetchPages(platform, list, mostMembers)
  return pages.ok ? accept({ id: courseId, platform, members: membersOf(pages.items) }) : { ok: false, problems: [pages.trouble.problem] }
}

async function planOf(tx: Prisma.TransactionClient, { id: courseId, platform, members }: Asked, classId: string): Promise<CoursePlan> {
  const rows = await tx.classMember.findMany({
    where: { classId },
    select: {
      role: true,
      user: {
        select: {
          id: true, name: true,
          ltiAccounts: { where: { platformId: platform.id }, select: { subject: true } },
          ltiCourses: { where: { context: { classId } }, select: { ltiContextId: true } },
        },
      },
    },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
  })
  const known = new Set((await tx.ltiAccount.findMany({ where: { platformId: platform.id, subject: { in: members.map(({ subject }) => subject) } }, select: { subject: true } })).map(({ subject }) => subject))
  const here = new Map(rows.flatMap(({ role, user }) => user.ltiAccounts.map(({ subject }) => [subject, classRoleOf(role)] as const)))
  const people = members.flatMap(({ subject, name, role: told }): CoursePerson[] => {
    const now = here.get(subject) ?? null
    const role = roleInClass(now, told)
    if (role === null) return []
    if (now === null && isStaff(role) && !known.has(subject)) return [{ subject, name, role, fate: 'by-themselves' }]
    return [{ subject, name, role, fate: now === null ? 'comes' : now === role ? 'here' : 'changes' }]
  })
  const listed = new Set(members.map(({ subject }) => subject))
  // Who is in another course of the class as well is still in the class.
  const left = rows.flatMap(({ role, user: { id, name, ltiAccounts, ltiCourses: courses } }) =>
    role === 'student' && courses.length > 0 && courses.every((course) => course.ltiContextId === courseId) && !ltiAccounts.some(({ subject }) => listed.has(subject)) ? [{ id, name }] : [],
  )
  const sorted = people.toSorted((a, b) => Number(isStaff(b.role)) - Number(isStaff(a.role)) || (a.name ?? '').localeCompare(b.name ?? '') || (a.subject < b.subject ? -1 : 1))
  return { people: sorted, left, state: createHash('sha256').update(JSON.stringify([sorted, left])).digest('base64url') }
}

/** Roles change in one statement a role. */
async function changeRoles(tx: Prisma.TransactionClient, classId: string, rows: readonly { userId: string; role: ReturnType<typeof classRoleToRow> }[]): Promise<number> {
  let changed = 0
  for (const role of new Set(rows.map((row) => row.role))) {
    const userId = { in: rows.filter((row) => row.role === role).map((row) => row.userId) }
    changed += (await tx.classMember.updateMany({ where: { classId, userId }, data: { role } })).count
  }
  return changed
}
