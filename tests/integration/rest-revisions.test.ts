import { beforeAll, describe, expect, test } from 'vitest'
import { GET as readOne } from '@/app/api/v1/articles/[id]/route'
import { GET as readText } from '@/app/api/v1/articles/[id]/revisions/[number]/route'
import { POST as replace } from '@/app/api/v1/articles/[id]/revisions/route'
import { articleJson, savedRevision, type ArticleJson } from '@/lib/domain/article-json'
import { articleDocument } from '@/lib/domain/text/document'
import { createAnnotation } from '@/lib/server/annotations'
import { db } from '@/lib/server/db'
import { articleBy, call, holder, posted, refused, text, tokenOf, type Call } from '../support/api'
import { flagOf } from '../support/live-layer'

let ann: Awaited<ReturnType<typeof holder>>
let ben: Awaited<ReturnType<typeof holder>>

beforeAll(async () => {
  ann = await holder('Ann')
  ben = await holder('Ben')
})

const made = (more?: object) => articleBy(ann.token, more)

describe('a revision', () => {
  test('is told as text, as HTML and as a document, each with a tag of its own', async () => {
    const { id, revision } = await made({ content: { format: 'markdown', body: 'One **two**.\n\nThree & four.' } })
    const form = (query: string) => call(readText, { params: { id, number: '1' }, path: `/x${query}` })
    const plain = await form('')
    expect([plain.headers.get('content-type'), plain.headers.get('etag')]).toEqual(['text/plain; charset=utf-8', `"${revision.sha256}"`])
    expect(await plain.text()).toBe('One two.\nThree & four.')
    expect(await (await form('?format=text')).text()).toBe('One two.\nThree & four.')
    const html = await form('?format=html')
    expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await html.text()).toMatch(/^<p[^>]*>One <strong>two<\/strong>\.<\/p>\n<p[^>]*>Three &amp; four\.<\/p>$/)
    const json = await form('?format=json')
    expect(articleDocument.safeParse(await json.json()).success).toBe(true)
    expect(new Set([plain, html, json].map((answer) => answer.headers.get('etag'))).size).toBe(3)
    const again = await call(readText, { params: { id, number: '1' }, headers: { 'if-none-match': `"${revision.sha256}"` } })
    expect(again.status).toBe(304)
  })

  test('that is not there is 404, and a form that is not known is refused', async () => {
    const { id } = await made()
    for (const number of ['0', '2', '-1', '1.0', 'x', '99999999999999999999', ''])
      expect((await call(readText, { params: { id, number } })).status).toBe(404)
    const answer = await call(readText, { params: { id, number: '1' }, path: '/x?format=pdf' })
    expect((await refused(answer)).errors[0]?.path).toBe('format')
  })
})

describe('replacing the text', () => {
  const next = { content: { format: 'text', body: `A new opening. ${text}` } }
  const send = (article: ArticleJson, more: Call<{ id: string }> = {}) =>
    call(replace, { params: { id: article.id }, token: ann.token, json: next, headers: { 'if-match': `"${article.revision.sha256}"` }, ...more })

  test('makes the next revision, carries the annotations and says what became of them', async () => {
    const article = await made()
    await createAnnotation(ben.person, flagOf(article.layers[0]?.id ?? '', text))
    const answer = await send(article)
    expect([answer.status, answer.headers.get('location')]).toEqual([201, `http://localhost:3000/api/v1/articles/${article.id}/revisions/2`])
    expect(savedRevision.parse(await answer.json())).toEqual({ number: 2, carried: { exact: 1, moved: 0, changed: 0, orphaned: 0 } })
    const now = articleJson.parse(await (await call(readOne, { params: { id: article.id } })).json())
    expect(now.revision).toMatchObject({ number: 2, textLength: article.revision.textLength + 15 })
    expect(now.layers[0]?.annotations).toBe(1)
  })

  test('is 412 when another revision came first, and 428 without If-Match', async () => {
    const article = await made()
    expect((await send(article)).status).toBe(201)
    expect((await refused(await send(article))).status).toBe(412)
    expect((await refused(await send(article, { headers: { 'if-match': `W/"${article.revision.sha256}"` } }))).status).toBe(412)
    expect((await refused(await send(article, { headers: {} }))).status).toBe(428)
    expect((await send(article, { headers: { 'if-match': '*' }, json: posted })).status).toBe(201)
  })

  test('lets one of many at once through', async () => {
    const article = await made()
    const all = await Promise.all([1, 2, 3, 4].map((n) => send(article, { json: { content: { format: 'text', body: `${text} ${n}` } } })))
    expect(all.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412])
  })

  test('that changes nothing makes no revision', async () => {
    const article = await made()
    const answer = await send(article, { json: { content: posted.content } })
    expect([answer.status, await answer.json()]).toEqual([200, { number: 1, carried: { exact: 0, moved: 0, changed: 0, orphaned: 0 } }])
  })

  test('keeps the draft that its owner has open in a browser', async () => {
    const article = await made()
    const where = { articleId: article.id, userId: ann.person.id }
    await db.draft.create({ data: { ...where, baseRevision: 1, document: { type: 'doc', content: [] } } })
    expect((await send(article)).status).toBe(201)
    expect(await db.draft.count({ where })).toBe(1)
  })

  test.each<[string, Call<{ id: string }>, number]>([
    ['broken JSON', { json: undefined, body: '{', headers: { 'content-type': 'application/json', 'if-match': '*' } }, 400],
    ['no JSON', { json: undefined, body: 'x', headers: { 'if-match': '*' } }, 415],
    ['nothing in it', { json: {}, headers: { 'if-match': '*' } }, 422],
    ['no text', { json: { content: { format: 'text', body: '' } }, headers: { 'if-match': '*' } }, 422],
    ['a text too large', { json: { content: { format: 'text', body: 'x'.repeat(2_000_001) } }, headers: { 'if-match': '*' } }, 413],
  ])('is refused: %s', async (_, more, status) => {
    expect((await refused(await send(await made(), more))).status).toBe(status)
  })

  test('is for those who may edit, with a token that says so', async () => {
    const article = await made()
    const moderator = await holder('Moderator', 'write', 'moderator')
    const as = async (token: string | undefined) => (await refused(await send(article, { token }))).status
    expect(await as(undefined)).toBe(401)
    expect(await as(ben.token)).toBe(403)
    expect(await as(await tokenOf(ann.person.id, 'read'))).toBe(403)
    const narrow = await refused(await send(article, { token: moderator.token }))
    expect([narrow.status, narrow.title]).toEqual([403, 'This needs a token with the scope moderate.'])
    expect((await send(article, { token: await tokenOf(moderator.person.id, 'moderate') })).status).toBe(201)
  })
})
