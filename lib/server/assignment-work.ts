import 'server-only'
import type { MarkedPassage } from '@/lib/domain/classroom/work-result'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { annotationColumns, annotationOf, type AnnotationColumns } from './annotation-sql'
import type { AssignmentContext } from './assignment-context'
import { db, pool } from './db'

/** All annotations of an assignment on its revision: each student's, and the key's, in reading order. */
export type AssignmentWork = { byStudent: Map<string, ReaderAnnotation[]>; key: ReaderAnnotation[] }

/**
 * Everything that was flagged in an assignment, or by one student of it, by one statement however many there are. It asks nobody's leave: the caller has.
 */
export async function readAssignmentWork({ layerId, keyLayerId, revisionId }: AssignmentContext, studentId?: string): Promise<AssignmentWork> {
  const values = [[layerId, ...(keyLayerId ? [keyLayerId] : [])], revisionId, studentId ?? null, keyLayerId]
  const { rows } = await pool.query<AnnotationColumns & { layerId: string; authorId: string }>({ name: 'gloss-assignment-work', text: statement, values })
  const byStudent = new Map<string, ReaderAnnotation[]>()
  const key: ReaderAnnotation[] = []
  for (const row of rows) {
    const annotation = annotationOf(row)
    if (row.layerId === keyLayerId) key.push(annotation)
    else byStudent.set(annotation.author.id, [...(byStudent.get(annotation.author.id) ?? []), annotation])
  }
  return { byStudent, key }
}

/** What scoring takes of an annotation. */
export const passageOf = ({ id, start, end, labels }: ReaderAnnotation): MarkedPassage => ({ id, start, end, labels })

/** The students of a class with their part in an assignment, by name; those who have not begun included. */
export async function readStudents(assignmentId: string, classId: string) {
  const rows = await db.classMember.findMany({
    where: { classId, role: 'student' },
    select: {
      section: { select: { id: true, name: true } },
      user: {
        select: {
          id: true, name: true,
          submissions: {
            where: { assignmentId },
            select: {
              group: true, pseudonym: true, startedAt: true, lastActiveAt: true, submittedAt: true, takenBackAt: true, proposal: true,
              proposedFrom: true, points: true, comment: true, gradedAt: true, releasedAt: true,
            },
          },
        },
      },
    },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
    take: 2_000,
  })
  return rows.map(({ section, user: { submissions, ...user } }) => ({ ...user, section, part: submissions[0] ?? null }))
}

const statement = `
  select a."layerId", ${annotationColumns}
  from "Annotation" a join "User" u on u.id = a."authorId"
  join "Anchor" x on x."annotationId" = a.id and x."revisionId" = $2 and x.state <> 'orphaned'
  where a."layerId" = any($1::uuid[]) and a."deletedAt" is null
    and ($3::uuid is null or a."authorId" = $3 or a."layerId" = $4)
  order by x."start", x."end" desc, a.id`
