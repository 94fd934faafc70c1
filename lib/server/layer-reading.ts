import 'server-only'
import type { Viewer } from '@/lib/domain/viewer'
import { readAnnotations, type LayerAnnotations } from './annotations'
import { readLayer } from './layers'
import { currentCursor } from './live-events'

/** A layer as a page shows it. `cursor` is where its live events begin, `current` the revision its article has now. */
export type LayerReading = LayerAnnotations & { cursor: string; current: number }

/**
 * The annotations of a layer on one revision of its article, and from where live events tell what comes after them:
 * some of what was read may be told again, nothing is left out. Null where the layer is not for this viewer.
 */
export async function readLayerNow(viewer: Viewer, layerId: string, revision: number): Promise<LayerReading | null> {
  // First, so that nothing falls between it and what is read.
  const cursor = await currentCursor()
  const [layer, annotations] = await Promise.all([readLayer(viewer, layerId), readAnnotations(viewer, layerId, revision)])
  return layer && annotations && { ...annotations, cursor, current: layer.article.revision }
}
