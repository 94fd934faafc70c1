import 'server-only'
import { randomUUID } from 'node:crypto'
import { parseCursor } from '@/lib/domain/live-cursor'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Caller } from './api-door'
import { layerChannel } from './audit'
import { keepAttendance } from './live-attendance'
import { openChannel, type LiveChannel } from './live-channel'
import { heartbeat, presenceFrame } from './live-frames'
import { listen, type Listener } from './live-listener'
import { presenceChannel, readerKey } from './live-presence'
import { countSeats, seatLimits, type SeatLimits } from './live-seats'
import { openStream, type LiveStream } from './live-stream'

/** Who follows a layer. */
export type Follower = Caller

/** All live readers of one process: one ear at the database, and every notice handed on in memory. */
export type LiveHub = {
  /**
   * A stream of a layer's events for somebody who may read it, which the caller has asked. `after` is the id of the
   * last event they had. Refused: `rateLimited` where they, or all together, have too many open, `unavailable` while
   * ending.
   * @throws when the database does not answer.
   */
  join(
    layerId: string,
    who: Follower,
    after: string | null,
    signal: AbortSignal,
  ): Promise<Result<ReadableStream<Uint8Array>>>
  close(): Promise<void>
}

type Settings = { address: string; limits?: SeatLimits; heartbeatMs?: number }
/** A channel and how many came to it; the last one out takes it down. */
type Room = { channel: Promise<LiveChannel>; open: LiveChannel | null; users: number }

/** Makes a hub on the database at `address`, which must be the one that `db` uses. It connects when somebody joins. */
export function createHub({ address, limits = seatLimits, heartbeatMs = 15_000 }: Settings): LiveHub {
  const rooms = new Map<string, Room>()
  const seats = countSeats(limits)
  const all = new Set<LiveStream>()
  let ear: Promise<Listener> | null = null
  let closed = false

  const streamsOf = (layerId: string) => [...(rooms.get(layerId)?.open?.streams ?? [])]
  const attendance = keepAttendance(
    (layerId) => streamsOf(layerId).map((stream) => stream.reader),
    (layerId, readers) => {
      for (const stream of streamsOf(layerId)) {
        if (stream.presence !== readers) stream.push(presenceFrame(readers))
        stream.presence = readers
      }
    },
    // Who writes tells a layer only where somebody is known to follow it. So what was written until then is read here,
    // and once more for a statement that had begun before and ended after.
    (layerIds) => {
      wake(layerIds)
      setTimeout(wake, 1000, layerIds).unref()
    },
  )
  const wake = (layerIds: readonly string[]) => layerIds.forEach((layerId) => rooms.get(layerId)?.open?.wake())

  const hear = {
    [layerChannel]: (layerId: string) => wake([layerId]),
    [presenceChannel]: (layerId: string) => {
      if (rooms.has(layerId)) attendance.heard(layerId)
    },
  }
  const wakeAll = () => rooms.forEach((room) => room.open?.wake())
  const listening = () => {
    ear ??= listen(address, hear, wakeAll).catch((error: unknown) => {
      ear = null
      throw error
    })
    return ear
  }

  // Everybody is asked again whether they may listen, and who fell out with the listener misses nothing for longer.
  const beat = setInterval(() => {
    all.forEach((stream) => stream.push(heartbeat))
    wakeAll()
    attendance.beat([...rooms.keys()])
  }, heartbeatMs).unref()

  const enter = (layerId: string): Room => {
    const room = rooms.get(layerId) ?? { channel: openChannel(layerId), open: null, users: 0 }
    room.users += 1
    rooms.set(layerId, room)
    return room
  }
  const leave = (layerId: string, room: Room) => {
    room.users -= 1
    if (room.users === 0 && rooms.get(layerId) === room) rooms.delete(layerId)
  }

  return {
    async join(layerId, { viewer, credential, address: from }, after, signal) {
      if (closed) return refuse('unavailable')
      const giveBack = seats.take(viewer, from)
      if (!giveBack) return refuse('rateLimited', '', { minutes: 1 })
      let room: Room | undefined
      const stream = openStream({ credential, reader: readerKey(viewer, layerId, randomUUID()) }, (ended) => {
        giveBack()
        all.delete(ended)
        if (!room) return
        room.open?.remove(ended)
        leave(layerId, room)
        attendance.changed(layerId)
      })
      all.add(stream)
      signal.addEventListener('abort', () => stream.close(), { once: true })
      try {
        await listening()
        if (closed || signal.aborted || stream.ended) stream.close()
        if (stream.ended) return refuse('unavailable')
        room = enter(layerId)
        room.open = await room.channel
        await room.open.admit(stream, after === null ? null : (parseCursor(after) ?? 'lost'))
      } catch (error) {
        stream.close()
        throw error
      }
      attendance.changed(layerId)
      return accept(stream.body)
    },
    async close() {
      closed = true
      clearInterval(beat)
      all.forEach((stream) => stream.close())
      await attendance.end()
      await (await ear?.catch(() => null))?.close()
    },
  }
}
