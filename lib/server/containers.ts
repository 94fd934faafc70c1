import 'server-only'
import { containerAddress } from '@/lib/domain/formats/w3c-addresses'
import type { ContainerFacts } from '@/lib/domain/protocol/container-json'
import type { Viewer } from '@/lib/domain/viewer'
import { ask } from './annotation-export'
import type { WrittenLayer } from './annotation-json'
import { siteAddress } from './site-address'

/** An Annotation Container: what it says of itself, and the layer whose annotations it holds. */
export type Container = { facts: ContainerFacts; layer: WrittenLayer }

/**
 * The Annotation Container of a layer. `modified` is the latest trace in the layer, which is also left by what was deleted
 * since and by a new text of the article, on which annotations stand elsewhere. Null where the layer is not for this
 * viewer, or not all of it.
 */
export async function readContainer(viewer: Viewer, layerId: string): Promise<Container | null> {
  const row = (await ask<Row>(viewer, { name: 'container', text: described, ids: [layerId] }))?.[0]
  if (!row) return null
  const { id, articleId, codebookSlug, codebookVersion, name, title, createdAt, traced, total } = row
  const facts = {
    container: containerAddress(siteAddress(), id),
    label: `${title} (${name})`,
    created: createdAt.toISOString(),
    modified: (traced && traced > createdAt ? traced : createdAt).toISOString(),
    total,
  }
  return { facts, layer: { id, articleId, codebookSlug, codebookVersion } }
}

type Row = WrittenLayer & { name: string; title: string; createdAt: Date; traced: Date | null; total: number }

/** The trace comes from the index on (layerId, transaction), hence as quickly in a large layer as in a small one. */
const described = `
  select layer.kind, article.visibility, article."ownerId",
    layer.id, layer."articleId", layer."codebookSlug", layer."codebookVersion", layer.name, layer."createdAt", article.title,
    (select at from "AuditRow" t where t."layerId" = layer.id order by t.transaction desc limit 1) as traced,
    (select count(*)::int from "Annotation" where "layerId" = $1 and "deletedAt" is null) as total
  from "Layer" layer join "Article" article on article.id = layer."articleId"
  where layer.id = $1`
