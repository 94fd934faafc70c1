import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { ArticleDetails } from '@/lib/domain/article'
import { signedOutViewer, systemViewer } from '@/lib/domain/viewer'
import { createArticle, readArticle } from '@/lib/server/articles'
import { db } from '@/lib/server/db'
import { listArticles } from '@/lib/server/library'
import { readRevision } from '@/lib/server/revisions'
import { reader } from '../support/flagged-article'

const details = (change: Partial<ArticleDetails> = {}): ArticleDetails => ({
  title: 'Who said so?', byline: null, siteName: null, sourceUrl: null, language: null, publishedAt: null, visibility: 'public', ...change,
})
const markdown = (body: string) => ({ format: 'markdown' as const, body })
const ida = await reader('Ida')

async function create(title: string, body = 'A text.\n\nMore of it, in English words.', change: Partial<ArticleDetails> = {}) {
  const made = await createArticle(ida, { details: details({ title, ...change }), content: markdown(body) })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value
}
const rows = async () => [await db.article.count(), await db.revision.count(), await db.layer.count(), await db.auditRow.count()]

test('an article is stored with its first revision, its open layer and a trace', async () => {
  const { id, slug } = await create('A night in Lyon', '# A\n\n𠮷 said **so**.', { byline: 'Ida', publishedAt: '2026-03-04' })
  const article = await readArticle(signedOutViewer, slug)
  expect(article).toMatchObject({
    id, slug: 'a-night-in-lyon', title: 'A night in Lyon', byline: 'Ida', publishedAt: '2026-03-04', mayEdit: false, flags: 0, readers: 0,
    revision: {
      number: 1, text: 'A\n𠮷 said so.', textLength: 12, sha256: createHash('sha256').update('A\n𠮷 said so.').digest('hex'),
      html: '<h2 dir="auto" data-block>A</h2>\n<p dir="auto" data-block>𠮷 said <strong>so</strong>.</p>',
    },
    layer: { name: 'Open reading', codebookSlug: 'reading', codebookVersion: 1 },
  })
  expect((await readArticle(ida, slug))?.mayEdit).toBe(true)
  const [trace] = await db.auditRow.findMany({ where: { subjectId: id }, select: { action: true, actorId: true, layerId: true } })
  expect(trace).toEqual({ action: 'article.created', actorId: ida.id, layerId: article?.layer.id })
  expect((await readRevision(signedOutViewer, id, 1))?.document.content).toHaveLength(2)
  expect(await readRevision(signedOutViewer, id, 2)).toBeNull()
})

test.each([
  ['This is a plain English sentence about the harbour and its ferries.', 'en'],
  ['這是一篇關於渡輪停航的評論，說明誰該負責。', 'zh-Hant'],
  ['这是一篇关于渡轮停航的评论，说明谁该负责。', 'zh-Hans'],
  ['Die Fähre fährt heute nicht, und niemand weiß warum.', 'de'],
  ['12345', 'und'],
])('the language of “%s” is told: %s', async (body, language) => {
  const { slug } = await create(`${language} title ${language === 'en' ? 'of a text' : ''}`, body, language === 'und' ? { title: '12' } : {})
  expect((await readArticle(ida, slug))?.language).toBe(language)
})

test('a language that is given is not told anew', async () => {
  const { slug } = await create('Given', 'Plain English words', { language: 'fr' })
  expect((await readArticle(ida, slug))?.language).toBe('fr')
})

test('twelve articles of one title made at once have twelve addresses', async () => {
  const made = await Promise.all(Array.from({ length: 12 }, () => create('渡輪停航：誰該負責？')))
  const slugs = made.map(({ slug }) => slug).sort()
  expect(new Set(slugs).size).toBe(12)
  expect(slugs).toContain('渡輪停航-誰該負責')
  expect(slugs).toContain('渡輪停航-誰該負責-2')
}, 60_000)

test('the address of the form is never an article’s', async () => {
  expect((await create('New')).slug).toBe('new-article')
})

