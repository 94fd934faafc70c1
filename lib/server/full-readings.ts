import 'server-only'
import { can } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { readLayer } from './layers'

/** Whether somebody has said of an open layer that they have read it all; null where it is not theirs to say. */
export async function readFullReading(viewer: Viewer, layerId: string): Promise<boolean | null> {
  const layer = viewer.kind === 'user' ? await readLayer(viewer, layerId) : null
  if (viewer.kind !== 'user' || !layer || !can(viewer, 'layer.say-read', layer.article)) return null
  return (await db.fullReading.count({ where: { layerId: layer.id, readerId: viewer.id } })) > 0
}

/**
 * Says of an open layer that one has read it all, or takes that back: whoever says so counts in its agreement with few
 * flags or none. It holds for later revisions too, as flags do. Saying the same twice changes nothing.
 */
export async function sayFullReading(viewer: Viewer, layerId: string, said: boolean): Promise<Result<{ said: boolean }>> {
  const layer = await readLayer(viewer, layerId)
  if (!layer) return refuse('notFound')
  if (viewer.kind !== 'user') return refuse('signInFirst')
  if (!can(viewer, 'layer.say-read', layer.article)) return refuse('notAllowed')
  const key = { layerId: layer.id, readerId: viewer.id }
  if (said) await db.fullReading.createMany({ data: [{ ...key, revision: layer.article.revision }], skipDuplicates: true })
  else await db.fullReading.deleteMany({ where: key })
  return accept({ said })
}
