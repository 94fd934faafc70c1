import 'server-only'
import { refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import type { Caller } from './api-door'
import { env } from './env'
import { seesAll } from './layer-standing'
import { readLayer } from './layers'
import { createHub, type LiveHub } from './live-hub'

// Held by the process, not by the module, as the database's connections are.
const held = globalThis as typeof globalThis & { glossLive?: LiveHub }

type From = {
  /** The id of the last event they had, or a page's `currentCursor`; null begins now. */
  after: string | null
  signal: AbortSignal
}

/**
 * The live events of a layer as text/event-stream, until the reader leaves, is too slow, or may no longer read it.
 * Refused: `notFound`, `rateLimited` where too many streams are open, `unavailable` while this process ends.
 */
export async function followLayer(
  caller: Caller,
  layerId: string,
  { after, signal }: From,
): Promise<Result<ReadableStream<Uint8Array>>> {
  const may = await mayFollow(caller.viewer, layerId)
  return may ? hub().join(layerId.toLowerCase(), caller, after, signal) : refuse('notFound')
}

/** May this viewer follow the layer live? */
export async function mayFollow(viewer: Viewer, layerId: string): Promise<boolean> {
  const layer = await readLayer(viewer, layerId)
  return layer !== null && seesAll(layer.article)
}

function hub(): LiveHub {
  held.glossLive ??= begin()
  return held.glossLive
}

function begin(): LiveHub {
  const made = createHub({ address: env('DATABASE_URL') })
  // A web server that is told to stop waits for its connections to end; these never would.
  const end = () => void made.close().catch((error: unknown) => console.error('Live events did not end well:', error))
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  return made
}
