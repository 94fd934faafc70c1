import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '@/lib/domain/formats/foreign'
import { w3c } from '@/lib/domain/formats/w3c'
import { signedOutViewer, systemViewer, type SignedIn } from '@/lib/domain/viewer'
import { parseContextOf } from '@/lib/server/annotation-json'
import { listAnnotations } from '@/lib/server/annotation-list'
import { db } from '@/lib/server/db'
import { planIncoming, writeIncoming } from '@/lib/server/incoming-annotations'
import { readLayer } from '@/lib/server/layers'
import { saveRevision } from '@/lib/server/revisions'
import {
  about, after, anchorsOf, base, bridgeArticle, documentOf, leaving, made, parsed, position, quote, type BridgeArticle,
} from '../support/bridge-article'
import { reader } from '../support/flagged-article'

let ann: SignedIn
let ben: SignedIn
const write = async (on: BridgeArticle, items: unknown[], options = {}) => writeIncoming(ben, on.layer.id, await parsed(on, ...items), options)

beforeAll(async () => {
  ann = await reader('ann')
  ben = await reader('ben')
})

describe('where an annotation from elsewhere stands', () => {
  const places: [string, (on: BridgeArticle) => JsonObject, [number, number] | string][] = [
    ['at the only place that has its words', (on) => about(on, quote('the office said')), [20, 35]],
    ['at its position', (on) => about(on, position(4, 10)), [4, 10]],
    ['where both say', (on) => about(on, [quote('safe'), position(14, 18)]), [14, 18]],
    ['where its words are, whatever the position', (on) => about(on, [quote('the office said'), position(0, 3)]), [20, 35]],
    ['at the nearest of equal words', (on) => about(on, [quote('safe'), position(77, 81)]), [78, 82]],
    ['where the words around it are the same', (on) => about(on, quote('safe', { prefix: 'was ' })), [72, 76]],
    ['in code points', (on) => about(on, quote('👨‍👩‍👧 closed')), [41, 53]],
    ['nowhere in particular: on the whole article', (on) => about(on), [0, 0]],
    ['on the address it was imported from', (on) => about(on, quote('the office said'), 'https://news.example/bridge?id=7#top'), [20, 35]],
    ['on the article for machines', (on) => about(on, quote('the office said'), `${base}/api/v1/articles/${on.id}`), [20, 35]],
    ['on a version for people', (on) => about(on, quote('the office said'), `${base}/articles/${on.slug}/revisions/1`), [20, 35]],
    ['words that are not there', (on) => about(on, quote('the offices denied it all')), 'passageNotFound at 0.target.selector'],
    ['words that are there more than once', (on) => about(on, quote('safe')), 'passageUnclear at 0.target.selector'],
    ['a space', (on) => about(on, position(3, 4)), 'passageEmpty at 0.target.selector'],
    ['a quote of nothing that can be seen', (on) => about(on, quote(' \u200B ')), 'passageEmpty at 0.target.selector'],
    ['a place beyond the text', (on) => about(on, position(4, 5_000)), 'passageOutside at 0.target.selector'],
    ['a reversed place', (on) => about(on, position(10, 4)), 'passageReversed at 0.target.selector'],
    ['half of a family', (on) => about(on, position(41, 42)), 'passageCutsCharacter at 0.target.selector'],
    ['another article', (on) => about(on, quote('safe'), 'https://news.example/other'), 'targetElsewhere at 0.target.source'],
    ['a version that never was', (on) => about(on, quote('safe'), `${on.address}/9`), 'targetElsewhere at 0.target.source'],
  ]
  test.each(places)('%s', async (_, item, expected) => {
    const on = await bridgeArticle(ann)
    const written = await write(on, [item(on)])
    if (!written.ok) throw new Error(JSON.stringify(written.problems))
    if (typeof expected === 'string') {
      expect(written.value.created).toEqual([])
      expect(written.value.refused.map(({ index, problems }) => [index, ...problems.map(({ code, path }) => `${code} at ${path}`)])).toEqual([[0, expected]])
      expect(await db.annotation.count({ where: { layerId: on.layer.id } })).toBe(0)
    } else {
      expect(await anchorsOf(written.value.created[0]!)).toMatchObject([{ start: expected[0], end: expected[1], state: 'exact' }])
    }
  })

  test('on an earlier version, and carried from there', async () => {
    const on = await bridgeArticle(ann)
    const saved = await saveRevision(ann, on.id, { baseRevision: 1, document: documentOf(after) })
    expect(saved.ok).toBe(true)
    const first = `${on.address}/1`
    const written = await write(on, [
      about(on, position(4, 10), first), about(on, quote('Nobody believes it.'), first), about(on, undefined, first), about(on, quote('A new beginning.'), first),
    ], { partial: true })
    expect(written.ok && written.value.refused).toMatchObject([{ index: 3, problems: [{ code: 'passageNotFound' }] }])
    const [moved, changed, whole] = written.ok ? written.value.created : []
    expect(await anchorsOf(moved!)).toMatchObject([
      { start: 4, end: 10, quote: 'bridge', revision: { number: 1 } }, { start: 21, end: 27, quote: 'bridge', state: 'exact', revision: { number: 2 } },
    ])
    expect(await anchorsOf(changed!)).toMatchObject([{ quote: 'Nobody believes it.' }, { quote: 'Few people believe it.', state: 'changed' }])
    expect(await anchorsOf(whole!)).toMatchObject([{ end: 0, revision: { number: 1 } }, { end: 0, state: 'exact', revision: { number: 2 } }])
    expect((await leaving(on, moved!)).target).toMatchObject({ source: `${on.address}/2`, selector: [quote('bridge'), position(21, 27)] })
  })
})

