import 'server-only'
import type { ExportedAnnotation } from '@/lib/domain/formats/exchange'
import { foreignOf } from '@/lib/domain/formats/foreign'
import { can } from '@/lib/domain/permissions'
import type { Viewer } from '@/lib/domain/viewer'
import { annotationColumns, annotationOf, type AnnotationColumns } from './annotation-sql'
import { pool } from './db'
import { recordLayerSight } from './first-sights'
import { seesAll, subjectFor, type LayerOwner } from './layer-standing'
import { isUuid } from './layers'

/** Which part of a layer: after the annotation of that moment and id, leaving out `offset` more, `limit` at the most. */
export type ExportPart = { after?: { createdAt: string; id: string }; offset?: number; limit?: number }

/**
 * The annotations of a layer as they leave the house, by creation, then id; each stands on the last revision that held
 * its words. Deleted ones are left out. One statement. Null where the layer is not for this viewer.
 */
export async function readExported(
  viewer: Viewer,
  layerId: string,
  { after, offset = 0, limit }: ExportPart = {},
): Promise<ExportedAnnotation[] | null> {
  const bounds = [after?.createdAt ?? '-infinity', after?.id ?? noId, offset, limit ?? null]
  const rows = await ask<Row>(viewer, { name: 'export-part', text: part, ids: [layerId], bounds })
  return rows && rows.flatMap(toExported)
}

/**
 * One annotation as it leaves the house; `deleted` where the layer had it once; null where it never did, or the layer is
 * not for this viewer.
 */
export async function readExportedOne(viewer: Viewer, layerId: string, id: string): Promise<ExportedAnnotation | 'deleted' | null> {
  const rows = await ask<Row & { deleted: boolean }>(viewer, { name: 'export-one', text: one, ids: [layerId, id] })
  const row = rows?.[0]
  return row?.deleted ? 'deleted' : ((row && toExported(row)[0]) ?? null)
}

/** A statement by its name, with the ids that it asks for before what else it asks. */
type Statement = { name: string; text: string; ids: readonly string[]; bounds?: readonly unknown[] }

/**
 * Asks for rows that each say whose layer they are of (`LayerOwner`), the layer's id being the first of `ids`; null where
 * there is no such layer, or none of which the viewer may see everything.
 */
export async function ask<Row extends object>(viewer: Viewer, { name, text, ids, bounds = [] }: Statement): Promise<Row[] | null> {
  if (!ids.every(isUuid)) return null
  const { rows } = await pool.query<Row & LayerOwner>({ name: `gloss-${name}`, text, values: [...ids, ...bounds] })
  const subject = rows[0] && ids[0] && (await subjectFor(viewer, ids[0], rows[0]))
  if (!subject || !can(viewer, 'layer.read', subject) || !seesAll(subject)) return null
  // All of it is seen while everybody's drafts are: taking back changes nothing of that.
  await recordLayerSight(viewer, ids[0]!, subject.standing)
  return rows
}

const noId = '00000000-0000-0000-0000-000000000000'

/** A layer without annotations is one row with nothing in it. */
type Row = { id: null } | (AnnotationColumns & Pick<ExportedAnnotation, 'prefix' | 'suffix' | 'revision'> & { foreign: unknown })

function toExported(row: Row): ExportedAnnotation[] {
  if (row.id === null) return []
  const { prefix, suffix, revision, foreign } = row
  // Not spread: copying an object of that many properties takes longer than all the rest.
  return [Object.assign(annotationOf(row), { revision, prefix, suffix, foreign: foreignOf(foreign) })]
}


const layer = `
  "Layer" layer join "Article" article on article.id = layer."articleId"
  join "Revision" current on current."articleId" = article.id and current.number = article.revision`

/**
 * Each with its author, and its anchor on the last revision that held its words, which nearly always is the current one.
 * `offset 0` has each anchor looked up by its key; the planner would read the table for some hundred of them.
 */
const standing = `
  left join "User" u on u.id = a."authorId"
  left join lateral (
    select * from "Anchor" x where x."annotationId" = a.id and x."revisionId" = current.id offset 0
  ) here on true
  left join lateral (
    select here."start", here."end", here.quote, here.prefix, here.suffix, current.number as revision
    where here.state <> 'orphaned'
    union all (
      select x."start", x."end", x.quote, x.prefix, x.suffix, r.number
      from "Anchor" x join "Revision" r on r.id = x."revisionId"
      where here.state = 'orphaned' and x."annotationId" = a.id order by x.state = 'orphaned', r.number desc limit 1
    )
  ) x on true`

const columns = `layer.kind, visibility, "ownerId", ${annotationColumns}, x.prefix, x.suffix, x.revision, a."foreign"`

const part = `
  select ${columns} from ${layer} left join (
    select * from "Annotation"
    where "layerId" = $1 and "deletedAt" is null and ("createdAt", id) > ($2::timestamptz, $3::uuid)
    order by "createdAt", id offset $4 limit $5
  ) a on true ${standing}
  where layer.id = $1 order by a."createdAt", a.id`

const one = `
  select a."deletedAt" is not null as deleted, ${columns}
  from ${layer} left join "Annotation" a on a.id = $2 and a."layerId" = $1 ${standing}
  where layer.id = $1`
