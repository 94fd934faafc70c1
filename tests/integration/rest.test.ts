import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { articleJson, articlePage, savedRevision, type ArticleJson } from '@/lib/domain/article-json'
import { articleDocument } from '@/lib/domain/text/document'
import { GET as readOne } from '@/app/api/v1/articles/[id]/route'
import { GET as readText } from '@/app/api/v1/articles/[id]/revisions/[number]/route'
import { POST as replace } from '@/app/api/v1/articles/[id]/revisions/route'
import { GET as list, POST as create } from '@/app/api/v1/articles/route'
import { createAnnotation } from '@/lib/server/annotations'
import { db } from '@/lib/server/db'
import { call, holder, tokenOf, type Call } from '../support/api'
import { flagOf } from '../support/live-layer'

const text = 'The harbour office spoke.\nCritics call it a shameless giveaway.'
const posted = { title: 'Ferries', content: { format: 'text', body: text } }
const missing = '00000000-0000-4000-8000-000000000000'

let ann: Awaited<ReturnType<typeof holder>>
let ben: Awaited<ReturnType<typeof holder>>

beforeAll(async () => {
  ann = await holder('Ann')
  ben = await holder('Ben')
})

async function made(more: object = {}, token = ann.token): Promise<ArticleJson> {
  const answer = await call(create, { token, json: { ...posted, ...more } })
  expect(answer.status).toBe(201)
  return articleJson.parse(await answer.json())
}

type Refusal = { title: string; status: number; errors: { path: string; message: string }[] }
async function refused(answer: Response): Promise<Refusal> {
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  const problem = (await answer.json()) as Refusal
  expect(problem.status).toBe(answer.status)
  expect(problem.title).not.toBe('')
  return problem
}

