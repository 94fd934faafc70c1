import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '@/lib/domain/formats/foreign'
import { reader } from '../support/flagged-article'
import { annotationOn, container, jsonLd, post, put, send, sourceUrl, tokenOf, type Container } from '../support/protocol'

let made: Container
beforeAll(async () => {
  made = await container()
})

const create = async (annotation: JsonObject = annotationOn('outraged'), headers: Record<string, string> = {}) => {
  const reply = await post(made.path, annotation, made.token, headers)
  expect([reply.status, reply.text]).toEqual([201, reply.text])
  return { ...reply, path: new URL(reply.body.id as string).pathname, etag: reply.headers.get('etag') ?? '' }
}
const bodiesOf = ({ body }: JsonObject) => body as JsonObject[]

describe('Create a New Annotation', () => {
  test('WAP-074 WAP-076 WAP-079: it gets an address below the container, whatever id it came with; that one goes to via', async () => {
    const { body } = await create(annotationOn('outraged', { id: 'https://elsewhere.example/anno1' }))
    expect(body.id).toMatch(new RegExp(`^${made.address}[0-9a-f-]{36}$`))
    expect(body.via).toBe('https://elsewhere.example/anno1')
    const second = await create(annotationOn('outraged', { id: body.id as string }))
    expect(second.body.id).not.toBe(body.id)
  })

  test('WAP-078: what it says its canonical address is stays as it is', async () => {
    const canonical = `urn:uuid:${randomUUID()}`
    const { body, path } = await create(annotationOn('outraged', { canonical, via: ['https://one.example/', 'https://two.example/'] }))
    expect(body).toMatchObject({ canonical, via: ['https://one.example/', 'https://two.example/'] })
    expect((await send('GET', path)).body).toMatchObject({ canonical })
  })

  test('WAP-080 WAP-081: 201 with its address in Location, and (WAP-001) with itself as it is kept, tag and all', async () => {
    const { status, headers, body, path, text } = await create()
    expect([status, headers.get('location'), headers.get('content-location')]).toEqual([201, body.id, body.id])
    expect(headers.get('content-type')).toBe(jsonLd)
    const kept = await send('GET', path)
    expect([kept.text, kept.headers.get('etag')]).toEqual([text, headers.get('etag')])
    expect(body).toMatchObject({ creator: { type: 'Person', name: 'Ann' }, created: expect.stringMatching(/Z$/) })
    expect(bodiesOf(body)).toEqual([{ type: 'TextualBody', purpose: 'commenting', value: 'I like this page!', format: 'text/plain' }])
    expect((await send('GET', made.path)).text).toContain(String(body.id))
  })

  test('WAP-080: what is no annotation, or not one that can be held here, is an error that says where and links to the constraints', async () => {
    const cases: [string | object, number, path: string][] = [
      ['{"type": "Annotation",', 400, ''],
      [{ type: 'Annotation', target: sourceUrl }, 422, '@context'],
      [annotationOn('outraged', { type: 'Person' }), 422, 'type'],
      [annotationOn('not in the text'), 422, 'target'],
      [annotationOn('outraged', { target: 'https://elsewhere.example/' }), 422, 'target'],
    ]
    for (const [sent, status, path] of cases) {
      const reply = await post(made.path, sent, made.token)
      expect([sent, reply.status]).toEqual([sent, status])
      const [error] = reply.body.errors as JsonObject[]
      expect(String(error?.path).startsWith(path)).toBe(true)
      expect(reply.headers.get('link')).toContain('rel="http://www.w3.org/ns/ldp#constrainedBy"')
    }
  })

  test('WAP-083: a Slug that is a UUID becomes the end of the address, once; others are passed over', async () => {
    const slug = randomUUID()
    expect((await create(annotationOn('outraged'), { slug: `"${slug}"` })).body.id).toBe(made.address + slug)
    expect((await create(annotationOn('outraged'), { slug })).body.id).not.toBe(made.address + slug)
    expect((await create(annotationOn('outraged'), { slug: 'my_first_annotation' })).body.id).toMatch(/[0-9a-f-]{36}$/)
  })
})

