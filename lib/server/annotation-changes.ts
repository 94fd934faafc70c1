import 'server-only'
import type { AnnotationContent, ReaderAnnotation } from '@/lib/domain/annotation'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { restoreDays } from '@/lib/domain/removal'
import type { Viewer } from '@/lib/domain/viewer'
import { annotationColumns, annotationOf, type AnnotationColumns } from './annotation-sql'
import type { AuditAction } from './audit'
import { theyAreTold, traced } from './audit-sql'
import { pool } from './db'
import { subjectFor, type LayerOwner } from './layer-standing'
import { isUuid } from './layers'

type Change = 'annotation.update' | 'annotation.delete' | 'annotation.restore'

/** An annotation that somebody is to change: `deletedBy` null where it is kept. */
export type Changeable = {
  id: string
  layerId: string
  authorId: string
  deletedBy: string | null
  version: number
  codebookSlug: string
  codebookVersion: number
  /** Labels that may be used where it is; empty: all of the codebook. */
  allowed: readonly string[]
}

/** The annotation, where the viewer may make that change to it; `notFound` where for them it is not there. */
export async function findForChange(viewer: Viewer, id: string, change: Change): Promise<Result<Changeable>> {
  if (!isUuid(id)) return refuse('notFound')
  const { rows } = await pool.query<Omit<Changeable, 'allowed'> & LayerOwner>({ name: 'gloss-find-for-change', text: found, values: [id] })
  const [row] = rows
  if (!row) return refuse('notFound')
  const { visibility, ownerId, kind, ...annotation } = row
  const subject = { ...annotation, article: await subjectFor(viewer, row.layerId, { kind, visibility, ownerId }) }
  if (can(viewer, change, subject)) return accept({ ...annotation, allowed: subject.article.standing?.labels ?? [] })
  const kept = annotation.deletedBy === null && can(viewer, 'annotation.read', subject)
  return kept ? refusal(viewer, change, subject) : refuse('notFound')
}

/** Replaces what an annotation says, where it is kept and has version `version`; null where it is not so. */
export async function replaceContent(
  viewer: Viewer,
  id: string,
  version: number,
  content: AnnotationContent,
): Promise<ReaderAnnotation | null> {
  const detail = { version: version + 1, content }
  const { note, confidence, sourceName, labels, evidence } = content
  const said = [json(note), confidence, sourceName, json(labels), json(evidence)]
  const values = [...traceOf(viewer, id, 'annotation.changed', detail), version, ...said]
  const { rows } = await pool.query<AnnotationColumns>({ name: 'gloss-replace-content', text: replaced, values })
  // The statement itself still sees the labels and links of before.
  return rows[0] ? Object.assign(annotationOf(rows[0]), content) : null
}

/** Deletes a kept annotation; answers with its new version, null where it is deleted or no longer has version `version`. */
export async function markDeleted(viewer: Viewer, id: string, version: number | null): Promise<number | null> {
  // The system's own deletions carry the zero id, so that a deleted row always says by whom.
  const by = viewer.kind === 'user' ? viewer.id : '00000000-0000-0000-0000-000000000000'
  const values = [...traceOf(viewer, id, 'annotation.deleted', {}), version, by]
  const { rows } = await pool.query<{ version: number }>({ name: 'gloss-mark-deleted', text: deleted, values })
  return rows[0]?.version ?? null
}

/** Brings a deleted annotation back; null where it is not deleted, or so long ago that its words are gone. */
export async function unmarkDeleted(viewer: Viewer, id: string): Promise<ReaderAnnotation | null> {
  const values = traceOf(viewer, id, 'annotation.restored', {})
  const { rows } = await pool.query<AnnotationColumns>({ name: 'gloss-unmark-deleted', text: restored, values })
  return rows[0] ? annotationOf(rows[0]) : null
}

/** An annotation on its article's current revision or its exercise's, deleted or not, and its layer. The caller knows whose it is. */
export async function readCurrent(id: string): Promise<(Omit<Changeable, 'allowed'> & { annotation: ReaderAnnotation }) | null> {
  const { rows } = await pool.query<Omit<Changeable, 'allowed'> & AnnotationColumns>({ name: 'gloss-read-current', text: current, values: [id] })
  return rows[0] ? { ...rows[0], annotation: annotationOf(rows[0]) } : null
}

const json = (value: unknown) => (value === null ? null : JSON.stringify(value))

const traceOf = (viewer: Viewer, id: string, action: AuditAction, detail: object): unknown[] =>
  [id, viewer.kind === 'user' ? viewer.id : null, action, json(detail)]

const fields = 'a.id, a."layerId", a."authorId", a."deletedById" as "deletedBy", a.version, a."codebookSlug", a."codebookVersion"'

const found = `
  select ${fields}, layer.kind, article.visibility, article."ownerId" from "Annotation" a
  join "Layer" layer on layer.id = a."layerId" join "Article" article on article.id = layer."articleId"
  where a.id = $1`

/** Where it stands: on the article's current revision, or on the one that everybody reads in an exercise. */
const now = `
  join "User" u on u.id = a."authorId" join "Layer" layer on layer.id = a."layerId"
  join "Article" article on article.id = layer."articleId"
  join "Revision" r on r.id = coalesce(
    (select s."revisionId" from "Assignment" s where layer.kind <> 'open' and (s."layerId" = layer.id or s."keyLayerId" = layer.id)),
    (select c.id from "Revision" c where c."articleId" = article.id and c.number = article.revision)
  )
  join "Anchor" x on x."annotationId" = a.id and x."revisionId" = r.id`

const current = `select ${fields}, ${annotationColumns} from "Annotation" a ${now} where a.id = $1`

const trace = traced('changed', { actor: '$2', action: '$3', detail: '$4' })

const replaced = `
  with changed as (
    update "Annotation"
    set version = version + 1, "updatedAt" = now(), note = $6, confidence = $7, "sourceName" = $8
    where id = $1 and version = $5 and "deletedAt" is null returning *
  ), given as (
    select * from jsonb_to_recordset($9) as given(dimension text, label text)
  ), unlabelled as (
    delete from "AnnotationLabel" l using changed
    where l."annotationId" = id and (l.dimension, l.label) not in (select dimension, label from given)
  ), labelled as (
    insert into "AnnotationLabel" ("annotationId", dimension, label)
    select id, dimension, label from changed, given on conflict do nothing
  ), link as (
    select position - 1 as position, link ->> 'url' as url, link ->> 'title' as title
    from jsonb_array_elements($10) with ordinality as link(link, position)
  ), unlinked as (
    delete from "Evidence" e using changed where e."annotationId" = id and e.position >= jsonb_array_length($10)
  ), linked as (
    insert into "Evidence" ("annotationId", position, url, title) select id, position, url, title from changed, link
    on conflict ("annotationId", position) do update set url = excluded.url, title = excluded.title
  ), ${trace}
  select ${annotationColumns}, ${theyAreTold} from changed a ${now}`

const deleted = `
  with changed as (
    update "Annotation" set version = version + 1, "updatedAt" = now(), "deletedAt" = now(), "deletedById" = $6
    where id = $1 and "deletedAt" is null and version = coalesce($5, version) returning *
  ), ${trace}
  select version, ${theyAreTold} from changed`

const restored = `
  with changed as (
    update "Annotation" set version = version + 1, "updatedAt" = now(), "deletedAt" = null, "deletedById" = null
    where id = $1 and "deletedAt" > now() - interval '${restoreDays} days' returning *
  ), ${trace}
  select ${annotationColumns}, ${theyAreTold} from changed a ${now}`
