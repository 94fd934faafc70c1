import 'server-only'
import type { Viewer } from '@/lib/domain/viewer'
import { readAnnotations, type LayerAnnotations } from './annotations'
import { readLayer } from './layers'
import { currentCursor } from './live-events'

/**
 * A layer as a page shows it. `cursor` is where its live events begin, null where the page follows none; `current` is the
 * revision that the page is to be up to date with.
 */
export type LayerReading = LayerAnnotations & { cursor: string | null; current: number }

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

/**
 * The annotations of a layer as they stood on a revision, for a page of the past, which nothing new changes. Null where
 * the layer is not for this viewer or there is no such revision.
 */
export async function readLayerAsItWas(viewer: Viewer, layerId: string, revision: number): Promise<LayerReading | null> {
  const annotations = await readAnnotations(viewer, layerId, revision)
  return annotations && { ...annotations, cursor: null, current: revision }
}
