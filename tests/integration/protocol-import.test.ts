import { beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '@/lib/domain/formats/foreign'
import { db } from '@/lib/server/db'
import { annotationOn, container, send, sourceUrl, type Container } from '../support/protocol'

let made: Container
beforeAll(async () => {
  made = await container()
})

const send_ = (body: BodyInit | object, { type = 'application/ld+json', partial = '', to = made } = {}) =>
  send('POST', `/api/v1/layers/${to.layerId}/import${partial}`, { headers: { 'content-type': type }, body, token: to.token })
const page = (items: unknown[]) => ({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage', items })
const count = async () => (await send('GET', made.path)).body.total
const reasons = ({ body }: { body: JsonObject }) => body.refused as { index: number; reason: string }[]

describe('an import', () => {
  test.each<[what: string, type: string, wrap: (items: JsonObject[]) => BodyInit | object]>([
    ['an AnnotationPage', 'application/ld+json', page],
    ['a collection with its first page', 'application/ld+json', (items) => ({ type: 'AnnotationCollection', total: 2, first: { type: 'AnnotationPage', items } })],
    ['a JSON array', 'application/json', (items) => items],
    ['JSON lines', 'application/x-ndjson', (items) => `${items.map((item) => JSON.stringify(item)).join('\n')}\n`],
    ['JSON lines under their other name', 'application/jsonl', (items) => items.map((item) => JSON.stringify(item)).join('\r\n\r\n')],
  ])('takes %s (%s)', async (_, type, wrap) => {
    const before = Number(await count())
    const { status, body } = await send_(wrap([annotationOn('outraged'), annotationOn('Nobody knows', { body: [] })]), { type })
    expect([status, body]).toEqual([200, { created: 2, refused: [] }])
    expect(await count()).toBe(before + 2)
  })

  test('is made by who sends it, in the order it came, and leaves a trace for each', async () => {
    const to = await container()
    const words = ['Nobody knows', 'closed', 'spokesman said.\nNobody', '𠮷野', 'outraged']
    await send_(words.map((word) => annotationOn(word, word === 'closed' ? { target: `${sourceUrl}` } : {})), { to, type: 'application/json' })
    const { body } = await send('GET', to.path)
    const items = (body.first as JsonObject).items as JsonObject[]
    expect(items.map(({ creator }) => (creator as JsonObject).name)).toEqual(Array(5).fill('Ann'))
    expect(items.map(({ target }) => ((target as JsonObject).selector as JsonObject[] | undefined)?.[0]?.exact ?? 'all of it')).toEqual(
      words.map((word) => (word === 'closed' ? 'all of it' : word)),
    )
    expect(await db.auditRow.count({ where: { layerId: to.layerId, action: 'annotation.created' } })).toBe(5)
  })

  test('is all or nothing, and says of each that is refused which and why', async () => {
    const before = await count()
    const items = [annotationOn('outraged'), annotationOn('not there'), annotationOn('outraged'), { type: 'Person' }]
    const refused = await send_(page(items))
    expect([refused.status, refused.headers.get('content-type')]).toEqual([422, 'application/problem+json; charset=utf-8'])
    expect(refused.body.created).toBe(0)
    expect(reasons(refused).map(({ index }) => index)).toEqual([1, 3])
    expect(reasons(refused)[0]?.reason).toMatch(/^items\.1\.target\.selector: .+\.$/)
    expect(reasons(refused)[1]?.reason).toMatch(/^items\.3\.type: .+\.$/)
    expect(await count()).toBe(before)
    const partial = await send_(page(items), { partial: '?partial=true' })
    expect([partial.status, partial.body.created, reasons(partial)]).toEqual([200, 2, reasons(refused)])
    expect(await count()).toBe(Number(before) + 2)
  })

  test('of 50,000 with one bad among them is refused whole, with its place; without it all are there', { timeout: 120_000 }, async () => {
    const to = await container()
    const items = Array.from({ length: 50_000 }, (_, i) => ({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      body: { type: 'TextualBody', purpose: 'tagging', value: 'framing:doubt' },
      target: { source: sourceUrl, selector: { type: 'TextPositionSelector', start: i % 40, end: (i % 40) + 20 } },
    }))
    const bad = items.with(31_415, { ...items[0]!, target: { source: sourceUrl, selector: { type: 'TextPositionSelector', start: 20, end: 10 } } })
    const refused = await send_(page(bad), { to })
    expect([refused.status, refused.body.created]).toEqual([422, 0])
    expect(reasons(refused)).toEqual([{ index: 31_415, reason: expect.stringMatching(/^items\.31415\.target\.selector/) }])
    expect((await send('GET', to.path)).body.total).toBe(0)

    const taken = await send_(page(items), { to })
    expect([taken.status, taken.body]).toEqual([200, { created: 50_000, refused: [] }])
    const { body } = await send('GET', `${to.path}?iris=1`)
    expect(body.total).toBe(50_000)
    const started = performance.now()
    const last = await send('GET', String(body.last))
    expect([last.body.startIndex, (last.body.items as string[]).length]).toEqual([49_800, 200])
    expect(performance.now() - started).toBeLessThan(2_000)
    expect((await send_(page([...items, items[0]]), { to })).status).toBe(422)
  })

  test('takes what it says it takes and no more', async () => {
    expect((await send_('a,b', { type: 'text/csv' })).status).toBe(415)
    expect((await send_('{"type":', {})).status).toBe(400)
    expect((await send_(new Uint8Array([0x5b, 0xff, 0x5d]), {})).status).toBe(400)
    expect((await send_('7', {})).status).toBe(422)
    expect((await send_([], { type: 'application/json' })).body).toEqual({ created: 0, refused: [] })
    const broken = await send_(`${JSON.stringify(annotationOn('outraged'))}\n{"type":\n`, { type: 'application/x-ndjson' })
    expect(reasons(broken)).toEqual([{ index: 1, reason: expect.stringMatching(/^line 2: /) }])
    const large = await send('POST', `/api/v1/layers/${made.layerId}/import`, {
      headers: { 'content-type': 'application/json', 'content-length': '70000000' }, body: '[]', token: made.token,
    })
    expect(large.status).toBe(413)
    expect((await send('POST', `/api/v1/layers/${made.layerId}/import`, { headers: { 'content-type': 'application/json' }, body: '[]' })).status).toBe(401)
  })
})
