import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'

export type Known = { layerId: string; revisionId: string; authorId: string; quote: string }

/** The rows of a layer by one prepared statement: what there is to read, with no rule asked and nothing made of it. */
export async function readBare(pool: Pool, { layerId, revisionId }: Known): Promise<unknown[]> {
  const { rows } = await pool.query({ name: 'bare-read', text: read, values: [layerId, revisionId] })
  return rows
}

/**
 * The rows of one annotation by one prepared statement, hence one transaction, its trace among them; nothing is looked up
 * or checked. `told` adds the notice that live readers get where there are any: PostgreSQL has writers who notify wait
 * for one another.
 */
export async function createBare(pool: Pool, known: Known, notice: 'told' | 'mute' = 'mute'): Promise<{ id: string }> {
  const { layerId, revisionId, authorId, quote } = known
  const id = randomUUID()
  const text = `${create} ${notice === 'told' ? `select pg_notify('gloss_layer', "layerId"::text) from traced` : 'select from traced'}`
  await pool.query({ name: `bare-create-${notice}`, text, values: [id, layerId, authorId, revisionId, [...quote].length, quote] })
  return { id }
}

const read = `
  select a.id, a."authorId", u.name, a.note, a.confidence, a."sourceName", a.version, a."createdAt", a."updatedAt",
    x.start, x."end", x.quote, x.state,
    (select coalesce(json_agg(json_build_object('dimension', l.dimension, 'label', l.label)), '[]')
     from "AnnotationLabel" l where l."annotationId" = a.id) as labels,
    (select coalesce(json_agg(json_build_object('url', e.url, 'title', e.title) order by e.position), '[]')
     from "Evidence" e where e."annotationId" = a.id) as evidence
  from "Annotation" a join "User" u on u.id = a."authorId"
  join "Anchor" x on x."annotationId" = a.id and x."revisionId" = $2
  where a."layerId" = $1 and a."deletedAt" is null order by x.start, x."end" desc`

const create = `
  with made as (
    insert into "Annotation" (id, "layerId", "authorId", "codebookSlug", "codebookVersion")
    values ($1, $2, $3, 'reading', 1) returning id, "layerId"
  ), labelled as (
    insert into "AnnotationLabel" ("annotationId", dimension, label) select id, 'framing', 'loaded-language' from made
  ), anchored as (
    insert into "Anchor" ("annotationId", "revisionId", "start", "end", quote, prefix, suffix)
    select id, $4, 0, $5, $6, '', '' from made
  ), traced as (
    insert into "AuditRow" ("actorId", action, "subjectType", "subjectId", "layerId", detail)
    select $3, 'annotation.created', 'annotation', id, "layerId", '{}' from made returning "layerId"
  )`
