import 'server-only'
import { containerAddress } from '@/lib/domain/formats/w3c-addresses'
import type { ContainerFacts } from '@/lib/domain/protocol/container-json'
import type { Viewer } from '@/lib/domain/viewer'
import { countAnnotations } from './annotation-export'
import type { WrittenLayer } from './annotation-json'
import { pool } from './db'
import { isUuid } from './layers'
import { siteAddress } from './site-address'

/** An Annotation Container: what it says of itself, and the layer whose annotations it holds. */
export type Container = { facts: ContainerFacts; layer: WrittenLayer }

/**
 * The Annotation Container of a layer. `modified` is the latest trace in the layer, which is also left by what was deleted
 * since and by a new text of the article, on which annotations stand elsewhere. Null where the layer is not for this
 * viewer, or not all of it.
 */
export async function readContainer(viewer: Viewer, layerId: string): Promise<Container | null> {
  if (!isUuid(layerId)) return null
  const [total, { rows }] = await Promise.all([
    countAnnotations(viewer, layerId),
    pool.query<Row>({ name: 'gloss-container', text: described, values: [layerId] }),
  ])
  const [row] = rows
  // The count was given only to who may see everything of the layer.
  if (total === null || !row) return null
  const { name, title, createdAt, traced, ...layer } = row
  const facts = {
    container: containerAddress(siteAddress(), row.id),
    label: `${title} (${name})`,
    created: createdAt.toISOString(),
    modified: (traced && traced > createdAt ? traced : createdAt).toISOString(),
    total,
  }
  return { facts, layer }
}

type Row = WrittenLayer & { name: string; title: string; createdAt: Date; traced: Date | null }

/** The trace comes from the index on (layerId, transaction), hence as quickly in a large layer as in a small one. */
const described = `
  select layer.id, layer."articleId", layer."codebookSlug", layer."codebookVersion", layer.name, layer."createdAt", article.title,
    (select at from "AuditRow" t where t."layerId" = layer.id order by t.transaction desc limit 1) as traced
  from "Layer" layer join "Article" article on article.id = layer."articleId"
  where layer.id = $1`
