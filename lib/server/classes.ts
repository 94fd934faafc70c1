import 'server-only'
import type { ClassDetails } from '@/lib/domain/classroom/class'
import type { ClassRole } from '@/lib/domain/classroom/class-role'
import { keptByDefault } from '@/lib/domain/classroom/school-year'
import { mergeFields } from '@/lib/domain/merge-fields'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from './audit'
import { classRoleOf, readClassContext, type ClassContext } from './class-context'
import { db } from './db'
import { spendToday } from './limits'

/** A class in the list of one's own. */
export type ClassEntry = { id: string; name: string; role: ClassRole; archived: boolean; students: number; assignments: number }

/** A class as its pages show it. Dates are ISO 8601 in UTC; `keepUntil` is a day. */
export type ClassView = Omit<ClassContext, 'role'> & {
  role: ClassRole
  mayManage: boolean
  maySeePeople: boolean
  mayDelete: boolean
  sections: { id: string; name: string }[]
  students: number
  keepUntil: string | null
  /** Its day of keeping is less than a month away, and the viewer may choose a later one. */
  leavesSoon: boolean
  deleteAt: string | null
}

/** How long a deletion can be called off, in days. */
export const graceDays = 14

/** Makes a class of which the viewer is the teacher; in the transaction `within`, where something else belongs to it. */
export async function createClass(viewer: Viewer, details: ClassDetails, within?: Prisma.TransactionClient): Promise<Result<{ id: string }>> {
  if (viewer.kind !== 'user' || !can(viewer, 'class.create', undefined)) return refusal(viewer, 'class.create', undefined)
  const spent = await spendToday(viewer, 'class:account')
  if (!spent.ok) return spent
  const make = async (tx: Prisma.TransactionClient) => {
    const made = await tx.class.create({
      data: { ...details, keepUntil: keptByDefault(new Date(), details.timeZone), members: { create: { userId: viewer.id, role: 'teacher' } } },
      select: { id: true },
    })
    await audit(tx, viewer, 'class.created', made.id)
    return accept(made)
  }
  return within ? make(within) : db.$transaction(make)
}

/** The classes that the viewer is in, the newest first, archived ones last. Nobody is in more than a few hundred. */
export async function listClasses(viewer: Viewer): Promise<ClassEntry[]> {
  if (viewer.kind !== 'user') return []
  const rows = await db.classMember.findMany({
    where: { userId: viewer.id },
    select: {
      role: true,
      class: {
        select: {
          id: true, name: true, archivedAt: true,
          _count: { select: { members: { where: { role: 'student' } }, assignments: true } },
        },
      },
    },
    orderBy: [{ class: { createdAt: 'desc' } }, { classId: 'asc' }],
    take: 500,
  })
  const entries = rows
    .filter(({ role }) => can(viewer, 'class.read', { role: classRoleOf(role) }))
    .map(({ role, class: { _count: count, archivedAt, ...rest } }) => ({
      ...rest, role: classRoleOf(role), archived: archivedAt !== null, students: count.members, assignments: count.assignments,
    }))
  return [...entries.filter(({ archived }) => !archived), ...entries.filter(({ archived }) => archived)]
}

/** A class as the viewer may see it; null where there is none, or none for them. */
export async function readClass(viewer: Viewer, classId: string): Promise<ClassView | null> {
  const found = await readClassContext(viewer, classId)
  if (!found || found.role === null || !can(viewer, 'class.read', found)) return null
  const { sections, keepUntil, deleteAt, _count: count } = await db.class.findUniqueOrThrow({
    where: { id: found.id },
    select: {
      sections: { select: { id: true, name: true }, orderBy: { name: 'asc' } },
      keepUntil: true, deleteAt: true,
      _count: { select: { members: { where: { role: 'student' } } } },
    },
  })
  return {
    ...found,
    role: found.role,
    mayManage: can(viewer, 'class.manage', found),
    maySeePeople: can(viewer, 'class.see-people', found),
    mayDelete: can(viewer, 'class.delete', found),
    sections,
    students: count.members,
    keepUntil: keepUntil?.toISOString().slice(0, 10) ?? null,
    leavesSoon: keepUntil !== null && can(viewer, 'class.delete', found) && keepUntil.getTime() - Date.now() < 30 * 86_400_000,
    deleteAt: deleteAt?.toISOString() ?? null,
  }
}

