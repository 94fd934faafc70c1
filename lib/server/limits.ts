import 'server-only'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { pool } from './db'
import { env } from './env'
import { keyedHash } from './keyed-hash'
import { leasedLimit, type Spent } from './leased-limit'

const day = 24 * 60

/**
 * How often what may be tried in how many minutes, counted in the database for all processes together. Limits by
 * `client` are wide, since a whole school may stand behind one address. Guessing has limits of its own (`wrong-tries.ts`).
 */
const table = {
  /** Logins that learning platforms begin; each leaves a row for ten minutes. */
  'lti-login:client': { points: 2_000, minutes: 15 },
  /** Letters that invite to a class: a class list of a thousand, once an hour. */
  'class-mail:account': { points: 1_000, minutes: 60 },
  /** Rows of the audit that strangers can bring about. */
  'auth-row:client': { points: 200, minutes: 60 },
  'sign-up:client': { points: 300, minutes: 60 },
  'sign-up:account-client': { points: 10, minutes: 60 },
  /** Answers that tell that an address has an account. */
  'sign-up:taken': { points: 10, minutes: 60 },
  'reset:client': { points: 30, minutes: 60 },
  'reset:account': { points: 5, minutes: 60 },
  'verify:account': { points: 5, minutes: 60 },
  'password:account': { points: 10, minutes: 15 },
  /** Fetching is asked of this server but paid for by others'. */
  'import:account': { points: 60, minutes: 60 },
  /** Milliseconds of computing over what somebody sends, in processes for that (`compute/`): a quarter of one's time. */
  'computing:account': { points: 900_000, minutes: 60 },
  'computing:client': { points: 900_000, minutes: 60 },
  /** What one person may make in a day, by whatever door. */
  'article:account': { points: 500, minutes: day },
  'class:account': { points: 100, minutes: day },
  'assignment:account': { points: 300, minutes: day },
  'invitation:account': { points: 1_000, minutes: day },
  /** Accounts on paper, by the lists that they stand on. */
  'roster:account': { points: 3_000, minutes: day },
  /** Letters that strangers can have sent to one address, by kind. */
  'verify-letter:address': { points: 6, minutes: day },
  'taken-letter:address': { points: 6, minutes: day },
  'invited-letter:address': { points: 6, minutes: day },
  /** Whatever a page asks to be done; a whole school may stand behind one address. */
  'action:account': { points: 600, minutes: 1 },
  'action:client': { points: 3_000, minutes: 1 },
  /** Requests of machines, and of pages that fetch: thirty students behind one address have a hundred a minute each. */
  'api:token': { points: 'API_REQUESTS_PER_MINUTE', minutes: 1 },
  'api:account': { points: 'API_REQUESTS_PER_MINUTE', minutes: 1 },
  'api:client': { points: 'API_REQUESTS_PER_MINUTE', minutes: 1 },
} satisfies Record<string, { points: number | 'API_REQUESTS_PER_MINUTE'; minutes: number }>

export type LimitName = keyof typeof table
/** Every limit there is. */
export const limitNames = Object.keys(table) as LimitName[]
/** A limit and whom it counts. */
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

/** Counts `many` things that a person wants to make today; the system may make any number. Refused as `rateLimited`. */
export async function spendToday(viewer: Viewer, name: LimitName, many = 1): Promise<Result<void>> {
  if (viewer.kind !== 'user' || many === 0) return accept(undefined)
  const { allowed, seconds } = await spendRequest([name, viewer.id], many)
  return allowed ? accept(undefined) : refuse('rateLimited', '', { minutes: Math.ceil(seconds / 60) })
}

/** What is left of a limit after a request: how many of `limit`, and in how many seconds all are back. */
export type Quota = { allowed: boolean; limit: number; remaining: number; seconds: number }

/**
 * Counts a request that weighs `cost` and tells what is left, by one statement; for clients that are not signed in, of
 * whom many may stand behind one address, and for actions by one now and then (`leasedLimit`).
 * @throws when the database does not answer
 */
