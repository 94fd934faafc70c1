import 'server-only'
import type { Viewer } from '@/lib/domain/viewer'
import { findAssignment } from './assignment-context'
import { db } from './db'
import { readLayer } from './layers'

/** A layer whose passages can be taken into a key: everybody's open reading of the article, or a key of another exercise on it. */
export type KeySource = { layerId: string; passages: number; of: { title: string; className: string } | null }

/** From where an assignment's key can be filled besides one's own flags, the latest first; empty for who does not teach in it. */
export async function listKeySources(viewer: Viewer, assignmentId: string): Promise<KeySource[]> {
  const found = await findAssignment(viewer, assignmentId, 'class.teach')
  if (!found.ok) return []
  const { articleId } = await db.layer.findUniqueOrThrow({ where: { id: found.value.layerId }, select: { articleId: true } })
  const layers = await db.layer.findMany({
    where: { articleId, OR: [{ kind: 'open' }, { keyOf: { id: { not: assignmentId } } }], annotations: { some: { deletedAt: null } } },
    select: {
      id: true,
      keyOf: { select: { title: true, class: { select: { name: true } } } },
      _count: { select: { annotations: { where: { deletedAt: null } } } },
    },
    orderBy: { createdAt: 'desc' },
    take: 100,
  })
  const readable = await Promise.all(layers.map(async (layer) => ((await readLayer(viewer, layer.id)) ? [layer] : [])))
  return readable.flat().map(({ id, keyOf, _count }) => ({
    layerId: id,
    passages: _count.annotations,
    of: keyOf && { title: keyOf.title, className: keyOf.class.name },
  }))
}
