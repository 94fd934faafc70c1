import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { articleJson, articlePage } from '@/lib/domain/article-json'
import { GET as readOne } from '@/app/api/v1/articles/[id]/route'
import { GET as readText } from '@/app/api/v1/articles/[id]/revisions/[number]/route'
import { POST as replace } from '@/app/api/v1/articles/[id]/revisions/route'
import { GET as list, POST as create } from '@/app/api/v1/articles/route'
import { createAnnotation } from '@/lib/server/annotations'
import { articleBy, call, holder, posted, refused, text, tokenOf, type Call } from '../support/api'
import { flagOf } from '../support/live-layer'

const missing = '00000000-0000-4000-8000-000000000000'

let ann: Awaited<ReturnType<typeof holder>>
let ben: Awaited<ReturnType<typeof holder>>

beforeAll(async () => {
  ann = await holder('Ann')
  ben = await holder('Ben')
})

const made = (more?: object) => articleBy(ann.token, more)

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

  test('takes a parameter without a value for none', async () => {
    const answer = await call(list, { path: '/api/v1/articles?q=&language=&cursor=&limit=' })
    expect(articlePage.safeParse(await answer.json()).success).toBe(true)
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