describe('writing many', () => {
  test('one that cannot be held refuses all, and says which', async () => {
    const on = await bridgeArticle(ann)
    const items = [about(on, quote('The bridge')), about(on, quote('no such words in it')), { type: 'Note' }, about(on, quote('the office'))]
    const written = await write(on, items)
    expect(written).toMatchObject({
      ok: true,
      value: { created: [], refused: [
        { index: 1, problems: [{ code: 'passageNotFound', path: '1.target.selector' }] }, { index: 2, problems: [{ code: 'notAnnotation', path: '2.type' }] },
      ] },
    })
    expect(await db.annotation.count({ where: { layerId: on.layer.id } })).toBe(0)
    expect(await write(on, items, { partial: true })).toMatchObject({ value: { created: [expect.any(String), expect.any(String)], refused: [{ index: 1 }, { index: 2 }] } })
  })

  test('is seen by readers, in order, with a trace each, and as it came by whoever asks', async () => {
    const on = await bridgeArticle(ann)
    const item: JsonObject & { body: Json[] } = {
      ...about(on, quote('the office said')), id: 'http://elsewhere.example/1', canonical: 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df',
      creator: { id: 'http://elsewhere.example/cat', type: 'Person', name: 'Cat' }, created: '2015-01-28T12:00:00Z', rights: 'https://creativecommons.org/publicdomain/zero/1.0/',
      motivation: 'assessing', 'x:unknown': { y: [1, null, 'é'] },
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'sourcing:organisation-statement' }, { type: 'TextualBody', purpose: 'tagging', value: 'Doubting' },
        { type: 'TextualBody', purpose: 'commenting', value: 'Which <b>office</b>?', format: 'text/html', language: 'en' },
        { type: 'SpecificResource', purpose: 'linking', source: { id: 'https://example.org/minutes', label: 'Minutes' } }, { id: 'http://elsewhere.example/v', type: 'Video' },
      ],
    }
    const written = await write(on, [item, about(on, quote('The bridge')), about(on, quote('Nobody'))])
    const created = written.ok ? written.value.created : []
    expect(created).toEqual(created.toSorted())
    const read = await listAnnotations(signedOutViewer, on.layer.id)
    expect(read?.standing.map(({ quote: words, author }) => [words, author.name])).toEqual([['The bridge', 'ben'], ['the office said', 'ben'], ['Nobody', 'ben']])
    expect(await db.auditRow.count({ where: { layerId: on.layer.id, action: 'annotation.created', actorId: ben.id } })).toBe(3)
    const { body: bodies, target: _, ...rest } = item
    const out = await leaving(on, created[0]!)
    expect(out).toMatchObject({ ...rest, id: `${base}/api/v1/layers/${on.layer.id}/annotations/${created[0]}`, via: 'http://elsewhere.example/1' })
    expect(out.body).toEqual([
      { type: 'SpecificResource', purpose: 'classifying', source: `${base}/codebooks/reading/1/sourcing/organisation-statement` },
      { type: 'TextualBody', purpose: 'commenting', value: '<p>Which <strong>office</strong>?</p>', format: 'text/html', language: 'en' },
      { type: 'SpecificResource', purpose: 'linking', source: { id: 'https://example.org/minutes', label: 'Minutes' } },
      bodies[1], bodies[4],
    ])
    // What left comes in again elsewhere, but for what it is called.
    const again = await bridgeArticle(ann)
    const copy = await leaving(again, await made(ben, again, { ...out, target: { ...(out.target as JsonObject), source: `${again.address}/1` } }))
    expect({ ...copy, id: 0, via: 0, target: 0, modified: 0 }).toEqual({ ...out, id: 0, via: 0, target: 0, modified: 0 })
    expect(copy.via).toEqual([out.id, out.via])
  })

  test('a mapping says which label is meant', async () => {
    const on = await bridgeArticle(ann)
    const items = [about(on, quote('The bridge')), about(on, quote('Nobody'))].map((each) => ({ ...each, motivation: 'tagging', body: { type: 'TextualBody', value: 'Doubting' } }))
    const mapping = { Doubting: { dimension: 'framing' as const, label: 'doubt' } }
    const all = await parsed(on, ...items)
    expect(await planIncoming(ben, on.layer.id, all)).toMatchObject({ value: { ready: 2, whole: 0, labels: [{ name: 'Doubting', count: 2, ref: null }], refused: [] } })
    expect(await planIncoming(ben, on.layer.id, all, { mapping })).toMatchObject({ value: { labels: [{ ref: mapping.Doubting }] } })
    expect(await db.annotation.count({ where: { layerId: on.layer.id } })).toBe(0)
    await writeIncoming(ben, on.layer.id, all, { mapping })
    const read = await listAnnotations(ben, on.layer.id)
    expect(read?.standing.map(({ labels }) => labels)).toEqual([[mapping.Doubting], [mapping.Doubting]])
  })

  test('is for whoever may write there, and for whoever may know that it is there', async () => {
    const [open, closed] = [await bridgeArticle(ann), await bridgeArticle(ann, 'private')]
    const one = await parsed(open, about(open, quote('The bridge')))
    const reading = { ...ben, scopes: ['read'] as const }
    expect(await writeIncoming(signedOutViewer, open.layer.id, one)).toMatchObject({ problems: [{ code: 'signInFirst' }] })
    expect(await writeIncoming(reading, open.layer.id, one)).toMatchObject({ problems: [{ code: 'scopeMissing' }] })
    expect(await planIncoming(reading, open.layer.id, one)).toMatchObject({ problems: [{ code: 'scopeMissing' }] })
    for (const id of [closed.layer.id, randomUUID(), 'x']) expect(await writeIncoming(ben, id, one)).toMatchObject({ problems: [{ code: 'notFound' }] })
  })

  test('a wished id that somebody has is passed over', async () => {
    const on = await bridgeArticle(ann)
    const [id, one] = [randomUUID(), await parsed(on, about(on, quote('The bridge')))]
    expect(await writeIncoming(ben, on.layer.id, one, { ids: [id] })).toMatchObject({ value: { created: [id] } })
    const second = await writeIncoming(ben, on.layer.id, one, { ids: [id] })
    expect(second.ok && second.value.created[0]).not.toBe(id)
    expect(await db.annotation.count({ where: { layerId: on.layer.id } })).toBe(2)
  })

  test('50,000 with one bad among them are refused whole, and without it written', { timeout: 120_000 }, async () => {
    const on = await bridgeArticle(ann)
    const layer = await readLayer(systemViewer, on.layer.id)
    const words = ['The bridge', 'the office said', '𠮷野家', 'closed on Monday', 'Nobody believes it.']
    const items = Array.from({ length: 50_000 }, (_, at) => ({
      ...about(on, quote(words[at % words.length]!)), body: { type: 'TextualBody', purpose: 'tagging', value: 'framing:doubt' },
    }))
    const bad = items.with(31_415, { ...items[0]!, target: { source: on.address, selector: position(9, 4) } } as never)
    const read = (all: unknown[]) => w3c.parse!(JSON.stringify(all), parseContextOf(layer!))
    const [wrong, right] = [read(bad), read(items)]
    if (!wrong.ok || !right.ok) throw new Error('not read')
    expect(await writeIncoming(ben, on.layer.id, wrong.value)).toMatchObject({
      value: { created: [], refused: [{ index: 31_415, problems: [{ code: 'passageReversed', path: '31415.target.selector' }] }] },
    })
    expect(await db.annotation.count({ where: { layerId: on.layer.id } })).toBe(0)
    const began = performance.now()
    const written = await writeIncoming(ben, on.layer.id, right.value)
    const seconds = (performance.now() - began) / 1000
    expect(written.ok && written.value.created.length).toBe(50_000)
    expect(await db.annotation.count({ where: { layerId: on.layer.id } })).toBe(50_000)
    expect(seconds).toBeLessThan(60)
    console.warn(`50,000 annotations were written in ${seconds.toFixed(1)} s.`)
  })
})
