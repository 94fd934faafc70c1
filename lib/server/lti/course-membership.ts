import 'server-only'
import type { ClassRole } from '@/lib/domain/classroom/class-role'
import { isStaff } from '@/lib/domain/classroom/class-role'
import type { Launch } from '@/lib/domain/lti/launch'
import { roleInClass } from '@/lib/domain/lti/role-in-class'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { SignedIn } from '@/lib/domain/viewer'
import { audit } from '../audit'
import { classRoleToRow, readClassContext } from '../class-context'
import { db } from '../db'
import type { CourseContext } from './contexts'

/**
 * Puts somebody whom a platform sent into the class of the course, or makes them in it what the platform says they are by
 * now. Asking again changes nothing. Refused: `courseRoleMissing` where they are nothing in either, `courseArchived` for who
 * is not in a class that was put away.
 * @returns what they are in the class
 */
export async function joinCourse(viewer: SignedIn, { id, classId }: CourseContext, told: Launch['role']): Promise<Result<ClassRole>> {
  const found = await readClassContext(viewer, classId)
  if (!found) return refuse('courseUnconnected')
  const wanted = roleInClass(found.role, told)
  if (wanted === null) return refuse('courseRoleMissing')
  // An account on paper can be taken over by whoever gives it a new code: it is nobody's but a student's.
  const role = viewer.managed && isStaff(wanted) ? (found.role ?? 'student') : wanted
  if (role === found.role) return accept(role)
  if (found.archived) return found.role === null ? refuse('courseArchived') : accept(found.role)
  const { role: before } = found
  await db.$transaction(async (tx) => {
    const { count } =
      before === null
        ? await tx.classMember.createMany({ data: [{ classId, userId: viewer.id, role: classRoleToRow(role) }], skipDuplicates: true })
        : await tx.classMember.updateMany({ where: { classId, userId: viewer.id, role: classRoleToRow(before) }, data: { role: classRoleToRow(role) } })
    if (count > 0) await audit(tx, viewer, before === null ? 'class.joined' : 'class.member-changed', classId, { detail: { user: viewer.id, course: id } })
  })
  return accept(role)
}
