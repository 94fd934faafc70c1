import { beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '@/lib/domain/formats/foreign'
import { saveRevision } from '@/lib/server/revisions'
import { annotationOn, container, post, put, send, site, sourceUrl, text, type Container } from '../support/protocol'

let made: Container
beforeAll(async () => {
  made = await container()
})

const before = text.slice(0, text.indexOf('outraged'))
const start = [...before].length
const selectorsOf = ({ target }: JsonObject) => (target as JsonObject).selector as [JsonObject, JsonObject]

describe('where an annotation stands', () => {
  test('is counted in code points: a character beyond the basic plane is one', async () => {
    expect(before.length).toBe(start + 1)
    const selector = { type: 'TextPositionSelector', start, end: start + 8 }
    const { body } = await post(made.path, annotationOn('', { target: { source: sourceUrl, selector } }), made.token)
    expect(selectorsOf(body)).toMatchObject([{ exact: 'outraged' }, { start, end: start + 8 }])
    const beside = { type: 'TextPositionSelector', start: start + 1, end: start + 9 }
    const shifted = await post(made.path, annotationOn('', { target: { source: sourceUrl, selector: beside } }), made.token)
    expect(selectorsOf(shifted.body)[0].exact).toBe('utraged.')
  })

  test('is where its quote is; a position tells equal quotes apart', async () => {
    const quote = { type: 'TextQuoteSelector', exact: 'harbour is closed' }
    const second = [...text.slice(0, text.lastIndexOf('harbour'))].length
    const at = async (selector: JsonObject[]) => {
      const { body, status } = await post(made.path, annotationOn('', { target: { source: sourceUrl, selector } }), made.token)
      return status === 201 ? selectorsOf(body)[1].start : status
    }
    expect(await at([quote])).toBe(422)
    expect(await at([quote, { type: 'TextPositionSelector', start: second - 2, end: second + 15 }])).toBe(second)
    expect(await at([{ ...quote, prefix: 'outraged.\nThe ' }])).toBe(second)
    expect(await at([{ type: 'TextQuoteSelector', exact: 'outraged' }, { type: 'TextPositionSelector', start: 0, end: 8 }])).toBe(start)
  })

  test('may be named by any address of the article', async () => {
    for (const source of [sourceUrl, `${site}/articles/${made.slug}`, `${site}/api/v1/articles/${made.id}`, `${site}/api/v1/articles/${made.id}/revisions/1`]) {
      const { status, body } = await post(made.path, annotationOn('', { target: { source, selector: { type: 'TextQuoteSelector', exact: 'outraged' } } }), made.token)
      expect([source, status]).toEqual([source, 201])
      expect((body.target as JsonObject).source).toBe(`${site}/api/v1/articles/${made.id}/revisions/1`)
    }
  })

  test('moves with the text: the tag changes, the annotation’s version does not stand in the way of a PUT that knows it', async () => {
    const on = await container()
    const { body, headers } = await post(on.path, annotationOn('outraged'), on.token)
    const path = new URL(String(body.id)).pathname
    const listed = (await send('GET', on.path)).headers.get('etag')
    const lines = ['A new beginning.', ...text.split('\n')]
    const content = lines.map((line) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text: line }] }))
    const saved = await saveRevision(on.owner, on.id, { baseRevision: 1, document: { type: 'doc', content } })
    expect(saved.ok).toBe(true)

    const now = await send('GET', path)
    const shift = [...'A new beginning.\n'].length
    expect((now.body.target as JsonObject).source).toBe(`${site}/api/v1/articles/${on.id}/revisions/2`)
    expect(selectorsOf(now.body)).toMatchObject([{ exact: 'outraged' }, { start: start + shift, end: start + shift + 8 }])
    expect(now.headers.get('etag')).not.toBe(headers.get('etag'))
    expect((await send('GET', on.path)).headers.get('etag')).not.toBe(listed)

    const other = { ...now.body, body: { type: 'TextualBody', value: 'else' } }
    expect((await put(path, other, on.token, { 'if-match': headers.get('etag') ?? '' })).status).toBe(412)
    expect((await put(path, other, on.token, { 'if-match': now.headers.get('etag') ?? '' })).status).toBe(200)
  })
})
