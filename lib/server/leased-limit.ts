import 'server-only'
import type { RateLimiterPostgres } from 'rate-limiter-flexible'

/** What was spent of a limit in its present time, as far as this process knows, and until when (ms since 1970) that counts. */
export type Spent = { points: number; expire: number }

/** `left` may still be spent by this process; `points` are spent or leased by all of them. */
type Lease = { left: number; points: number; expire: number }

/**
 * Counts under one key that everybody comes under at once, whose row each would have to wait for: this process takes a
 * hundredth of the limit from the database, spends that by itself and takes some more. What all processes spend together
 * is never more than the limit; what they hold when its time is over goes back unspent.
 * @returns a function that counts a request which weighs `cost`; its `points` are above the limit where it is refused
 */
export function leasedLimit(limiter: RateLimiterPostgres, key: string): (cost: number) => Promise<Spent> {
  const { points: limit } = limiter
  let lease: Lease = { left: 0, points: 0, expire: 0 }
  let taking: Promise<void> | null = null

  const take = async (cost: number) => {
    const lot = Math.max(cost, Math.floor(limit / 100))
    const { consumedPoints, msBeforeNext } = await limiter.penalty(key, lot)
    const expire = Date.now() + msBeforeNext
    const kept = lease.expire > Date.now() ? lease.left : 0
    lease = { left: kept + Math.max(0, Math.min(lot, lot + limit - consumedPoints)), points: consumedPoints, expire }
  }

  return async (cost) => {
    while (true) {
      const current = lease.expire > Date.now()
      if (current && lease.left >= cost) {
        lease.left -= cost
        return { points: Math.min(limit, lease.points) - lease.left, expire: lease.expire }
      }
      if (current && lease.points >= limit) return { points: limit + cost, expire: lease.expire }
      await (taking ??= take(cost).finally(() => (taking = null)))
    }
  }
}
