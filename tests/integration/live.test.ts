import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnnotationContent } from '@/lib/domain/annotation'
import type { SignedIn } from '@/lib/domain/viewer'
import { deleteAnnotation, restoreAnnotation, updateAnnotation } from '@/lib/server/annotations'
import { db } from '@/lib/server/db'
import { createHub, type LiveHub } from '@/lib/server/live-hub'
import { saveRevision } from '@/lib/server/revisions'
import { endSession } from '@/lib/server/sessions'
import { flaggedArticle, reader } from '../support/flagged-article'
import { flag, flagOf, follow, follower } from '../support/live-layer'

const text = 'The bridge is safe, the office said. Nobody believes it.'
let hub: LiveHub
let ann: SignedIn
let ben: SignedIn
let address = ''

beforeAll(async () => {
  address = process.env.DATABASE_URL ?? ''
  hub = createHub({ address, heartbeatMs: 300 })
  ann = await reader('Ann')
  ben = await reader('Ben')
})
afterAll(() => hub.close())

const contentOf = ({ labels, note, evidence, confidence, sourceName }: AnnotationContent) => ({ labels, note, evidence, confidence, sourceName })

describe('following a layer', () => {
  test('tells of what is made, changed, deleted and restored, as it now is', async () => {
    const article = await flaggedArticle(ann, { title: 'Bridge', text })
    const live = await follow(hub, article.layerId)
    const content = contentOf(flagOf(article.layerId, text))
    const id = await flag(ben, article)
    await live.annotation(id, 1)
    await updateAnnotation(ben, id, { version: 1, content: { ...content, sourceName: 'The office' } })
    await live.annotation(id, 2)
    await deleteAnnotation(ben, id)
    await live.annotation(id, 3)
    await restoreAnnotation(ben, id)
    await live.annotation(id, 4)
    expect(live.told()).toEqual([
      `annotation.created ${id} 1`, `annotation.updated ${id} 2`, `annotation.deleted ${id} 3`, `annotation.created ${id} 4`,
    ])
    const [made, changed, deleted] = live.events.filter((event) => event.name.startsWith('annotation'))
    expect(made?.data).toMatchObject({
      id, annotation: `/api/v1/layers/${article.layerId}/annotations/${id}`, revision: 1, detached: false,
      reader: { id, author: { id: ben.id, name: 'Ben' }, start: 0, end: 10, quote: 'The bridge', version: 1 },
    })
    expect(changed?.data).toMatchObject({ reader: { sourceName: 'The office' } })
    expect(deleted?.data).toMatchObject({ reader: null, version: 3 })
    await live.leave()
  })

  test('tells once of a text that was saved anew, though its annotations were carried over', async () => {
    const article = await flaggedArticle(ann, { title: 'Bridge', text })
    const id = await flag(ben, article)
    const live = await follow(hub, article.layerId)
    const paragraph = { type: 'paragraph', content: [{ type: 'text', text: `${text} It stands.` }] }
    const saved = await saveRevision(ann, article.id, { baseRevision: 1, document: { type: 'doc', content: [paragraph] } })
    expect(saved).toMatchObject({ ok: true, value: { number: 2 } })
    await live.named('layer.revised')
    await updateAnnotation(ben, id, { version: 1, content: contentOf(flagOf(article.layerId, text)) })
    await live.annotation(id, 2)
    expect(live.events.filter(({ name }) => name !== 'presence').map(({ name, data }) => [name, data && 'revision' in data && data.revision])).toEqual([
      ['layer.revised', 2], ['annotation.updated', 2],
    ])
    await live.leave()
  })

  test('tells nothing of other layers, nor of what was rolled back', async () => {
    const [here, there] = [await flaggedArticle(ann, { title: 'Here', text }), await flaggedArticle(ann, { title: 'There', text })]
    const live = await follow(hub, here.layerId)
    await flag(ben, there)
    await expect(db.$transaction(async (tx) => {
      const { audit } = await import('@/lib/server/audit')
      await audit(tx, ben, 'annotation.created', here.id, { layerId: here.layerId })
      throw new Error('changed my mind')
    })).rejects.toThrow('changed my mind')
    const id = await flag(ben, here)
    await live.annotation(id)
    expect(live.told()).toEqual([`annotation.created ${id} 1`])
    await live.leave()
  })

  test('opens with a place to resume from and keeps the line open with comments', async () => {
    const article = await flaggedArticle(ann, { title: 'Quiet', text })
    const live = await follow(hub, article.layerId)
    expect(live.state.lastId).toMatch(/^\d+:\d+:[\d,]*\.0$/)
    expect(live.state.retry).toBeGreaterThanOrEqual(1000)
    await live.until(() => live.comments.length >= 3, 'two heartbeats')
    await live.leave()
  })

  test('cuts off who does not read, and no one else', async () => {
    const article = await flaggedArticle(ann, { title: 'Slow', text })
    const note = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'long '.repeat(1900) }] }] }
    const id = await flag(ben, article)
    await db.annotation.update({ where: { id }, data: { note } })
    const quick = await follow(hub, article.layerId)
    const joined = await hub.join(article.layerId, { viewer: { kind: 'signed-out' }, credential: null, address: null }, null, new AbortController().signal)
    if (!joined.ok) throw new Error('not open')
    for (let version = 2; version <= 130; version += 1) {
      await db.$transaction(async (tx) => {
        const { audit } = await import('@/lib/server/audit')
        await tx.annotation.update({ where: { id }, data: { version } })
        await audit(tx, ben, 'annotation.changed', id, { layerId: article.layerId })
      })
      await quick.annotation(id, version)
    }
    await quick.readers(1)
    const slow = joined.value.getReader()
    expect(await slow.read()).toEqual({ done: true, value: undefined })
    await quick.leave()
  })
})

