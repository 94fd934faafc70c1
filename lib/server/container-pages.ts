import 'server-only'
import type { ExportedAnnotation } from '@/lib/domain/formats/exchange'
import type { ContainerPage, PageName } from '@/lib/domain/protocol/container-json'
import type { Viewer } from '@/lib/domain/viewer'
import { readExported } from './annotation-export'
import { pool } from './db'
import { isUuid } from './layers'

/** How many annotations a page of a container holds. */
export const pageSize = 200

/** A page of a container before its annotations are written down. */
export type PageOfAnnotations = Omit<ContainerPage, 'items'> & { annotations: ExportedAnnotation[] }

/**
 * One page of a layer's annotations, by creation. A page is named for the annotation that it comes after, which may have
 * been deleted since: so pages stay where they are while others write, nothing is skipped by who walks through them, and
 * each is found by the index on (layerId, createdAt, id) wherever it is. Null where there is no such page for the viewer.
 */
export async function readContainerPage(viewer: Viewer, layerId: string, name: PageName): Promise<PageOfAnnotations | null> {
  const place = name === 'first' ? start : await placeAfter(layerId, name)
  if (!place) return null
  const read = await readExported(viewer, layerId, { ...place.part, limit: pageSize + 1 })
  if (!read) return null
  const annotations = read.slice(0, pageSize)
  const next = read.length > pageSize ? (annotations.at(-1)?.id ?? null) : null
  return { name, startIndex: place.startIndex, previous: place.previous, next, annotations }
}

/** The name of the last page of a layer with so many annotations; null where there are none. */
export async function lastPageName(layerId: string, total: number): Promise<PageName | null> {
  if (total <= pageSize) return total === 0 ? null : 'first'
  const rest = total % pageSize || pageSize
  const { rows: [before] } = await pool.query<{ id: string }>({ name: 'gloss-container-last', text: backwards, values: [layerId, rest] })
  return before?.id ?? 'first'
}

const backwards = `
  select id from "Annotation" where "layerId" = $1 and "deletedAt" is null
  order by "createdAt" desc, id desc offset $2 limit 1`

type Place = { part: { after?: { createdAt: string; id: string } }; startIndex: number; previous: PageName | null }
const start: Place = { part: {}, startIndex: 0, previous: null }

/** Where the page after an annotation begins, and after which one the page before it: a page full earlier, or the first. */
async function placeAfter(layerId: string, id: string): Promise<Place | null> {
  if (!isUuid(id)) return null
  const { rows: [found] } = await pool.query<PlaceRow>({ name: 'gloss-container-place', text: placed, values: [id, layerId, pageSize] })
  if (!found) return null
  const { createdAt, before, previous } = found
  return { part: { after: { createdAt: createdAt.toISOString(), id } }, startIndex: before, previous: before === 0 ? null : (previous ?? 'first') }
}

type PlaceRow = { createdAt: Date; before: number; previous: string | null }

const placed = `
  select "createdAt",
    (
      select count(*)::int from "Annotation" b
      where b."layerId" = a."layerId" and b."deletedAt" is null and (b."createdAt", b.id) <= (a."createdAt", a.id)
    ) as before,
    (
      select p.id from "Annotation" p
      where p."layerId" = a."layerId" and p."deletedAt" is null and (p."createdAt", p.id) <= (a."createdAt", a.id)
      order by p."createdAt" desc, p.id desc offset $3 limit 1
    ) as previous
  from "Annotation" a where a.id = $1 and a."layerId" = $2`
