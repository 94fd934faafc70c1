import { beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '@/lib/domain/formats/foreign'
import { db } from '@/lib/server/db'
import { annotationOn, container, post, put, send, site, sourceUrl, text, type Container } from '../support/protocol'

let made: Container
let standing: { path: string; text: string }
beforeAll(async () => {
  made = await container()
  const { body, text } = await post(made.path, annotationOn('outraged'), made.token)
  standing = { path: new URL(String(body.id)).pathname, text }
})

const on = (selector: unknown) => ({ target: { source: sourceUrl, selector } as JsonObject })
const at = (start: unknown, end: unknown) => annotationOn('x', on({ type: 'TextPositionSelector', start, end }))
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
const withBody = (body: string) => JSON.stringify(annotationOn('outraged', { body: 'BODY' })).replace('"BODY"', body)
const length = [...text].length

/** What is sent, the status of the answer, and how the place that it names begins. */
const cases: [what: string, body: string | object | Uint8Array, status: number, path: string][] = [
  ['nothing', '', 400, ''],
  ['half an object', '{"type": "Annotation", "target": ', 400, ''],
  ['a list of one', [annotationOn('outraged')], 422, ''],
  ['a word', '"Annotation"', 422, ''],
  ['null', 'null', 422, ''],
  ['bytes that are not UTF-8', new Uint8Array([0x22, 0xc3, 0x28, 0x22]), 400, ''],
  ['UTF-16', new Uint8Array(Buffer.from('\ufeff{"type":"Annotation"}', 'utf16le')), 400, ''],
  ['no context', { type: 'Annotation', target: sourceUrl }, 422, '@context'],
  ['another context', annotationOn('outraged', { '@context': 'https://evil.example/context.jsonld' }), 422, '@context'],
  ['a body a hundred thousand lists deep', withBody(nested(100_000)), 400, 'body'],
  ['a property a thousand lists deep', withBody('"x"').replace('"type"', `"https://x.example/p": ${nested(1_000)}, "type"`), 400, 'https://x.example/p'],
  ['a hundred thousand bodies', withBody(`[${Array(100_000).fill('"u:x"').join(',')}]`), 400, ''],
  ['more than a megabyte', withBody(`"${'x'.repeat(1_000_000)}"`), 413, ''],
  ['a text too long for anything', withBody(JSON.stringify({ type: 'TextualBody', value: 'x'.repeat(300_000) })), 422, 'body'],
  ['a note too long for a note', withBody(JSON.stringify({ type: 'TextualBody', value: 'x'.repeat(10_001) })), 422, 'body'],
  ['half a surrogate pair in the note', withBody('{"type": "TextualBody", "value": "\\ud842"}'), 422, 'body.value'],
  ['half a surrogate pair in the quote', withBody('"u:x"').replace('"outraged"', '"\\udfb7"'), 422, 'target.selector.exact'],
  ['half a surrogate pair in the name of a property', withBody('"u:x"').replace('"type"', '"\\ud842": 1, "type"'), 422, '\ufffd'],
  ['a null character', withBody('{"type": "TextualBody", "value": "a\\u0000b"}'), 422, 'body.value'],
  ['a position before the text', at(-1, 4), 422, 'target.selector'],
  ['a position beyond the text', at(length - 1, length + 1), 422, 'target.selector'],
  ['a position far beyond any text', at(0, Number.MAX_SAFE_INTEGER), 422, 'target.selector'],
  ['a position that is reversed', at(10, 4), 422, 'target.selector'],
  ['a position of no length', at(4, 4), 422, 'target.selector'],
  ['a position in fractions', at(0.5, 4), 422, 'target.selector'],
  ['a position in words', at('0', '4'), 422, 'target.selector'],
  ['a position too large to be a number', JSON.stringify(at(0, 'END')).replace('"END"', '1e999'), 422, 'target.selector'],
  ['a quote that is not there', annotationOn('the mayor was calm and said nothing at all'), 422, 'target.selector'],
  ['a quote that is there twice', annotationOn('a spokesman said'), 422, 'target.selector'],
  ['no quote', annotationOn(''), 422, 'target.selector'],
  ['a selector that says no passage', annotationOn('x', on({ type: 'CssSelector', value: 'p:first-child' })), 422, 'target.selector'],
  ['a selector of no kind', annotationOn('x', on({ type: '__proto__' })), 422, 'target.selector'],
  ['two targets', annotationOn('x', { target: [sourceUrl, 'https://elsewhere.example/'] }), 422, 'target'],
  ['no target', { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation' }, 422, 'target'],
  ['a target elsewhere', annotationOn('x', { target: `${sourceUrl}/more` }), 422, 'target'],
  ['a target that runs', annotationOn('x', { target: 'javascript:alert(1)' }), 422, 'target'],
  ['a revision that is not', annotationOn('x', { target: 'REVISION' }), 422, 'target'],
  ['a label of ours that does not exist', annotationOn('outraged', {
    body: { type: 'SpecificResource', purpose: 'classifying', source: 'http://localhost:3000/codebooks/reading/1/framing/nonsense' },
  }), 422, 'body'],
  ['body and bodyValue', annotationOn('outraged', { bodyValue: 'x' }), 422, 'bodyValue'],
  ['a date that is none', annotationOn('outraged', { created: '2026-02-31' }), 422, 'created'],
]

describe('what cannot be held is refused, with its place', () => {
  test.each(cases)('%s', async (_, body, status, place) => {
    const revision = `${site}/api/v1/articles/${made.id}/revisions/99`
    const sent = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body).replace('REVISION', revision)
    const rows = await db.annotation.count()
    for (const reply of [await post(made.path, sent, made.token), await put(standing.path, sent, made.token)]) {
      expect([reply.status, reply.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8'])
      const [error] = reply.body.errors as { path: string; message: string }[]
      expect(error?.path.slice(0, place.length)).toBe(place)
      expect(error?.message).toMatch(/\.$/)
      expect(reply.headers.get('link')).toContain('http://www.w3.org/ns/ldp#constrainedBy')
      expect(reply.text).not.toMatch(/\p{Surrogate}/u)
      expect(reply.text.length).toBeLessThan(2_000)
    }
    expect(await db.annotation.count()).toBe(rows)
    expect((await send('GET', standing.path)).text).toBe(standing.text)
  })

  test('a body that never ends is cut off', async () => {
    let pulled = 0
    const endless = new ReadableStream({
      pull: (controller) => {
        pulled += 1
        controller.enqueue(Buffer.alloc(65_536, ' '))
      },
    })
    expect((await post(made.path, endless, made.token)).status).toBe(413)
    expect(pulled).toBeLessThan(20)
  })

  test('a body that says it is too large is not read', async () => {
    const reply = await post(made.path, '{}', made.token, { 'content-length': '1000000000000' })
    expect(reply.status).toBe(413)
  })

  test('names of JavaScript are names like others', async () => {
    const odd = `{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation", "target": ${JSON.stringify(sourceUrl)}, "__proto__": {"polluted": true}, "constructor": "u:x"}`
    const { status, text } = await post(made.path, odd, made.token)
    expect(status).toBe(201)
    expect(text).toContain('"constructor":"u:x"')
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})