test('a private article is its owner’s alone, also by its revision', async () => {
  const { id, slug } = await create('Private notes', 'A text', { visibility: 'private' })
  const stranger = await reader('Stranger', 'admin')
  for (const viewer of [signedOutViewer, stranger]) {
    expect(await readArticle(viewer, slug)).toBeNull()
    expect(await readRevision(viewer, id, 1)).toBeNull()
  }
  expect(await readArticle(ida, slug)).not.toBeNull()
  expect(await readArticle(systemViewer, slug)).not.toBeNull()
  // Neither its address nor the number of a public one of the same title tells that it is there.
  expect(slug).toMatch(/^private-notes-[0-9a-f]{10}$/)
  expect((await create('Private notes', 'Another')).slug).toBe('private-notes')
  expect((await create('Private notes', 'A third')).slug).toBe('private-notes-2')
})

test('signed-out people make none', async () => {
  const refused = await createArticle(signedOutViewer, { details: details(), content: markdown('a') })
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'signInFirst' }] })
})

test('a new article is found by its words, in Chinese by one character as by five', async () => {
  await create('港灣的寂靜', '渡輪停航四十八小時。\n\n全角ＡＢＣ也算。', { siteName: '觀察報' })
  for (const q of ['寂', '停航', '四十八小時', 'abc', '觀察報']) {
    const found = await listArticles(ida, { q })
    expect(found.ok && found.value.items.some(({ title }) => title === '港灣的寂靜')).toBe(true)
  }
})

describe('what is refused leaves nothing behind', () => {
  test.each([
    ['an empty body', {}, '', 'bodyEmpty', 'content.body'],
    ['white space', {}, ' \n\u3000\n', 'bodyEmpty', 'content.body'],
    ['2 MB and more', {}, 'a '.repeat(1_000_001), 'bodyTooLarge', 'content.body'],
    ['a null character in the body', {}, 'a\0b', 'bodyNullCharacter', 'content.body'],
    ['a lone surrogate in the body', {}, 'a\ud800b', 'bodyLoneSurrogate', 'content.body'],
    ['a null character in the title', { title: 'a\0b' }, 'a', 'bodyNullCharacter', 'details.title'],
    ['a lone surrogate in the byline', { byline: '\udfff' }, 'a', 'bodyLoneSurrogate', 'details.byline'],
    ['a year that no calendar has', { publishedAt: '0000-01-01' }, 'a', 'dateInvalid', 'details.publishedAt'],
    ['quotes nested too deep', {}, `${'> '.repeat(60)}a`, 'bodyTooDeep', 'content.body'],
  ])('%s', async (_, change, body, code, path) => {
    const before = await rows()
    const refused = await createArticle(ida, { details: details(change), content: markdown(body) })
    expect(refused).toMatchObject({ ok: false, problems: [{ code, path }] })
    expect(await rows()).toEqual(before)
  })

  test('and an outage in the middle leaves nothing either', async () => {
    const before = await rows()
    const gone = { ...ida, id: '00000000-0000-4000-8000-000000000000' }
    await expect(createArticle(gone, { details: details(), content: markdown('a') })).rejects.toThrow()
    expect(await rows()).toEqual(before)
  })
})

test('a text just under 2 MB of Chinese is stored faithfully', async () => {
  const line = '讀新聞的人一起把新聞拆開來看，誰說的、是事實還是意見、我是怎麼被打動的？'
  const body = Array.from({ length: Math.floor(1_990_000 / (37 * 3 + 2)) }, (_, i) => `${line.slice(0, 30 + (i % 7))}`).join('\n\n')
  const start = performance.now()
  const { slug } = await create('A very long read', body)
  console.info(`2 MB of Markdown stored in ${Math.round(performance.now() - start)} ms`)
  expect((await readArticle(ida, slug))?.revision.text).toBe(body.replaceAll('\n\n', '\n'))
}, 60_000)
