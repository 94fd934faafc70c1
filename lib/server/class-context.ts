import 'server-only'
import type { ClassRole } from '@/lib/domain/classroom/class-role'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { isUuid } from './layers'

/** A class with what the viewer is in it: what every work on a class must know. */
export type ClassContext = { id: string; name: string; timeZone: string; role: ClassRole | null; archived: boolean }

/** The role as the kernel names it. */
export const classRoleOf = (value: 'teacher' | 'co_teacher' | 'assistant' | 'student'): ClassRole =>
  value === 'co_teacher' ? 'co-teacher' : value
/** The role as the database's client names it (an enum's member cannot hold a hyphen there). */
export const classRoleToRow = (role: ClassRole) => (role === 'co-teacher' ? ('co_teacher' as const) : role)

/**
 * The class of this id with the viewer's place in it, null where there is no such class. It answers for nobody in
 * particular: who is not in it (`role` null) must be told that it does not exist, which `can` decides.
 */
export async function readClassContext(viewer: Viewer, classId: string): Promise<ClassContext | null> {
  if (!isUuid(classId)) return null
  const row = await db.class.findUnique({
    where: { id: classId },
    select: {
      id: true, name: true, timeZone: true, archivedAt: true,
      members: { where: { userId: viewer.kind === 'user' ? viewer.id : nobody }, select: { role: true } },
    },
  })
  if (!row) return null
  const { members, archivedAt, ...rest } = row
  return { ...rest, archived: archivedAt !== null, role: members[0] ? classRoleOf(members[0].role) : null }
}

const nobody = '00000000-0000-0000-0000-000000000000'