describe('who may receive', () => {
  test('a session that is ended receives nothing more, at once', async () => {
    const article = await flaggedArticle(ann, { title: 'Ended', text })
    const who = await follower(ben)
    const live = await follow(hub, article.layerId, who)
    await endSession(ben, who.sessionId)
    await flag(ann, article)
    await live.end()
    expect(live.told()).toEqual([])
  })

  test('an article made private is read on by its owner alone', async () => {
    const article = await flaggedArticle(ann, { title: 'Private', text })
    const [hers, his, theirs] = [
      await follow(hub, article.layerId, await follower(ann)), await follow(hub, article.layerId, await follower(ben)),
      await follow(hub, article.layerId),
    ]
    await db.article.update({ where: { id: article.id }, data: { visibility: 'private' } })
    const id = await flag(ann, article)
    await Promise.all([hers.annotation(id), his.end(), theirs.end()])
    expect([his.told(), theirs.told()]).toEqual([[], []])
    await hers.leave()
  })

  test('who may no longer read is let go at the next heartbeat, though nothing happens', async () => {
    const article = await flaggedArticle(ann, { title: 'Idle', text })
    const live = await follow(hub, article.layerId, await follower(ben))
    await db.session.deleteMany({ where: { userId: ben.id } })
    await live.end()
  })
})

describe('limits', () => {
  test('a person, an address and the process have only so many streams', async () => {
    const article = await flaggedArticle(ann, { title: 'Full', text })
    const small = createHub({ address, limits: { person: 2, address: 1, client: 4, process: 4 } })
    const [hers, his] = [await follower(ann), await follower(ben)]
    const full = { ok: false, problems: [{ code: 'rateLimited', path: '', values: { minutes: 1 } }] }
    const join = (who: Parameters<LiveHub['join']>[1]) => small.join(article.layerId, who, null, new AbortController().signal)
    const home = { viewer: { kind: 'signed-out' as const }, credential: null, address: '192.0.2.1' }
    const first = await follow(small, article.layerId, hers)
    await follow(small, article.layerId, hers)
    expect(await join(hers)).toEqual(full)
    await first.leave()
    await follow(small, article.layerId, hers)
    await follow(small, article.layerId, home)
    expect(await join(home)).toEqual(full)
    await follow(small, article.layerId, his)
    expect(await join({ ...home, address: null })).toEqual(full)
    await small.close()
    expect(await join(his)).toMatchObject({ ok: false, problems: [{ code: 'unavailable' }] })
  })

  test('a request that is given up frees its seat', async () => {
    const article = await flaggedArticle(ann, { title: 'Seat', text })
    const small = createHub({ address, limits: { person: 1, address: 1, client: 1, process: 1 } })
    const leaving = new AbortController()
    const who = await follower(ann)
    const joined = await small.join(article.layerId, who, null, leaving.signal)
    expect(joined.ok).toBe(true)
    leaving.abort()
    await (await follow(small, article.layerId, who)).leave()
    await small.close()
  })
})
