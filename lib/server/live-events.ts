import 'server-only'
import { annotationPath, layerRemoved, layerRevised, liveEventOf, type AnnotationEventName } from '@/lib/domain/live'
import { formatCursor, type LiveCursor } from '@/lib/domain/live-cursor'
import type { AnnotationEvent, RevisedEvent } from '@/lib/domain/parse-live-event'
import { Prisma } from '@/prisma/generated/client'
import { annotationColumns, annotationOf, type AnnotationColumns } from './annotation-sql'
import { db, pool } from './db'
import type { LayerOwner } from './layer-standing'

/**
 * One thing to tell, for whoever may read what `authorId` wrote; null: for all who may read the layer. `row` is the
 * latest audit row it comes from.
 */
export type LayerEvent =
  | { name: AnnotationEventName; row: string; authorId: string; data: AnnotationEvent }
  | { name: typeof layerRevised; row: string; authorId: null; data: RevisedEvent }

/**
 * What happened in a layer between two snapshots of the database: `snapshot` is the later one, `owner` what the rules
 * must know of it at that moment. `complete` is false where the cursor is not one of ours, or too much
 * happened to tell it: then the layer is to be read anew. `removed`: its article was taken away or made private.
 */
export type LayerNews = { snapshot: string; layerId: string; owner: LayerOwner; complete: boolean; removed: boolean; events: LayerEvent[] }

/** The most that is told one by one; who missed more reads the layer anew. */
const longest = 1000

/** Where live events begin for a page that reads its layer after this call: give it to the page's stream as `after`. */
export async function currentCursor(): Promise<string> {
  return formatCursor({ snapshot: await currentSnapshot(), row: '0' })
}

/** The transactions that are visible now, as PostgreSQL writes a snapshot. */
export async function currentSnapshot(): Promise<string> {
  const [row] = await db.$queryRaw<{ snapshot: string }[]>`select pg_current_snapshot()::text as snapshot`
  if (!row) throw new Error('The database did not say its snapshot.')
  return row.snapshot
}

/**
 * Everything that `since` could not see and `until` (left out: now) can, one event an annotation, as it now is. Null
 * where there is no such layer. It answers for nobody in particular: each receiver is asked about by `can` before a
 * word of it leaves. An annotation may be told in a later state than `until`, which its version says.
 */
export async function readNews(layerId: string, since: LiveCursor, until?: string): Promise<LayerNews | null> {
  const found = await readTraces(layerId, since, until)
  if (!found) return null
  const { snapshot, known, kind, visibility, ownerId, traces } = found
  const complete = known && traces.length <= longest
  const events = complete ? [...(await tell(layerId, traces)), ...revised(found)] : []
  const removed = traces.some(({ action }) => action === layerRemoved)
  return { snapshot, layerId, owner: { kind, visibility, ownerId }, complete, removed, events }
}

/** However often the text was saved meanwhile, what counts is which revision it has now. */
function revised({ traces, revision }: Found): LayerEvent[] {
  const trace = traces.findLast(({ action }) => action === layerRevised)
  return trace ? [{ name: layerRevised, row: trace.row, authorId: null, data: { revision } }] : []
}

type Trace = { row: string; action: string; subjectId: string }
type Found = { snapshot: string; known: boolean; revision: number; traces: Trace[] } & LayerOwner

/**
 * One statement, hence one snapshot. A row that no transaction of this database can have written yet came with a copy
 * of another; the last condition leaves it out. A cursor from the future, or one whose row is gone, is not known here.
 */
async function readTraces(layerId: string, since: LiveCursor, until: string | undefined): Promise<Found | undefined> {
  const end = until === undefined ? Prisma.sql`pg_current_snapshot()` : Prisma.sql`${until}::pg_snapshot`
  const [found] = await db.$queryRaw<Found[]>`
    select ${end}::text as snapshot, layer.kind, article.visibility, article."ownerId", article.revision,
      pg_snapshot_xmax(cursor.snapshot) <= pg_snapshot_xmax(pg_current_snapshot()) and (
        cursor.row = 0
        or exists (select from "AuditRow" named where named.id = cursor.row and named."layerId" = layer.id)
      ) as known,
      coalesce((
        select json_agg(json_build_object('row', trace.id::text, 'action', action, 'subjectId', "subjectId"))
        from (
          select id, action, "subjectId" from "AuditRow"
          where "layerId" = layer.id and "subjectType" in ('annotation', 'layer')
            and transaction >= pg_snapshot_xmin(cursor.snapshot)
            and not pg_visible_in_snapshot(transaction, cursor.snapshot)
            and pg_visible_in_snapshot(transaction, ${end})
          order by transaction, id limit ${longest + 1}
        ) trace
      ), '[]') as traces
    from "Layer" layer join "Article" article on article.id = layer."articleId",
      (select ${since.snapshot}::pg_snapshot as snapshot, ${since.row}::bigint as row) cursor
    where layer.id = ${layerId}::uuid`
  return found
}

async function tell(layerId: string, traces: Trace[]): Promise<LayerEvent[]> {
  const told = new Map<string, { row: string; names: Set<AnnotationEventName> }>()
  for (const { row, action, subjectId } of traces) {
    const name = liveEventOf(action)
    if (!name) continue
    const names = told.get(subjectId)?.names ?? new Set()
    // Put last again: the order of the events is that of the latest news of each.
    told.delete(subjectId)
    told.set(subjectId, { row, names: names.add(name) })
  }
  if (told.size === 0) return []
  const rows = new Map((await readRows([...told.keys()])).map((row) => [row.id, row]))
  return [...told].flatMap(([id, { row, names }]) => {
    const annotation = rows.get(id)
    return annotation ? [eventOf(layerId, annotation, row, names)] : []
  })
}

type Row = AnnotationColumns & { deleted: boolean; orphaned: boolean; revision: number }

/** Each annotation with its latest anchor, which is the one on the current revision: every save carries all of them. */
async function readRows(ids: string[]): Promise<Row[]> {
  const { rows } = await pool.query<Row>({ name: 'gloss-told-annotations', text: toldAnnotations, values: [ids] })
  return rows
}

const toldAnnotations = `
  select a."deletedAt" is not null as deleted, x.state = 'orphaned' as orphaned, x.number as revision, ${annotationColumns}
  from "Annotation" a join "User" u on u.id = a."authorId"
  join lateral (
    select x.*, r.number from "Anchor" x join "Revision" r on r.id = x."revisionId"
    where x."annotationId" = a.id order by r.number desc limit 1
  ) x on true
  where a.id = any($1::uuid[])`

function eventOf(layerId: string, row: Row, trace: string, names: ReadonlySet<AnnotationEventName>): LayerEvent {
  const { id, authorId, version, deleted } = row
  const appeared = names.has('annotation.created') ? 'annotation.created' : 'annotation.updated'
  return {
    name: deleted ? 'annotation.deleted' : appeared,
    row: trace,
    authorId,
    data: {
      id,
      annotation: annotationPath(layerId, id),
      version,
      revision: deleted ? 0 : row.revision,
      detached: !deleted && row.orphaned,
      reader: deleted ? null : annotationOf(row),
    },
  }
}
