import 'server-only'
import { containerAddress } from '@/lib/domain/formats/w3c-addresses'
import type { ContainerFacts } from '@/lib/domain/protocol/container-json'
import type { Viewer } from '@/lib/domain/viewer'
import { countAnnotations } from './annotation-export'
import { db } from './db'
import { isUuid } from './layers'
import { siteAddress } from './site-address'

/**
 * What the Annotation Container of a layer says of itself. `modified` is the latest trace in the layer, which is also
 * left by what was deleted since and by a new text of the article, on which annotations stand elsewhere. Null where the
 * layer is not for this viewer.
 */
export async function readContainer(viewer: Viewer, layerId: string): Promise<ContainerFacts | null> {
  if (!isUuid(layerId)) return null
  const [total, layer, modified] = await Promise.all([countAnnotations(viewer, layerId), describe(layerId), lastTrace(layerId)])
  // The count was given only to who may see everything of the layer.
  if (total === null || !layer) return null
  const created = layer.createdAt
  return {
    container: containerAddress(siteAddress(), layerId),
    label: `${layer.article.title} (${layer.name})`,
    created: created.toISOString(),
    modified: (modified && modified > created ? modified : created).toISOString(),
    total,
  }
}

const describe = (id: string) =>
  db.layer.findUnique({
    where: { id },
    select: { name: true, createdAt: true, article: { select: { title: true } } },
  })

/** From the index on (layerId, transaction), hence as quick in a large layer as in a small one. */
async function lastTrace(layerId: string): Promise<Date | null> {
  const [trace] = await db.$queryRaw<{ at: Date }[]>`
    select at from "AuditRow" where "layerId" = ${layerId}::uuid order by transaction desc limit 1`
  return trace?.at ?? null
}
