import 'server-only'
import type { AssignmentDigest } from '@/lib/domain/classroom/digest'
import { progressOf, type Progress, type ProgressStudent } from '@/lib/domain/classroom/progress'
import { can } from '@/lib/domain/permissions'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { readClassContext } from './class-context'
import { readClassStudents } from './class-students'
import { db } from './db'
import { judge, readMarkedWork } from './judging'

/** The progress of a class; `pending` assignments are not counted yet, and are when it is asked again. */
export type ClassProgress = Progress & { pending: number }

/** Raised when a digest is made in another way, so that kept ones are made anew. */
const computation = 1
/** After so many milliseconds of counting the rest waits for the next time. */
const patience = 2_000

/**
 * The progress of a class over its assignments, for those who teach in it; null for everybody else. Two statements give
 * what is kept. An assignment whose work, key or handing in has changed is judged anew, the latest first, each alone so that a
 * class's whole term never lies in memory, and for two seconds at the most: what is left then waits for the next time.
 */
export async function readClassProgress(viewer: Viewer, classId: string): Promise<ClassProgress | null> {
  const found = await readClassContext(viewer, classId)
  if (!found || !can(viewer, 'class.see-people', found)) return null
  const [assignments, students] = await Promise.all([readStates(found.id), readClassStudents<ProgressStudent['parts'][string]>(found.id, times)])
  const started = Date.now()
  for (const assignment of assignments.filter(({ content }) => content === null)) {
    if (Date.now() - started > patience) break
    assignment.content = await makeDigest(assignment)
  }
  const pending = assignments.filter(({ content }) => content === null).length
  return { ...progressOf(assignments.map((each) => ({ ...each, digest: each.content })), students, started), pending }
}

type State = {
  id: string
  title: string
  created: number
  opens: number | null
  due: number | null
  lateUntil: number | null
  layerId: string
  keyLayerId: string | null
  revisionId: string
  /** Who handed in, as the fingerprint has it. */
  in: string[] | null
  fingerprint: string
  content: AssignmentDigest | null
}

/** The assignments of a class, the latest first, each with its digest where it is of the state that it is in now. */
async function readStates(classId: string): Promise<State[]> {
  return db.$queryRaw<State[]>`
    select now.*, d.content from (
      select a.id, a.title, a."layerId", a."keyLayerId", a."revisionId",
        date_part('epoch', a."createdAt") * 1000 as created, date_part('epoch', a."opensAt") * 1000 as opens,
        date_part('epoch', a."dueAt") * 1000 as due, date_part('epoch', a."lateUntil") * 1000 as "lateUntil",
        handed."in",
        concat_ws('.', ${computation}::int, a."revisionId", coalesce(a."keyLayerId"::text, '-'),
          (select count(*) || '.' || coalesce(sum(n.version), 0) from "Annotation" n where n."layerId" = a."layerId"),
          (select count(*) || '.' || coalesce(sum(n.version), 0) from "Annotation" n where n."layerId" = a."keyLayerId"),
          md5(array_to_string(handed."in", ','))
        ) as fingerprint
      from "Assignment" a
      cross join lateral (
        select array_agg(w."userId"::text order by w."userId") as "in" from "Submission" w where w."assignmentId" = a.id and w."submittedAt" is not null
      ) handed
      where a."classId" = ${classId}::uuid
      order by a."createdAt" desc, a.id limit 500
    ) now
    left join "AssignmentDigest" d on d."assignmentId" = now.id and d.fingerprint = now.fingerprint`
}

/** When a student began and handed in, as SQL of `readClassStudents`. */
const times = Prisma.sql`
  jsonb_build_object('started', date_part('epoch', w."startedAt") * 1000, 'submitted', date_part('epoch', w."submittedAt") * 1000)`

async function makeDigest({ id, layerId, keyLayerId, revisionId, in: handedIn, fingerprint }: State): Promise<AssignmentDigest | null> {
  const [{ text, article }, work] = await Promise.all([
    db.revision.findUniqueOrThrow({ where: { id: revisionId }, select: { text: true, article: { select: { language: true } } } }),
    readMarkedWork({ layerId, keyLayerId, revisionId }),
  ])
  const input = { work, students: handedIn ?? [], text, language: article.language }
  const made = await judge('digest-work', input, { owner: 'everybody', key: `${id} ${fingerprint}` })
  // It counts as pending and is tried again the next time.
  if (!made.ok) return null
  const digest = made.value
  const kept = JSON.stringify(digest)
  await db.$executeRaw`
    insert into "AssignmentDigest" ("assignmentId", fingerprint, content) values (${id}::uuid, ${fingerprint}, ${kept}::jsonb)
    on conflict ("assignmentId") do update set fingerprint = excluded.fingerprint, content = excluded.content, "computedAt" = now()`
  return digest
}
