import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedIn } from '@/lib/domain/viewer'
import { deleteAnnotation, restoreAnnotation } from '@/lib/server/annotations'
import { layerChannel } from '@/lib/server/audit'
import { db } from '@/lib/server/db'
import { createHub } from '@/lib/server/live-hub'
import { flaggedArticle, reader } from '../support/flagged-article'
import { flag, follow, slowFlag } from '../support/live-layer'

let ann: SignedIn
let ear: Client
const heard: string[] = []

beforeAll(async () => {
  ann = await reader('Ann')
  ear = new Client(process.env.DATABASE_URL)
  await ear.connect()
  ear.on('notification', ({ channel, payload }) => channel === layerChannel && heard.push(payload ?? ''))
  await ear.query(`listen ${layerChannel}`)
})
afterAll(() => ear.end())

const text = 'The bridge is safe, the office said.'
const layer = () => flaggedArticle(ann, { title: 'Bridge', text })

/** Everything that was notified before now has arrived when this answers. */
const arrived = async (layerId: string) => {
  await ear.query('select 1')
  return heard.filter((id) => id === layerId).length
}

test('a layer that nobody follows is told of nothing, since writers would wait for one another', async () => {
  const on = await layer()
  const id = await flag(ann, on)
  await deleteAnnotation(ann, id)
  await restoreAnnotation(ann, id)
  expect(await arrived(on.layerId)).toBe(0)
})

test('a layer that somebody follows through any process is told of each write', async () => {
  const on = await layer()
  await db.$executeRaw`insert into "LayerReaders" ("layerId", "processId", readers) values (${on.layerId}::uuid, gen_random_uuid(), '{somebody}')`
  const id = await flag(ann, on)
  await deleteAnnotation(ann, id)
  expect(await arrived(on.layerId)).toBe(2)
})

test('one of several statements always tells: somebody may come before the transaction ends', async () => {
  const on = await layer()
  const slow = await slowFlag(ann, on)
  await slow.commit()
  expect(await arrived(on.layerId)).toBe(1)
})

test('who has just come to follow hears what is written before other processes know of them', async () => {
  const on = await layer()
  const hub = createHub({ address: process.env.DATABASE_URL! })
  try {
    const live = await follow(hub, on.layerId)
    const id = await flag(ann, on)
    await live.annotation(id, 1)
  } finally {
    await hub.close()
  }
})
