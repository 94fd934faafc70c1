import 'server-only'
import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { pool } from './db'

/**
 * How often what may be tried in how many minutes, counted in the database for all processes together. Limits by
 * `client` are wide, since a whole school may stand behind one address; those by `account` are what stops guessing.
 */
const table = {
  'sign-in:client': { points: 100, minutes: 15 },
  'sign-in:account-client': { points: 10, minutes: 15 },
  'sign-in:account': { points: 100, minutes: 60 },
  'sign-up:client': { points: 100, minutes: 60 },
  'sign-up:account-client': { points: 10, minutes: 60 },
  /** Answers that tell that an address has an account. */
  'sign-up:taken': { points: 10, minutes: 60 },
  'reset:client': { points: 30, minutes: 60 },
  'reset:account': { points: 5, minutes: 60 },
  'verify:account': { points: 5, minutes: 60 },
  'password:account': { points: 10, minutes: 15 },
} satisfies Record<string, { points: number; minutes: number }>

export type LimitName = keyof typeof table
/** A limit and whom it counts; a null client is everybody whose address is not known, who share five times as much. */
export type Count = readonly [name: LimitName, ...key: (string | null)[]]

/**
 * Counts a try under each of `counts` and refuses with `rateLimited` and the minutes to wait when one is used up. The
 * try is counted before it is made, so that a hundred at once are a hundred.
 * @throws when the database does not answer: a limit that cannot be counted lets nobody through.
 */
export async function spend(...counts: Count[]): Promise<Result<void>> {
  for (const count of counts) {
    const [limiter, key] = limiterOf(count)
    try {
      await limiter.consume(key)
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal
      return refuse('rateLimited', '', { minutes: Math.max(1, Math.ceil(refusal.msBeforeNext / 60_000)) })
    }
  }
  return accept(undefined)
}

/** Takes a try back that turned out to be right. */
export async function refund(...counts: Count[]): Promise<void> {
  for (const count of counts) {
    const [limiter, key] = limiterOf(count)
    await limiter.reward(key)
  }
}

const limiters = new Map<string, RateLimiterPostgres>()

function limiterOf([name, ...key]: Count): [RateLimiterPostgres, string] {
  const share = key.includes(null) && !name.includes('account') ? 5 : 1
  // Hashed: the table holds nobody's address.
  const hashed = createHash('sha256').update(JSON.stringify(key)).digest('base64url')
  const known = limiters.get(`${name}*${share}`)
  if (known) return [known, hashed]
  const { points, minutes } = table[name]
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    tableName: 'RateLimit',
    tableCreated: true,
    keyPrefix: name,
    points: points * share,
    duration: minutes * 60,
  })
  limiters.set(`${name}*${share}`, limiter)
  return [limiter, hashed]
}
