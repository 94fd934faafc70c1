import 'server-only'
import type { PoolClient } from 'pg'
import type { AnnotationContent } from '@/lib/domain/annotation'
import type { LabelRef } from '@/lib/domain/codebook/codebook'
import { foreignOf, type Foreign } from '@/lib/domain/formats/foreign'
import type { SignedIn } from '@/lib/domain/viewer'
import { joinedLabels, labelsOf, momentOf } from './annotation-sql'
import type { AuditAction } from './audit'
import { theyAreTold, traced, type Notice } from './audit-sql'
import { pool } from './db'
import type { LayerContext } from './layers'
import type { AnchorRow } from './place-anchors'

/** An annotation to be written, with its anchors: on the article's current revision and on earlier ones it stood on. */
export type AnnotationToWrite = AnnotationContent & { id: string; anchors: readonly AnchorRow[]; foreign?: Foreign | null }

/** `revised`: the article was saved anew, nothing was written. `made`: when each was made, by id; taken ids are missing. */
export type Inserted = { revised: boolean; made: Map<string, string> }

/**
 * Writes annotations, their traces and the notice to live readers by one statement, however many there are: by itself, or
 * within the transaction of `connection`. It holds the article's revision still meanwhile (saving one locks the
 * article's row), so that nothing is placed on a text that is being replaced and then left behind. The caller has asked
 * whether `author` may, and has placed `rows` on the revision that `layer` says.
 */
export async function insertAnnotations(
  author: SignedIn,
  layer: LayerContext,
  rows: readonly AnnotationToWrite[],
  connection?: PoolClient,
): Promise<Inserted> {
  const query = queryFor(connection ? 'many' : 'all', author, layer, rows)
  const answer = await (connection ?? pool).query<Row>(query)
  const revised = answer.rows[0]?.revision !== layer.article.revision
  return { revised, made: new Map(answer.rows.flatMap((row) => (row.id === null ? [] : [[row.id, momentOf(row.created)]]))) }
}

/** One annotation as it was stored: the database orders its labels and what came with it, as it does wherever it is read. */
export type Stored = { createdAt: string; labels: LabelRef[]; foreign: Foreign | null }

/** Writes one annotation as `insertAnnotations` does, and tells what reading it would. Null: its id is taken. */
export async function insertOne(author: SignedIn, layer: LayerContext, row: AnnotationToWrite): Promise<Stored | 'revised' | null> {
  const { rows: [found] } = await pool.query<Row & { labels: string | null; foreign: unknown }>(queryFor('one', author, layer, [row]))
  if (found?.revision !== layer.article.revision) return 'revised'
  return found.id === null ? null : { createdAt: momentOf(found.created), labels: labelsOf(found.labels), foreign: foreignOf(found.foreign) }
}

type Row = { revision: number } & ({ id: null } | { id: string; created: number })

function queryFor(name: keyof typeof statements, author: SignedIn, layer: LayerContext, rows: readonly AnnotationToWrite[]) {
  const { id, article, articleId, codebookSlug, codebookVersion } = layer
  const values = [id, articleId, article.revision, author.id, codebookSlug, codebookVersion, JSON.stringify(rows)]
  return { name: `gloss-insert-annotations-${name}`, text: statements[name], values }
}

const action: AuditAction = 'annotation.created'

const statement = (notice: Notice, stored = '') => `
  with held as materialized (
    select revision from "Article" where id = $2 for share
  ), given as materialized (
    select given.* from held, jsonb_to_recordset($7) as given(
      id uuid, note jsonb, confidence "Confidence", "sourceName" text, "foreign" jsonb,
      labels jsonb, evidence jsonb, anchors jsonb)
    where held.revision = $3
  ), made as (
    insert into "Annotation"
      (id, "layerId", "authorId", "codebookSlug", "codebookVersion", note, confidence, "sourceName", "foreign")
    select id, $1, $4, $5, $6, note, confidence, "sourceName", "foreign" from given
    on conflict (id) do nothing returning id, "layerId", "createdAt", "foreign"
  ), labelled as (
    insert into "AnnotationLabel" ("annotationId", dimension, label)
    select id, dimension, label from made join given using (id),
      jsonb_to_recordset(given.labels) as label(dimension text, label text)
  ), backed as (
    insert into "Evidence" ("annotationId", position, url, title)
    select id, position - 1, link ->> 'url', link ->> 'title' from made join given using (id),
      jsonb_array_elements(given.evidence) with ordinality as link(link, position)
  ), anchored as (
    insert into "Anchor" ("annotationId", "revisionId", "start", "end", quote, prefix, suffix, state)
    select id, "revisionId", "start", "end", quote, prefix, suffix, state from made join given using (id),
      jsonb_to_recordset(given.anchors) as anchor(
        "revisionId" uuid, "start" int, "end" int, quote text, prefix text, suffix text, state "AnchorState")
  ), ${traced('made', { actor: '$4', action: `'${action}'`, detail: `'{}'` }, notice)}
  select held.revision, made.id, date_part('epoch', made."createdAt") as created, ${stored} ${theyAreTold}
  from held left join made on true`

const stored = `
  made."foreign", (
    select ${joinedLabels('label')} from given, jsonb_to_recordset(given.labels) as label(dimension text, label text)
  ) as labels,`

const statements = { one: statement('follows', stored), all: statement('follows'), many: statement('whoever') }