export async function spendRequest(count: Count, cost = 1): Promise<Quota> {
  const [limiter, key] = limiterOf(count)
  if (leased.has(count[0])) return quotaOf(count, await leaseOf(limiter, key)(cost), Date.now())
  const spent = await limiter.consume(key, cost).catch((refusal: unknown) => {
    if (refusal instanceof RateLimiterRes) return refusal
    throw refusal
  })
  const now = Date.now()
  return quotaOf(count, { points: spent.consumedPoints, expire: now + spent.msBeforeNext }, now)
}

/**
 * What `spendRequest` does, as a part of a statement by hand: `spent` counts one request if `rows` has a row, which says
 * in `key`, `cost`, `now` and `until` what `countedBy` gives; its `points` and `expire` are what `quotaOf` reads.
 */
export const spending = (rows: string) => `
  spent as (
    insert into "RateLimit" as kept (key, points, expire) select key, cost, until from ${rows}
    on conflict (key) do update set
      points = excluded.points + case when kept.expire <= (select now from ${rows}) then 0 else kept.points end,
      expire = case when kept.expire <= (select now from ${rows}) then excluded.expire else kept.expire end
    returning points, expire::float8
  )`

/** The key that a limit counts somebody under, and until when (milliseconds since 1970) if it begins now. */
export function countedBy(count: Count, now: number): { key: string; until: number } {
  const [limiter, key] = limiterOf(count)
  return { key: limiter.getKey(key), until: now + limiter.duration * 1000 }
}

/** What is left of a limit of which so many points are spent until `expire` (milliseconds since 1970). */
export function quotaOf(count: Count, { points, expire }: Spent, now: number): Quota {
  const [{ points: limit }] = limiterOf(count)
  const seconds = Math.max(1, Math.ceil((expire - now) / 1000))
  return { allowed: points <= limit, limit, remaining: Math.max(0, limit - points), seconds }
}

/** How many requests a minute one token, person or address may make to the API. */
export const requestsPerMinute = () => env('API_REQUESTS_PER_MINUTE')

/** Takes a try back that turned out to be right. */
export async function refund(...counts: Count[]): Promise<void> {
  for (const count of counts) {
    const [limiter, key] = limiterOf(count)
    await limiter.reward(key)
  }
}

/** The key that a limit counts somebody under. It is a keyed hash: the table holds nobody's address. */
export const limitKey = (name: string, parts: readonly (string | null)[]): string => `${name}:${keyedHash('limit', JSON.stringify(parts))}`

const limiters = new Map<string, RateLimiterPostgres>()

function limiterOf(count: Count): [RateLimiterPostgres, string] {
  const [name, ...parts] = count
  const { points: each, minutes } = table[name]
  const points = typeof each === 'number' ? each : env(each)
  const key = limitKey(name, parts).slice(name.length + 1)
  const cell = `${name} ${points}`
  const known = limiters.get(cell)
  if (known) return [known, key]
  const limiter = new RateLimiterPostgres({
    keyPrefix: name, points, duration: minutes * 60, storeClient: pool, storeType: 'pool', tableName: 'RateLimit', tableCreated: true,
  })
  limiters.set(cell, limiter)
  return [limiter, key]
}

/** What is asked so often that it is taken from the database in lots. */
const leased: ReadonlySet<LimitName> = new Set(['api:client', 'action:account', 'action:client'])
/** Clients whose leases are remembered at a time; what is forgotten counts as spent. */
const mostLeases = 10_000
const leases = new Map<string, ReturnType<typeof leasedLimit>>()

function leaseOf(limiter: RateLimiterPostgres, key: string): ReturnType<typeof leasedLimit> {
  const cell = `${limiter.points} ${key}`
  const known = leases.get(cell) ?? leasedLimit(limiter, key)
  if (leases.size >= mostLeases) leases.clear()
  leases.set(cell, known)
  return known
}
