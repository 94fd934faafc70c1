import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SignedIn } from '@/lib/domain/viewer'
import { deleteAnnotation } from '@/lib/server/annotations'
import { layerChannel } from '@/lib/server/audit'
import { db } from '@/lib/server/db'
import { currentCursor } from '@/lib/server/live-events'
import { createHub, type LiveHub } from '@/lib/server/live-hub'
import { flaggedArticle, reader } from '../support/flagged-article'
import { flag, follow, slowFlag, stranger } from '../support/live-layer'

const text = 'The bridge is safe, the office said. Nobody believes it.'
let hub: LiveHub
let ann: SignedIn

beforeAll(async () => {
  hub = createHub({ address: process.env.DATABASE_URL ?? '' })
  ann = await reader('Ann')
})
afterAll(() => hub.close())

const article = () => flaggedArticle(ann, { title: 'Bridge', text })

describe('coming back', () => {
  test('two transactions that overlap and commit in reverse order are both told, once, to who left in between', async () => {
    const on = await article()
    const before = await follow(hub, on.layerId)
    const first = await slowFlag(ann, on)
    const second = await slowFlag(ann, on)
    await second.commit()
    await before.annotation(second.id)
    await before.leave()
    await first.commit()
    const after = await follow(hub, on.layerId, stranger, before.state.lastId)
    await after.annotation(first.id)
    const third = await flag(ann, on)
    await after.annotation(third)
    expect(before.told()).toEqual([`annotation.created ${second.id} 1`])
    expect(after.told()).toEqual([`annotation.created ${first.id} 1`, `annotation.created ${third} 1`])
    await after.leave()
  })

  test('the same while somebody stays: each is told as it commits, once', async () => {
    const on = await article()
    const live = await follow(hub, on.layerId)
    const [first, second] = [await slowFlag(ann, on), await slowFlag(ann, on)]
    await second.commit()
    await live.annotation(second.id)
    await first.commit()
    await live.annotation(first.id)
    expect(live.told()).toEqual([`annotation.created ${second.id} 1`, `annotation.created ${first.id} 1`])
    await live.leave()
  })

  test('whoever leaves among the events of one batch hears the rest, whichever was the last', async () => {
    const on = await article()
    const start = await currentCursor()
    const ids = [await flag(ann, on), await flag(ann, on), await flag(ann, on)]
    const all = await follow(hub, on.layerId, stranger, start)
    await all.annotation(ids[2] ?? '')
    const events = all.events.filter((event) => event.name === 'annotation.created')
    expect(new Set(events.map((event) => event.id)).size).toBe(3)
    for (const [at, event] of events.entries()) {
      const again = await follow(hub, on.layerId, stranger, event.id)
      const marker = await flag(ann, on)
      await again.annotation(marker)
      const heard = new Set(again.told().map((line) => line.split(' ')[1]))
      ids.slice(at + 1).forEach((id) => expect(heard).toContain(id))
      await again.leave()
    }
    await all.leave()
  })

  test('what happened between a page and its stream is told; many changes of one annotation are one event', async () => {
    const on = await article()
    const cursor = await currentCursor()
    const [kept, gone] = [await flag(ann, on), await flag(ann, on)]
    await deleteAnnotation(ann, gone)
    const live = await follow(hub, on.layerId, stranger, cursor)
    await live.annotation(gone, 2)
    expect(live.told()).toEqual([`annotation.created ${kept} 1`, `annotation.deleted ${gone} 2`])
    await live.leave()
  })

  test('readers who leave and come back all the time, with writers that overlap, miss nothing', async () => {
    const on = await article()
    const written = new Set<string>()
    let writing = true
    const writer = async () => {
      for (let round = 0; round < 8; round += 1) {
        const [one, two] = [await slowFlag(ann, on), await slowFlag(ann, on)]
        await two.commit()
        await one.commit()
        written.add(one.id).add(two.id)
      }
    }
    const wanderer = async () => {
      const heard = new Set<string>()
      let after = await start
      for (let last = false; !last; ) {
        last = !writing
        const live = await follow(hub, on.layerId, stranger, after)
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
        if (last) await live.until(() => [...written].every((id) => heard.has(id) || live.told().some((line) => line.includes(id))), 'the rest')
        await live.leave()
        for (const { data } of live.events) if (data && 'version' in data) heard.add(data.id)
        after = live.state.lastId
      }
      return heard
    }
    const start = currentCursor()
    await start
    const wanderers = [wanderer(), wanderer(), wanderer()]
    await Promise.all([writer(), writer()])
    writing = false
    for (const heard of await Promise.all(wanderers)) expect(heard).toEqual(written)
  })
})

describe('what cannot be resumed', () => {
  test.each(['7', 'x', '9:5:.1', "1:2:.0'; select 1"])('%j is no place: the reader is told to read anew', async (bad) => {
    const on = await article()
    const live = await follow(hub, on.layerId, stranger, bad)
    await live.named('layer.stale')
    const id = await flag(ann, on)
    await live.annotation(id)
    await live.leave()
  })

  test('a place in the future, as after a restored backup, and one whose row is gone or elsewhere', async () => {
    const [on, other] = [await article(), await article()]
    const elsewhere = await follow(hub, other.layerId)
    await elsewhere.annotation(await flag(ann, other))
    const [snapshot] = (await currentCursor()).split('.')
    for (const bad of ['9000000000:9000000000:.0', `${snapshot}.999999999`, elsewhere.state.lastId]) {
      const live = await follow(hub, on.layerId, stranger, bad)
      await live.named('layer.stale')
      await live.leave()
    }
    await elsewhere.leave()
  })

  test('who missed more than a thousand events reads anew, and goes on from there', async () => {
    const on = await article()
    const cursor = await currentCursor()
    const watching = await follow(hub, on.layerId)
    const id = await flag(ann, on)
    await watching.annotation(id)
    await db.$executeRaw`
      insert into "AuditRow" (action, "subjectType", "subjectId", "layerId", detail)
      select 'annotation.changed', 'annotation', ${id}::uuid, ${on.layerId}::uuid, '{}' from generate_series(1, 1000)`
    await db.$executeRaw`select pg_notify(${layerChannel}, ${on.layerId})`
    await watching.annotation(id)
    await watching.until(() => watching.told().length === 2, 'a thousand changes as one event')
    const live = await follow(hub, on.layerId, stranger, cursor)
    await live.named('layer.stale')
    const next = await follow(hub, on.layerId, stranger, live.events.find((event) => event.name === 'layer.stale')?.id ?? '')
    const last = await flag(ann, on)
    await Promise.all([live.annotation(last), next.annotation(last)])
    const only = [`annotation.created ${last} 1`]
    expect([live.told(), next.told()]).toEqual([only, only])
    expect([live, next, watching].map((each) => each.count('layer.stale'))).toEqual([1, 0, 0])
    await Promise.all([live.leave(), next.leave(), watching.leave()])
  })

  test('rows that came with a copy of another database are not told as news', async () => {
    const on = await article()
    const live = await follow(hub, on.layerId)
    await db.$executeRaw`
      insert into "AuditRow" (action, "subjectType", "subjectId", "layerId", detail, transaction)
      select 'annotation.changed', 'annotation', ${on.id}::uuid, ${on.layerId}::uuid, '{}', '9000000000'::xid8 from generate_series(1, 1500)`
    const id = await flag(ann, on)
    await live.annotation(id)
    expect(live.events.filter((event) => event.name !== 'presence')).toHaveLength(1)
    await live.leave()
  })
})
