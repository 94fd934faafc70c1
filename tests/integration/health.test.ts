import { expect, test } from 'vitest'
import { GET as live } from '@/app/api/health/live/route'
import { GET as ready } from '@/app/api/health/ready/route'
import { pool } from '@/lib/server/db'

test('a process that runs is live', async () => {
  const answer = live()
  expect(answer.status).toBe(200)
  expect(await answer.json()).toEqual({ live: true })
})

test('it is ready while every migration is applied, and not when one is missing', async () => {
  expect((await ready()).status).toBe(200)
  await pool.query('UPDATE "_prisma_migrations" SET rolled_back_at = now()')
  const answer = await ready()
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ ready: false, reason: 'migrations' })
})
