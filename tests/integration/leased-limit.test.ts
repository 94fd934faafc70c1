import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { expect, test } from 'vitest'
import { db, pool } from '@/lib/server/db'
import { leasedLimit } from '@/lib/server/leased-limit'

const limiter = new RateLimiterPostgres({
  keyPrefix: 'leased', points: 1_000, duration: 60, storeClient: pool, storeType: 'pool', tableName: 'RateLimit', tableCreated: true,
})
/** As many processes that count under one key. */
const processes = (count: number, key: string) => Array.from({ length: count }, () => leasedLimit(limiter, key))

test('several processes spend together what one may, and hold back no more than a lot each', async () => {
  const spenders = processes(3, 'together')
  const spent = await Promise.all(Array.from({ length: 1_500 }, (_, at) => spenders[at % 3]!(1)))
  const allowed = spent.filter(({ points }) => points <= 1_000).length
  expect(allowed).toBeLessThanOrEqual(1_000)
  expect(allowed).toBeGreaterThanOrEqual(1_000 - 3 * 10)
  for (const { expire } of spent) expect(expire - Date.now()).toBeLessThanOrEqual(60_000)
})

test('one process alone spends all of it, however it is weighed, and is refused without asking again', async () => {
  const [spend] = processes(1, 'alone')
  const points: number[] = []
  for (let at = 0; at < 100; at += 1) points.push((await spend!(10)).points)
  expect([points[0], points.at(-1)]).toEqual([10, 1_000])
  await db.$executeRaw`DELETE FROM "RateLimit" WHERE "key" = 'leased:alone'`
  expect((await spend!(10)).points).toBeGreaterThan(1_000)
})

test('what was held is nothing any more when its time is over', async () => {
  const short = new RateLimiterPostgres({
    keyPrefix: 'short', points: 500, duration: 1, storeClient: pool, storeType: 'pool', tableName: 'RateLimit', tableCreated: true,
  })
  const spend = leasedLimit(short, 'x')
  expect((await spend(500)).points).toBe(500)
  expect((await spend(1)).points).toBeGreaterThan(500)
  await new Promise((go) => setTimeout(go, 1_050))
  expect((await spend(1)).points).toBe(1)
})
