import 'server-only'
import { can } from '@/lib/domain/permissions'
import type { Viewer } from '@/lib/domain/viewer'
import { readClassContext } from './class-context'
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
    db.$queryRaw<Gradebook['students']>`
      select u.id, u.name, s.name as section,
        coalesce(
          jsonb_object_agg(w."assignmentId", jsonb_build_object(
            'submitted', w."submittedAt" is not null, 'points', coalesce(w.points, (w.proposal->>'points')::float8)
          )) filter (where w."assignmentId" is not null),
          '{}'::jsonb
        ) as marks
      from "ClassMember" m
      join "User" u on u.id = m."userId"
      left join "ClassSection" s on s.id = m."sectionId"
      left join "Assignment" a on a."classId" = m."classId"
      left join "Submission" w on w."assignmentId" = a.id and w."userId" = m."userId"
      where m."classId" = ${classId}::uuid and m.role = 'student'
      group by u.id, u.name, s.name
      order by u.name, u.id
      limit 2000`,
  ])
  return { assignments, students }
}
