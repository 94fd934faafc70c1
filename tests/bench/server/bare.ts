import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'

export type Known = { layerId: string; revisionId: string; authorId: string; quote: string }

/** The rows of a layer by one plain statement: what there is to read, with no rule asked and nothing made of it. */
export async function readBare(pool: Pool, { layerId, revisionId }: Known): Promise<unknown[]> {
  const { rows } = await pool.query(
    `select a.id, a."authorId", u.name, a.note, a.confidence, a."sourceName", a.version, a."createdAt", a."updatedAt",
       x.start, x."end", x.quote, x.state,
       (select coalesce(json_agg(json_build_object('dimension', l.dimension, 'label', l.label)), '[]')
        from "AnnotationLabel" l where l."annotationId" = a.id) as labels,
       (select coalesce(json_agg(json_build_object('url', e.url, 'title', e.title) order by e.position), '[]')
        from "Evidence" e where e."annotationId" = a.id) as evidence
     from "Annotation" a join "User" u on u.id = a."authorId"
     join "Anchor" x on x."annotationId" = a.id and x."revisionId" = $2
     where a."layerId" = $1 and a."deletedAt" is null order by x.start, x."end" desc`,
    [layerId, revisionId])
  return rows
}

/** The rows of one annotation in one transaction, with its trace and the notice to live readers; nothing is checked. */
export async function createBare(pool: Pool, { layerId, revisionId, authorId, quote }: Known): Promise<{ id: string }> {
  const id = randomUUID()
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into "Annotation" (id, "layerId", "authorId", "codebookSlug", "codebookVersion") values ($1, $2, $3, 'reading', 1)`,
      [id, layerId, authorId])
    await client.query(`insert into "AnnotationLabel" ("annotationId", dimension, label) values ($1, 'framing', 'loaded-language')`, [id])
    await client.query(
      `insert into "Anchor" ("annotationId", "revisionId", "start", "end", quote, prefix, suffix) values ($1, $2, 0, $3, $4, '', '')`,
      [id, revisionId, [...quote].length, quote])
    await client.query(
      `with written as (
         insert into "AuditRow" ("actorId", action, "subjectType", "subjectId", "layerId", detail)
         values ($1, 'annotation.created', 'annotation', $2, $3, '{}') returning "layerId")
       select pg_notify('gloss_layer', "layerId"::text) from written`,
      [authorId, id, layerId])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  return { id }
}