/**
 * Names a class anew or puts it on another clock; the moments of its assignments stay what they are. `before`: what stood
 * there when the change was begun; what somebody else changed since then is refused (`detailChanged`) or stays.
 */
export async function changeClass(viewer: Viewer, classId: string, details: ClassDetails, before: Partial<ClassDetails> = {}): Promise<Result<void>> {
  return manage(viewer, classId, 'class.changed', ({ name, timeZone }) => mergeFields({ name, timeZone }, before, details))
}

/** Puts a class away: it can be read and copied, and nothing new happens in it. Or takes it out again. */
export async function archiveClass(viewer: Viewer, classId: string, archived: boolean): Promise<Result<void>> {
  return manage(viewer, classId, archived ? 'class.archived' : 'class.unarchived', () => accept({ archivedAt: archived ? new Date() : null }))
}

/**
 * Until which day (`2027-07-31`, null: without an end) everything of the class is kept. Who may delete the class may say so,
 * and not for a day nearer than a deletion would take: that could be called off. `before` is what stood there when the
 * change was begun; what somebody else chose since then is refused (`detailChanged`).
 */
export async function keepClassUntil(viewer: Viewer, classId: string, day: string | null, before: { keepUntil?: string | null } = {}, now = new Date()): Promise<Result<void>> {
  if (day !== null && Number.isNaN(dateOf(day).getTime())) return refuse('dateInvalid', 'keepUntil')
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  if (!can(viewer, 'class.delete', found.value)) return refusal(viewer, 'class.delete', found.value)
  return manage(viewer, classId, 'class.changed', (stands) => {
    const there = stands.keepUntil?.toISOString().slice(0, 10) ?? null
    const merged = mergeFields({ keepUntil: there }, before, { keepUntil: day })
    if (!merged.ok || merged.value.keepUntil === there) return merged.ok ? accept({}) : merged
    const date = merged.value.keepUntil === null ? null : dateOf(merged.value.keepUntil)
    if (date && date.getTime() < now.getTime() + graceDays * 86_400_000) return refuse('dateTooSoon', 'keepUntil', { days: graceDays })
    return accept({ keepUntil: date, keepNoticedAt: null })
  })
}

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`)

/** The class where the viewer may run it; else why not. For the server's other files on classes. */
export async function findManaged(viewer: Viewer, classId: string): Promise<Result<ClassContext>> {
  const found = await readClassContext(viewer, classId)
  if (!found || !can(viewer, 'class.read', found)) return refuse('notFound')
  return can(viewer, 'class.manage', found) ? accept(found) : refusal(viewer, 'class.manage', found)
}

type Stands = { name: string; timeZone: string; keepUntil: Date | null }
type Change = { name?: string; timeZone?: string; archivedAt?: Date | null; keepUntil?: Date | null; keepNoticedAt?: null }

/** Changes a class by what stands in it, which nobody else changes meanwhile. */
async function manage(viewer: Viewer, classId: string, action: 'class.changed' | 'class.archived' | 'class.unarchived', change: (stands: Stands) => Result<Change>): Promise<Result<void>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  const { id } = found.value
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select id from "Class" where id = ${id}::uuid for update`
    const stands = await tx.class.findUnique({ where: { id }, select: { name: true, timeZone: true, keepUntil: true } })
    const data = stands ? change(stands) : refuse('notFound')
    if (!data.ok) return data
    if (Object.keys(data.value).length === 0) return accept(undefined)
    await tx.class.update({ where: { id }, data: data.value, select: { id: true } })
    await audit(tx, viewer, action, id)
    return accept(undefined)
  })
}
