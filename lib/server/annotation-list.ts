import 'server-only'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { can } from '@/lib/domain/permissions'
import type { Viewer } from '@/lib/domain/viewer'
import { annotationColumns, annotationOf, type AnnotationColumns } from './annotation-sql'
import { pool } from './db'
import { authorsSeen, subjectFor, type LayerOwner } from './layer-standing'
import { isUuid, layerTables } from './layers'
import { pseudonymsIn } from './pseudonyms'

/**
 * The annotations of a layer on one revision, in reading order: those that stand on it, and those it no longer holds.
 * `current` is the number of the article's current revision, `snapshot` what the database could see at that moment.
 */
export type ListedAnnotations = {
  standing: ReaderAnnotation[]
  detached: ReaderAnnotation[]
  current: number
  snapshot: string
}

/**
 * What readers have flagged in a layer on the revision of this number, or on the article's current one: by one statement,
 * hence of one moment; in a layer of an assignment those of the people whose work the viewer may see,
 * under made-up names where those are wanted. Null where the
 * layer is not for this viewer or there is no such revision.
 */
export async function listAnnotations(viewer: Viewer, layerId: string, number?: number): Promise<ListedAnnotations | null> {
  if (!isUuid(layerId)) return null
  const ask = (authors: readonly string[] | null) =>
    pool.query<Row>({ name: 'gloss-list-annotations', text: statement, values: [layerId, number ?? null, authors] })
  // Of a layer that is not open the first answer holds no annotations: nobody's were asked for.
  let { rows } = await ask([])
  const subject = rows[0] && (await subjectFor(viewer, layerId, rows[0]))
  if (!subject || !can(viewer, 'layer.read', subject)) return null
  if (subject.standing) rows = (await ask(authorsSeen(subject))).rows
  const [first] = rows
  if (!first) return null
  const listed: ListedAnnotations = { standing: [], detached: [], current: first.current, snapshot: first.snapshot }
  const named = subject.standing?.named === false ? await pseudonymsIn(viewer, layerId) : null
  for (const row of rows) {
    if (row.id === null) continue
    const annotation = annotationOf(row)
    listed[row.orphaned ? 'detached' : 'standing'].push(named ? { ...annotation, author: named(annotation.author) } : annotation)
  }
  return listed
}

/** A layer without annotations is one row with nothing in it. */
type Row = LayerOwner & { current: number; snapshot: string } & ({ id: null } | (AnnotationColumns & { orphaned: boolean }))

// The revision comes first, and `offset 0` keeps it so: its anchors are looked up by it, not read with all others'.
const statement = `
  select layer.kind, article.visibility, article."ownerId", article.revision as current, pg_current_snapshot()::text as snapshot, a.*
  from ${layerTables}
  join "Revision" r on r."articleId" = article.id and r.number = coalesce($2, article.revision)
  left join lateral (
    select ${annotationColumns}, x.state = 'orphaned' as orphaned
    from "Annotation" a join "User" u on u.id = a."authorId"
    join "Anchor" x on x."annotationId" = a.id and x."revisionId" = r.id
    where a."layerId" = layer.id and a."deletedAt" is null
      and (layer.kind = 'open' or $3::uuid[] is null or a."authorId" = any($3))
    order by x."start", x."end" desc, a.id offset 0
  ) a on true
  where layer.id = $1 order by a."start", a."end" desc, a.id`