describe('Update an Existing Annotation', () => {
  const changed = (body: JsonObject, value: string): JsonObject => ({ ...body, body: { type: 'TextualBody', value } })

  test('WAP-086 WAP-089 WAP-090: PUT replaces it, and answers 200 with its new state', async () => {
    const { body, path, etag } = await create(annotationOn('outraged', { rights: 'https://creativecommons.org/licenses/by/4.0/' }))
    const { rights: _, ...rest } = changed(body, 'I REALLY like this page!')
    const reply = await put(path, rest, made.token, { 'if-match': etag })
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, jsonLd])
    expect(bodiesOf(reply.body)[0]?.value).toBe('I REALLY like this page!')
    expect(reply.body).toMatchObject({ id: body.id, created: body.created, target: body.target })
    expect(Object.keys(reply.body)).not.toContain('rights')
    const kept = await send('GET', path)
    expect([kept.text, kept.headers.get('etag')]).toEqual([reply.text, reply.headers.get('etag')])
    expect(kept.headers.get('etag')).not.toBe(etag)
  })

  test('WAP-087: with a tag that is no longer current nothing is changed; without one, or with *, it is', async () => {
    const { body, path, etag } = await create()
    expect((await put(path, changed(body, 'second'), made.token)).status).toBe(200)
    const stale = await put(path, changed(body, 'third'), made.token, { 'if-match': etag })
    expect(stale.status).toBe(412)
    expect((await put(path, changed(body, 'third'), made.token, { 'if-match': `W/${etag}` })).status).toBe(412)
    const now = await send('GET', path)
    expect(bodiesOf(now.body)[0]?.value).toBe('second')
    expect((await put(path, changed(body, 'fourth'), made.token, { 'if-match': '*' })).status).toBe(200)
  })

  test('of many who replace the same state at once, one does', async () => {
    const { body, path, etag } = await create()
    const replies = await Promise.all(Array.from({ length: 8 }, (_, i) => put(path, changed(body, `${i}`), made.token, { 'if-match': etag })))
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(412)])
  })

  test('WAP-088: canonical and via cannot be changed once they are said, and an id cannot be another', async () => {
    const { body, path } = await create(annotationOn('outraged', { canonical: 'urn:x:1', id: 'https://elsewhere.example/1' }))
    for (const other of [{ canonical: 'urn:x:2' }, { via: 'https://elsewhere.example/2' }, { id: 'https://elsewhere.example/2' }]) {
      expect([other, (await put(path, { ...body, ...other }, made.token)).status]).toEqual([other, 409])
    }
    expect((await put(path, body, made.token)).status).toBe(200)
    expect((await send('GET', path)).body).toMatchObject({ canonical: 'urn:x:1', via: 'https://elsewhere.example/1' })
  })

  test('an invalid new state is refused with the reason, and the old one stays', async () => {
    const { body, path, text } = await create()
    const reply = await put(path, { ...body, target: 'https://elsewhere.example/' }, made.token)
    expect(reply.status).toBe(422)
    expect(reply.headers.get('link')).toContain('rel="http://www.w3.org/ns/ldp#constrainedBy"')
    expect((await send('GET', path)).text).toBe(text)
    expect((await put(`${made.path}${randomUUID()}`, body, made.token)).status).toBe(404)
  })
})

describe('Delete an Existing Annotation', () => {
  test('WAP-093 WAP-095: DELETE answers 204 and takes it out of its container; its address is gone, not free', async () => {
    const { body, path } = await create()
    const total = (await send('GET', made.path)).body.total as number
    const deleted = await send('DELETE', path, { token: made.token })
    expect([deleted.status, deleted.text]).toEqual([204, ''])
    const after = await send('GET', made.path)
    expect(after.body.total).toBe(total - 1)
    expect(after.text).not.toContain(String(body.id))
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'DELETE']) {
      expect([method, (await send(method, path, { token: made.token })).status]).toEqual([method, 410])
    }
    expect((await put(path, body, made.token)).status).toBe(410)
    expect((await create(annotationOn('outraged'), { slug: path.split('/').at(-1) ?? '' })).path).not.toBe(path)
  })

  test('WAP-092: with a tag that is no longer current nothing is deleted', async () => {
    const { body, path, etag } = await create()
    expect((await put(path, { ...body, body: { type: 'TextualBody', value: 'else' } }, made.token)).status).toBe(200)
    expect((await send('DELETE', path, { token: made.token, headers: { 'if-match': etag } })).status).toBe(412)
    const now = (await send('GET', path)).headers.get('etag') ?? ''
    expect((await send('DELETE', path, { token: made.token, headers: { 'if-match': now } })).status).toBe(204)
  })

  test('somebody else may not, a moderator with the scope for it may', async () => {
    const { path } = await create()
    const [other, moderator] = await Promise.all([reader('Ben'), reader('Mo', 'moderator')])
    expect((await send('DELETE', path, { token: await tokenOf(other) })).status).toBe(403)
    expect((await send('DELETE', path, { token: await tokenOf(moderator, 'write') })).status).toBe(403)
    expect((await send('DELETE', path, { token: await tokenOf(moderator, 'moderate') })).status).toBe(204)
  })
})