describe('creating an article', () => {
  test('answers 201 with its address, the article, its one open layer and where its annotations are', async () => {
    const answer = await call(create, {
      token: ann.token,
      json: {
        title: ' 渡輪停駛 ', byline: '記者', siteName: '港報', sourceUrl: 'https://example.org/ferry', language: 'zh-Hant',
        publishedAt: '2026-03-04', visibility: 'private', content: { format: 'markdown', body: '# 標題\n\n港務局**說**。' },
      },
    })
    const article = articleJson.parse(await answer.json())
    expect(answer.status).toBe(201)
    expect(answer.headers.get('location')).toBe(`http://localhost:3000/api/v1/articles/${article.id}`)
    const [layer] = article.layers
    expect(answer.headers.get('link')).toBe(
      `<http://localhost:3000/api/v1/layers/${layer?.id}/annotations/>; rel="http://www.w3.org/ns/oa#annotationService"`,
    )
    const canonical = '標題\n港務局說。'
    expect(article).toMatchObject({
      title: '渡輪停駛', byline: '記者', siteName: '港報', sourceUrl: 'https://example.org/ferry', language: 'zh-Hant',
      publishedAt: '2026-03-04', visibility: 'private',
      revision: { number: 1, textLength: 8, sha256: createHash('sha256').update(canonical).digest('hex') },
      layers: [{ kind: 'open', codebook: { slug: 'reading', version: 1 }, annotations: 0 }],
    })
  })

  test('needs a title and a text only; the language is told and the article is public', async () => {
    expect(await made()).toMatchObject({ byline: null, siteName: null, sourceUrl: null, publishedAt: null, language: 'en', visibility: 'public' })
  })

  const bad: [what: string, sent: Call<Record<string, string>>, status: number, path?: string][] = [
    ['no body', { method: 'POST', headers: { 'content-type': 'application/json' } }, 400, ''],
    ['broken JSON', { body: '{"title":', headers: { 'content-type': 'application/json' } }, 400, ''],
    ['JSON that is not UTF-8', { body: new Uint8Array([0x7b, 0xff, 0x7d]), headers: { 'content-type': 'application/json' } }, 400, ''],
    ['no media type', { body: '{}', headers: { 'content-type': '' } }, 415, ''],
    ['a form', { body: 'title=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 415, ''],
    ['a list', { json: [] }, 422, ''],
    ['null', { json: null }, 422, ''],
    ['no title', { json: { content: posted.content } }, 422, 'title'],
    ['an empty title', { json: { ...posted, title: ' ' } }, 422, 'title'],
    ['a long title', { json: { ...posted, title: 'x'.repeat(301) } }, 422, 'title'],
    ['a title that cannot be stored', { json: { ...posted, title: 'a\0b' } }, 422, 'title'],
    ['half a character in the title', { body: '{"title":"\\ud83d","content":{"format":"text","body":"x"}}', headers: { 'content-type': 'application/json' } }, 422, 'title'],
    ['a title of another type', { json: { ...posted, title: 7 } }, 422, 'title'],
    ['no content', { json: { title: 'x' } }, 422, 'content'],
    ['an unknown format', { json: { ...posted, content: { format: 'docx', body: 'x' } } }, 422, 'content.format'],
    ['no text', { json: { ...posted, content: { format: 'text', body: ' ' } } }, 422, 'content.body'],
    ['a text of markup alone', { json: { ...posted, content: { format: 'html', body: '<p></p><script>x</script>' } } }, 422, 'content.body'],
    ['a null character in the text', { json: { ...posted, content: { format: 'text', body: 'a\0b' } } }, 422, 'content.body'],
    ['a text too large', { json: { ...posted, content: { format: 'text', body: 'x'.repeat(2_000_001) } } }, 413, 'content.body'],
    ['a request too large', { json: { ...posted, content: { format: 'text', body: 'x'.repeat(6_000_001) } } }, 413, ''],
    ['an unknown language', { json: { ...posted, language: 'English' } }, 422, 'language'],
    ['no date', { json: { ...posted, publishedAt: '2026-02-30' } }, 422, 'publishedAt'],
    ['a date before our era', { json: { ...posted, publishedAt: '0000-01-01' } }, 422, 'publishedAt'],
    ['an address that is none', { json: { ...posted, sourceUrl: 'javascript:alert(1)' } }, 422, 'sourceUrl'],
    ['an unknown visibility', { json: { ...posted, visibility: 'secret' } }, 422, 'visibility'],
  ]
  test.each(bad)('is refused: %s', async (_, sent, status, path) => {
    const answer = await call(create, { token: ann.token, ...sent })
    const problem = await refused(answer)
    expect([answer.status, problem.errors[0]?.path]).toEqual([status, path])
  })

  test('tells everything that is wrong at once', async () => {
    const answer = await call(create, { token: ann.token, json: { title: '', language: 'x', content: {} } })
    expect((await refused(answer)).errors.map(({ path }) => path)).toEqual(['title', 'language', 'content.format', 'content.body'])
  })

  test('needs a token that may write', async () => {
    const signedOut = await call(create, { json: posted })
    expect([signedOut.status, signedOut.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="gloss"'])
    const reading = await call(create, { token: await tokenOf(ann.person.id, 'read'), json: posted })
    expect(reading.status).toBe(403)
    expect(reading.headers.get('www-authenticate')).toContain('scope="write"')
    expect((await refused(reading)).title).toContain('write')
  })
})

describe('reading an article', () => {
  test('gives what creating it gave, and the number of its annotations, with a tag', async () => {
    const article = await made()
    const [layer] = article.layers
    const flagged = await createAnnotation(ben.person, flagOf(layer?.id ?? '', text))
    expect(flagged.ok).toBe(true)
    const answer = await call(readOne, { params: { id: article.id } })
    expect(answer.headers.get('link')).toContain(`/api/v1/layers/${layer?.id}/annotations/>; rel="http://www.w3.org/ns/oa#annotationService"`)
    expect(articleJson.parse(await answer.json())).toEqual({ ...article, layers: [{ ...layer, annotations: 1 }] })
    const again = await call(readOne, { params: { id: article.id }, headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
    expect([again.status, await again.text()]).toEqual([304, ''])
  })

  test('is 404 for what is not there, what is no id, and what one may not see', async () => {
    const hidden = await made({ visibility: 'private' })
    for (const id of [missing, 'x', "'", '', '%00']) expect((await call(readOne, { params: { id } })).status).toBe(404)
    for (const token of [undefined, ben.token]) {
      const answers = [
        await call(readOne, { params: { id: hidden.id }, token }),
        await call(readText, { params: { id: hidden.id, number: '1' }, token }),
        await call(replace, { params: { id: hidden.id }, token, json: {}, headers: { 'if-match': '*' } }),
      ]
      for (const answer of answers) expect((await refused(answer)).status).toBe(404)
    }
    expect((await call(readOne, { params: { id: hidden.id.toUpperCase() }, token: ann.token })).status).toBe(200)
    const moderator = await holder('Moderator', 'moderate', 'moderator')
    expect((await call(readOne, { params: { id: hidden.id }, token: moderator.token })).status).toBe(404)
  })
})

describe('listing articles', () => {
  test('goes page by page, newest first, each article as it is by itself', async () => {
    const words = { content: { format: 'text', body: 'Listingtest words.' } }
    const all = []
    for (const title of ['One', 'Two', 'Three']) all.unshift(await made({ ...words, title }))
    const first = articlePage.parse(await (await call(list, { path: '/api/v1/articles?q=listingtest&limit=2' })).json())
    expect(first.items).toEqual(all.slice(0, 2))
    const cursor = encodeURIComponent(first.nextCursor ?? '')
    const second = articlePage.parse(await (await call(list, { path: `/api/v1/articles?q=listingtest&limit=2&cursor=${cursor}` })).json())
    expect(second).toEqual({ items: all.slice(2), nextCursor: null })
  })

  test('shows private articles to their owner alone and narrows by language', async () => {
    await made({ title: '秘', visibility: 'private', language: 'zh-Hant', content: { format: 'text', body: 'privatelist' } })
    const count = async (query: string, token?: string) =>
      articlePage.parse(await (await call(list, { path: `/api/v1/articles?q=privatelist${query}`, token })).json()).items.length
    expect([await count('', ann.token), await count('', ben.token), await count('')]).toEqual([1, 0, 0])
    expect([await count('&language=zh-Hant', ann.token), await count('&language=en', ann.token)]).toEqual([1, 0])
  })

  test.each([
    ['limit=0', 'limit'], ['limit=101', 'limit'], ['limit=1.5', 'limit'], ['limit=x', 'limit'], ['cursor=x', 'cursor'],
    ['cursor=W10', 'cursor'], ['language=english', 'language'], [`q=${'x'.repeat(201)}`, 'q'],
  ])('refuses %s', async (query, path) => {
    const answer = await call(list, { path: `/api/v1/articles?${query}` })
    const problem = await refused(answer)
    expect([problem.status, problem.errors[0]?.path]).toEqual([422, path])
  })
})

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
