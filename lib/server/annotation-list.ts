import 'server-only'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { LabelRef } from '@/lib/domain/codebook/codebook'
import { noteDocument } from '@/lib/domain/note'
import { can } from '@/lib/domain/permissions'
import type { Viewer } from '@/lib/domain/viewer'
import { labelsOf, momentOf } from './annotation-sql'
import { pool } from './db'
import { authorsSeen, subjectServed, type LayerOwner } from './layer-standing'
import { isUuid, layerTables } from './layers'
import { pseudonymsIn } from './pseudonyms'

/**
 * The annotations of a layer on one revision, in reading order (start, then longest first; code points of the revision):
 * those that stand on it, and those it no longer holds.
 */
export type LayerAnnotations = { standing: ReaderAnnotation[]; detached: ReaderAnnotation[] }

/** The same, with the number of the article's current revision and what the database could see at that moment. */
export type ListedAnnotations = LayerAnnotations & { current: number; snapshot: string }

/**
 * What readers have flagged in a layer on the revision of this number, or on the article's current one: by one statement,
 * hence of one moment; in a layer of an assignment those of the people whose work the viewer may see, under made-up names
 * where those are wanted. What was flagged on later revisions only is left out. Null where the layer is not for this viewer
 * or there is no such revision.
 */
export async function listAnnotations(viewer: Viewer, layerId: string, number?: number): Promise<ListedAnnotations | null> {
  if (!isUuid(layerId)) return null
  const ask = async (authors: readonly string[] | null) => {
    const query = { name: 'gloss-list-annotations', text: statement, values: [layerId, number ?? null, authors] }
    return (await pool.query<Row>(query)).rows[0]
  }
  // Of a layer that is not open the first answer holds no annotations: nobody's were asked for.
  let row = await ask([])
  const subject = row && (await subjectServed(viewer, layerId, row))
  if (!subject || !can(viewer, 'layer.read', subject)) return null
  if (subject.standing) row = await ask(authorsSeen(subject))
  if (!row) return null
  const named = subject.standing?.named === false ? await pseudonymsIn(viewer, layerId) : null
  return listed(row, named ?? ((author) => author))
}

type Author = ReaderAnnotation['author']

function listed({ current, snapshot, flags, labels, evidence, names }: Row, named: (author: Author) => Author): ListedAnnotations {
  const list: ListedAnnotations = { standing: [], detached: [], current, snapshot }
  const labelled = labelsByAnnotation(labels ?? '')
  const authors = new Map(Object.entries(names ?? {}).map(([id, name]) => [id, named({ id, name })]))
  for (const [id, authorId, start, end, quote, orphaned, version, created, updated, note, confidence, sourceName] of flags ?? []) {
    const createdAt = momentOf(created)
    list[orphaned ? 'detached' : 'standing'].push({
      id, author: authors.get(authorId)!, start, end, quote,
      labels: labelled.get(id) ?? [],
      note: note === null ? null : noteDocument.parse(note),
      evidence: evidence?.[id] ?? [],
      confidence, sourceName, version, createdAt,
      updatedAt: updated === created ? createdAt : momentOf(updated),
    })
  }
  return list
}

/** Labels come each behind the id of its annotation, which always has 36 letters. */
function labelsByAnnotation(joined: string): Map<string, LabelRef[]> {
  const names = new Map<string, string>()
  for (const each of joined === '' ? [] : joined.split(' ')) {
    const [id, name] = [each.slice(0, 36), each.slice(36)]
    const before = names.get(id)
    names.set(id, before === undefined ? name : `${before} ${name}`)
  }
  // Most say what many others say.
  const known = new Map<string, LabelRef[]>()
  const labelled = new Map<string, LabelRef[]>()
  for (const [id, all] of names) {
    const labels = known.get(all) ?? labelsOf(all)
    known.set(all, labels)
    labelled.set(id, labels)
  }
  return labelled
}

type Flag = [
  id: string, authorId: string, start: number, end: number, quote: string, orphaned: boolean, version: number, created: number,
  updated: number, note: unknown, confidence: ReaderAnnotation['confidence'], sourceName: string | null,
]

/** One row for everything; null where there is none of a kind. */
type Row = LayerOwner & {
  current: number
  snapshot: string
  flags: Flag[] | null
  labels: string | null
  evidence: Record<string, ReaderAnnotation['evidence']> | null
  names: Record<string, string> | null
}

/** The annotations that were asked for. As a case, of which the planner knows nothing: of an `or` it would expect hardly any. */
const asked = `
  a."layerId" = layer.id and a."deletedAt" is null
  and case when layer.kind = 'open' then true else coalesce(a."authorId" = any($3::uuid[]), true) end`

/**
 * Each kind of thing is gathered by itself and put together here: so tables are joined whole, where looking up what
 * belongs to each of fifty thousand annotations takes a second.
 */
const statement = `
  select layer.kind, article.visibility, article."ownerId", article.revision as current, pg_current_snapshot()::text as snapshot,
    (
      select json_agg(json_build_array(
        a.id, a."authorId", x."start", x."end", x.quote, x.state = 'orphaned', a.version,
        date_part('epoch', a."createdAt"), date_part('epoch', a."updatedAt"), a.note, a.confidence, a."sourceName"
      ) order by x."start", x."end" desc, a.id)
      from "Annotation" a join "Anchor" x on x."annotationId" = a.id and x."revisionId" = r.id where ${asked}
    ) as flags,
    (
      select string_agg(l."annotationId" || l.dimension || ':' || l.label, ' ')
      from "AnnotationLabel" l where l."annotationId" = any(found.ids)
    ) as labels,
    (
      select json_object_agg(e.id, e.links) from (
        select e."annotationId" as id, json_agg(json_build_object('url', e.url, 'title', e.title) order by e.position) as links
        from "Evidence" e where e."annotationId" = any(found.ids) group by e."annotationId"
      ) e
    ) as evidence,
    (
      select json_object_agg(u.id, u.name) from "User" u where u.id in (select a."authorId" from "Annotation" a where ${asked})
    ) as names
  from ${layerTables}
  join "Revision" r on r."articleId" = article.id and r.number = coalesce($2, article.revision)
  cross join lateral (select array(select a.id from "Annotation" a where ${asked} order by a.id) as ids offset 0) found
  where layer.id = $1`
