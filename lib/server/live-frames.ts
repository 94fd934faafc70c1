import 'server-only'
import { layerRemoved } from '@/lib/domain/live'
import { formatCursor, type LiveCursor } from '@/lib/domain/live-cursor'
import type { LayerEvent } from './live-events'

const encoder = new TextEncoder()

/**
 * Events as text/event-stream. All but the last carry the place `since`, from which a reader who is cut off among them
 * resumes (some then come twice); the last carries the place `snapshot`, after all of them.
 */
export function eventFrames(events: readonly LayerEvent[], since: string, snapshot: string): Uint8Array {
  const last = events.length - 1
  const frames = events.map(({ name, row, data }, at) =>
    frame({
      id: formatCursor({ snapshot: at === last ? snapshot : since, row }),
      event: name,
      data: JSON.stringify(data),
    }),
  )
  return encoder.encode(frames.join(''))
}

/** "Read the layer anew; from then on, events follow." */
export const staleFrame = (snapshot: string): Uint8Array =>
  encoder.encode(frame({ id: formatCursor({ snapshot, row: '0' }), event: 'layer.stale', data: '{}' }))

/** "The article was taken away or made private." The last words of a stream. */
export const removedFrame: Uint8Array = encoder.encode(frame({ event: layerRemoved, data: '{}' }))

/** How many are reading. It carries no id: nothing resumes from it. */
export const presenceFrame = (readers: number): Uint8Array =>
  encoder.encode(frame({ event: 'presence', data: JSON.stringify({ readers }) }))

/** The first words of a stream: where it begins, and how many milliseconds to wait before coming back. */
export const openingFrame = (cursor: LiveCursor, retry: number): Uint8Array =>
  encoder.encode(`retry: ${retry}\n: open\nid: ${formatCursor(cursor)}\n\n`)

/** A comment, which keeps the connection open through whatever stands between. */
export const heartbeat: Uint8Array = encoder.encode(':\n\n')

function frame(fields: { id?: string; event: string; data: string }): string {
  return `${Object.entries(fields).map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n`
}
