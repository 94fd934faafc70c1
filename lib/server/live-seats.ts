import 'server-only'
import type { Viewer } from '@/lib/domain/viewer'

/**
 * How many streams one process keeps open: for a person, for an address that is not signed in (a whole school may stand
 * behind it), for an address with all who are signed in behind it, and for all together. Half of all are kept for people
 * who are signed in. Counted in this process alone: what is protected is its memory and its sockets.
 */
export type SeatLimits = { person: number; address: number; client: number; process: number }
export const seatLimits: SeatLimits = { person: 8, address: 400, client: 2000, process: 4000 }

/** Counts open streams. `take` answers with the way to give the seat back, or null where there is none left. */
export function countSeats(limits: SeatLimits): { take(viewer: Viewer, address: string | null): (() => void) | null } {
  const taken = new Map<string, number>()
  const add = (key: string, by: number) => {
    const sum = (taken.get(key) ?? 0) + by
    if (sum > 0) taken.set(key, sum)
    else taken.delete(key)
  }
  return {
    take(viewer, address) {
      const own: Seat[] =
        viewer.kind === 'user' ? [[`person ${viewer.id}`, limits.person]] : [['signed out', limits.process / 2], [`address ${address}`, limits.address]]
      const seats: Seat[] = [['all', limits.process], [`client ${address}`, limits.client], ...own]
      if (seats.some(([key, limit]) => (taken.get(key) ?? 0) >= limit)) return null
      seats.forEach(([key]) => add(key, 1))
      return () => seats.forEach(([key]) => add(key, -1))
    },
  }
}

type Seat = readonly [key: string, limit: number]
