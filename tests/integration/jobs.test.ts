import type PgBoss from 'pg-boss'
import { expect, test } from 'vitest'
import { db, pool } from '@/lib/server/db'
import { closeQueue, enqueue, openQueue } from '@/lib/server/jobs/queue'
import { jobs } from '@/lib/server/jobs/registry'
import { startJobs } from '@/lib/server/jobs/run'

const held = globalThis as typeof globalThis & { glossQueue?: Promise<PgBoss> }
const waiting = async () => Number((await pool.query(`select count(*) from pgboss.job where name = 'remove-imports' and state = 'created'`)).rows[0].count)

test('processes that start at once make one set of queues, and none leaves a connection behind that is broken', async () => {
  // Each believes to be the first, as processes do.
  const opened = await Promise.all(
    Array.from({ length: 5 }, () => {
      held.glossQueue = undefined
      return openQueue()
    }),
  )
  const names = (await opened[0]!.getQueues()).map(({ name }) => name).sort()
  expect(names).toEqual(Object.keys(jobs).sort())
  await Promise.all(opened.map((queue) => queue.stop({ graceful: false })))
  held.glossQueue = undefined
  for (let i = 0; i < 12; i += 1) expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('a job is there when its transaction commits, and never if it does not', async () => {
  const queue = await openQueue()
  await expect(
    db.$transaction(async (tx) => {
      await enqueue(tx, queue, 'remove-imports', {})
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await waiting()).toBe(0)
  await db.$transaction((tx) => enqueue(tx, queue, 'remove-imports', {}))
  expect(await waiting()).toBe(1)
  await closeQueue()
})

test('what waits is done once somebody works, and the daily jobs are due by themselves', async () => {
  const stop = startJobs()
  await expect.poll(waiting, { timeout: 15_000 }).toBe(0)
  const daily = Object.entries(jobs).flatMap(([name, { cron }]) => (cron ? [{ name, cron }] : [])).sort((a, b) => (a.name < b.name ? -1 : 1))
  const scheduled = async () => (await pool.query('select name, cron from pgboss.schedule order by name')).rows
  await expect.poll(scheduled, { timeout: 15_000 }).toEqual(daily)
  expect(daily.map(({ name }) => name)).toEqual(expect.arrayContaining(['remove-classes', 'remove-imports', 'remove-lti-launches', 'rotate-lti-keys']))
  await stop()
})
