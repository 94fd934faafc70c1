import 'server-only'
import type { Viewer } from '@/lib/domain/viewer'

/**
 * How many streams one process keeps open: for a person, for an address that is not signed in (a whole school may stand
 * behind it), and for all together. Counted in this process alone: what is protected is its memory and its sockets.
 */
export type SeatLimits = { person: number; address: number; process: number }
export const seatLimits: SeatLimits = { person: 8, address: 400, process: 4000 }

/** Counts open streams. `take` answers with the way to give the seat back, or null where there is none left. */
export function countSeats(limits: SeatLimits): { take(viewer: Viewer, address: string | null): (() => void) | null } {
  const taken = new Map<string, number>()
  let total = 0
  return {
    take(viewer, address) {
      // Whoever has no known address shares only the limit of the process.
      const key = viewer.kind === 'user' ? `person ${viewer.id}` : address && `address ${address}`
      const limit = viewer.kind === 'user' ? limits.person : limits.address
      const mine = (key && taken.get(key)) || 0
      if (total >= limits.process || mine >= limit) return null
      total += 1
      if (key) taken.set(key, mine + 1)
      return () => {
        total -= 1
        const rest = key ? (taken.get(key) ?? 1) - 1 : 0
        if (key && rest > 0) taken.set(key, rest)
        else if (key) taken.delete(key)
      }
    },
  }
}
