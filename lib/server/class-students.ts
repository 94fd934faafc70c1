import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { db } from './db'

/** A student of a class, with something of their part in each of its assignments, by its id; none where they have none. */
export type ClassStudent<T> = { id: string; name: string; section: string | null; parts: Record<string, T> }

/**
 * The students of a class, by name, with `part` of each of their parts: an expression of SQL over the row `w` of "Submission"
 * that gives JSON of the type T. It asks nobody's leave: the caller has.
 */
export async function readClassStudents<T>(classId: string, part: Prisma.Sql): Promise<ClassStudent<T>[]> {
  return db.$queryRaw<ClassStudent<T>[]>`
    select u.id, u.name, s.name as section,
      coalesce(jsonb_object_agg(w."assignmentId", ${part}) filter (where w."assignmentId" is not null), '{}'::jsonb) as parts
    from "ClassMember" m
    join "User" u on u.id = m."userId"
    left join "ClassSection" s on s.id = m."sectionId"
    left join "Assignment" a on a."classId" = m."classId"
    left join "Submission" w on w."assignmentId" = a.id and w."userId" = m."userId"
    where m."classId" = ${classId}::uuid and m.role = 'student'
    group by u.id, u.name, s.name
    order by u.name, u.id
    limit 2000`
}
