import 'server-only'
import { refuse, accept, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { audit } from '../audit'
import { findManaged } from '../classes'
import { db } from '../db'
import { isUuid } from '../layers'

/** A course of a platform that a class is; `links`: how many links in it open an assignment. */
export type ClassCourse = { id: string; title: string; platform: string; links: number }

/** The courses that a class is connected to, the oldest first; empty for who does not run it. */
export async function listCourses(viewer: Viewer, classId: string): Promise<ClassCourse[]> {
  if (!(await findManaged(viewer, classId)).ok) return []
  const rows = await db.ltiContext.findMany({
    where: { classId },
    select: { id: true, title: true, deployment: { select: { platform: { select: { name: true } } } }, _count: { select: { links: true } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map(({ id, title, deployment, _count }) => ({ id, title, platform: deployment.platform.name, links: _count.links }))
}

/** Parts a class from a course: its people and their work stay, and no more scores are sent. */
export async function disconnectCourse(viewer: Viewer, classId: string, courseId: string): Promise<Result<void>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  if (!isUuid(courseId)) return refuse('notFound')
  return db.$transaction(async (tx) => {
    const { count } = await tx.ltiContext.deleteMany({ where: { id: courseId, classId } })
    if (count === 0) return refuse('notFound')
    await audit(tx, viewer, 'class.course-disconnected', classId, { detail: { course: courseId } })
    return accept(undefined)
  })
}
