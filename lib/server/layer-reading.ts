import 'server-only'
import { formatCursor } from '@/lib/domain/live-cursor'
import { packAnnotations } from '@/lib/domain/packed-annotations'
import type { Viewer } from '@/lib/domain/viewer'
import { listAnnotations, type ListedAnnotations } from './annotation-list'

/**
 * A layer as a page carries it: its annotations packed, those that stand without their words where the page has the text.
 * `cursor` is where its live events begin, null where the page follows none; `current` is the revision that the page is to
 * be up to date with.
 */
export type LayerReading = { standing: string; detached: string; cursor: string | null; current: number }

/**
 * The annotations of a layer on one revision of its article, and from where live events tell what comes after them. Null
 * where the layer is not for this viewer.
 */
export async function readLayerNow(viewer: Viewer, layerId: string, revision: number): Promise<LayerReading | null> {
  const listed = await listAnnotations(viewer, layerId, revision)
  return listed && { ...packed(listed, 'found'), ...nowOf(listed) }
}

/** The same for a page that reads its layer anew and compares it with what it has: every annotation carries its words. */
export async function readLayerAnew(viewer: Viewer, layerId: string, revision: number): Promise<LayerReading | null> {
  const listed = await listAnnotations(viewer, layerId, revision)
  return listed && { ...packed(listed, 'carried'), ...nowOf(listed) }
}

/**
 * The annotations of a layer as they stood on a revision, for a page of the past, which nothing new changes. Null where
 * the layer is not for this viewer or there is no such revision.
 */
export async function readLayerAsItWas(viewer: Viewer, layerId: string, revision: number): Promise<LayerReading | null> {
  const listed = await listAnnotations(viewer, layerId, revision)
  return listed && { ...packed(listed, 'found'), cursor: null, current: revision }
}

const packed = ({ standing, detached }: ListedAnnotations, words: 'found' | 'carried') => ({
  standing: packAnnotations(standing, words),
  detached: packAnnotations(detached, 'carried'),
})

const nowOf = ({ snapshot, current }: ListedAnnotations) => ({ cursor: formatCursor({ snapshot, row: '0' }), current })
