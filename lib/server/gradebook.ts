import 'server-only'
import { can } from '@/lib/domain/permissions'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { readClassContext } from './class-context'
import { readClassStudents } from './class-students'
import { db } from './db'

/** What a student has in one assignment: the points that count, null while nobody and no rubric gave any. */
export type Mark = { submitted: boolean; points: number | null }

/** All grades of a class; `marks` by assignment, without those that a student has not begun. */
export type Gradebook = {
  assignments: { id: string; title: string; points: number }[]
  students: { id: string; name: string; section: string | null; marks: Record<string, Mark> }[]
}

/** The points of every student of a class in all its assignments, the oldest first; null for who does not teach there. */
export async function readGradebook(viewer: Viewer, classId: string): Promise<Gradebook | null> {
  const found = await readClassContext(viewer, classId)
  if (!found || !can(viewer, 'class.see-people', found)) return null
  const [assignments, students] = await Promise.all([
    db.assignment.findMany({ where: { classId }, select: { id: true, title: true, points: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 500 }),
    readClassStudents<Mark>(classId, Prisma.sql`
      jsonb_build_object('submitted', w."submittedAt" is not null, 'points', coalesce(w.points, (w.proposal->>'points')::float8))`),
  ])
  return { assignments, students: students.map(({ parts: marks, ...student }) => ({ ...student, marks })) }
}
