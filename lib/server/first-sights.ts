import 'server-only'
import { seenAuthors, type Standing } from '@/lib/domain/classroom/standing'
import { isStaff } from '@/lib/domain/classroom/class-role'
import type { Viewer } from '@/lib/domain/viewer'
import { pool } from './db'

/**
 * Notes that a student is about to be given something that an assignment kept from them: others' work, the key or a grade.
 * For their whole group, which works as one. To be called before it leaves.
 * @returns whether this is the first time: then what was computed for them must be computed again, since they may have taken
 * their work back meanwhile, which from now on they cannot.
 */
export async function recordFirstSight(assignmentId: string, userId: string): Promise<boolean> {
  const known = await pool.query({ name: 'gloss-sight-known', text: sightKnown, values: [assignmentId, userId] })
  if (known.rowCount) return false
  // Their rows are held until this commits: taking back waits, and finds what stands here.
  const { rowCount } = await pool.query({ name: 'gloss-record-sight', text: recordSight, values: [assignmentId, userId] })
  return rowCount !== 0
}

/**
 * The same for a layer of an assignment, where what this viewer sees of it by their standing holds anything of others.
 * Nothing is noted of who teaches, nor of the open reading.
 */
export async function recordLayerSight(viewer: Viewer, layerId: string, standing: Standing | undefined): Promise<boolean> {
  if (!standing || viewer.kind !== 'user' || isStaff(standing.role)) return false
  const { rows } = await pool.query<{ id: string }>({ name: 'gloss-others-work', text: othersWork, values: [layerId, viewer.id, [...standing.circle], seenAuthors(standing)] })
  return rows[0] ? recordFirstSight(rows[0].id, viewer.id) : false
}

const sightKnown = 'select from "FirstSight" where "assignmentId" = $1 and "userId" = $2'

/** The assignment of a layer, where it is one's first sight of it and somebody else's annotation is in it. */
const othersWork = `
  select s.id from "Assignment" s
  where (s."layerId" = $1 or s."keyLayerId" = $1)
    and not exists (select from "FirstSight" f where f."assignmentId" = s.id and f."userId" = $2)
    and exists (
      select from "Annotation" a where a."layerId" = $1 and a."deletedAt" is null
        and a."authorId" <> all($3::uuid[]) and ($4::uuid[] is null or a."authorId" = any($4::uuid[]))
    )`

const recordSight = `
  with held as (
    select w."userId" from "Submission" w join "Assignment" s on s.id = w."assignmentId"
    where w."assignmentId" = $1 and (w."userId" = $2 or (s."groupSize" is not null and w."group" = (
      select own."group" from "Submission" own where own."assignmentId" = $1 and own."userId" = $2
    )))
    order by w."userId" for update of w
  )
  insert into "FirstSight" ("assignmentId", "userId")
  select $1, person from (select "userId" from held union select $2::uuid) people(person)
  on conflict do nothing returning "userId"`
