import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ExportedAnnotation, LabelMapping } from '@/lib/domain/formats/exchange'
import { formatsIn, formatsOut } from '@/lib/domain/formats/registry'
import { signedOutViewer, type SignedIn } from '@/lib/domain/viewer'
import { readExported } from '@/lib/server/annotation-export'
import { createArticle, readArticle } from '@/lib/server/articles'
import { exportLayer } from '@/lib/server/export-door'
import { readLayerExport } from '@/lib/server/exports'
import { planImport, runImport } from '@/lib/server/import-annotations'
import { insertAnnotations } from '@/lib/server/insert-annotations'
import { readLayer } from '@/lib/server/layers'
import { saveRevision } from '@/lib/server/revisions'
import { createAnnotation, deleteAnnotation } from '@/lib/server/annotations'
import { locales, type Locale } from '@/lib/i18n/locales'
import { reader } from '../support/flagged-article'

let ann: SignedIn
let ben: SignedIn
beforeAll(async () => {
  ann = await reader('Ann')
  ben = await reader('=Ben, "the" reader')
})

const body = '記者說，𠮷野家昨天停業。\n\nThe office said the bridge was safe; nobody believes it. 👨‍👩‍👧 waited.\n\nThis line will go.'
type Article = NonNullable<Awaited<ReturnType<typeof readArticle>>>

async function article(visibility: 'public' | 'private' = 'public', title = `橋 / “Bridge” ${randomUUID()}`): Promise<Article> {
  const details = { title, byline: 'Ann', siteName: null, sourceUrl: null, language: 'zh-Hant', publishedAt: '2026-03-04', visibility }
  const made = await createArticle(ann, { details, content: { format: 'text', body } })
  const read = made.ok && (await readArticle(ann, made.value.slug))
  if (!read) throw new Error('not made')
  return read
}

const note = (text: string, marks?: [{ type: 'bold' }]) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text, ...(marks && { marks }) }] }] })

async function flag(on: Article, quote: string, more: object = {}): Promise<void> {
  const start = [...on.revision.text.slice(0, on.revision.text.indexOf(quote))].length
  const made = await createAnnotation(ben, {
    id: randomUUID(), layerId: on.layer.id, revision: on.revision.number, target: { start, end: start + [...quote].length }, quote,
    labels: [{ dimension: 'framing', label: 'doubt' }], note: null, evidence: [], confidence: null, sourceName: null, ...more,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
}

/** An article with every kind of flag: rich and plain, on emoji, on the whole article, on words that are gone. */
async function flagged(): Promise<Article> {
  const on = await article()
  await flag(on, '𠮷野家', { labels: [{ dimension: 'statement', label: 'verifiable-fact-claim' }, { dimension: 'framing', label: 'slogans' }, { dimension: 'framing', label: 'repetition' }], confidence: 'fairly-sure' })
  await flag(on, 'nobody believes it', { note: note('-1; =HYPERLINK("x")', [{ type: 'bold' }]), evidence: [{ url: 'https://a.example/?a=1;-b', title: '=1+1\n"x"' }, { url: 'https://b.example/', title: '' }] })
  await flag(on, '👨‍👩‍👧', { sourceName: '@someone', note: note('plain, "quoted"'), labels: [{ dimension: 'sourcing', label: 'named-person' }] })
  await flag(on, 'This line will go')
  const layer = await readLayer(ben, on.layer.id)
  await insertAnnotations(ben, layer!, [{ id: randomUUID(), labels: [], note: note('on all of it'), evidence: [], confidence: null, sourceName: null, anchors: [{ revisionId: on.revision.id, start: 0, end: 0, quote: '', prefix: '', suffix: '', state: 'exact' }] }])
  const paragraphs = on.revision.text.split('\n').slice(0, 2).map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] }))
  const saved = await saveRevision(ann, on.id, { baseRevision: 1, document: { type: 'doc', content: paragraphs } })
  if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
  return (await readArticle(ann, on.slug))!
}

const get = (on: Article, query: string, headers: Record<string, string> = {}, locale: Locale = 'en', viewer = signedOutViewer as Parameters<typeof exportLayer>[0]) =>
  exportLayer(viewer, new Request(`http://localhost:3000/api/v1/layers/${on.layer.id}/export${query}`, { headers }), on.layer.id, locale)
const fileOf = async (on: Article, format: string) => (await get(on, `?format=${format}`)).text()
const wish = (format: string, text: string, mapping: LabelMapping = {}, partial = false) => ({ format, text, mapping, partial })

/** What an annotation says and where, without who wrote the row when. */
const said = ({ start, end, quote, labels, note: words, evidence, confidence, sourceName, revision }: ExportedAnnotation) =>
  JSON.stringify({ start, end, quote, labels: labels.map(({ label }) => label).sort(), note: words, evidence, confidence, sourceName, revision })

describe('a round trip gives back the same annotations', () => {
  test.each(['w3c', 'jsonl', 'csv'])('%s', async (format) => {
    const on = await flagged()
    const before = (await readExported(ann, on.layer.id))!
    const done = await runImport(ann, on.layer.id, wish(format, await fileOf(on, format)))
    expect(done).toEqual({ ok: true, value: { created: 5 } })
    const after = (await readExported(ann, on.layer.id))!.filter(({ author }) => author.id === ann.id)
    expect(after.map(said).sort()).toEqual(before.map(said).sort())
    // Nobody of this site is told as the maker of what somebody else brought.
    expect(after.map(({ foreign }) => foreign?.properties?.creator)).toEqual(after.map(() => undefined))
  })

  test('ptc: the techniques on the current text', async () => {
    const on = await flagged()
    const done = await runImport(ann, on.layer.id, wish('ptc', await fileOf(on, 'ptc')))
    expect(done).toEqual({ ok: true, value: { created: 3 } })
    const after = (await readExported(ann, on.layer.id))!.filter(({ author }) => author.id === ann.id)
    expect(after.map(({ quote, labels }) => `${quote} ${labels[0]?.label}`).sort()).toEqual(['nobody believes it doubt', '𠮷野家 repetition', '𠮷野家 slogans'])
  })
})

describe('the door of downloads', () => {
  test.each(formatsOut.map(({ name }) => name))('%s travels as a file with its type and a name that says what it is', async (name) => {
    const on = await article('public', '橋: “A/B”?')
    await flag(on, '𠮷野家')
    const answer = await get(on, `?format=${name}`)
    const { mediaType, extension } = formatsOut.find((format) => format.name === name)!
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain(mediaType)
    const disposition = answer.headers.get('content-disposition') ?? ''
    expect(disposition).toMatch(new RegExp(`^attachment; filename="[ -~]+\\.${extension}"; filename\\*=UTF-8''%E6%A9%8B`))
    expect(decodeURIComponent(disposition.split(`UTF-8''`)[1] ?? '')).toBe(`橋 “A B”.${name === extension ? '' : `${name}.`}${extension}`)
    expect((await answer.text()).length).toBeGreaterThan(10)
  })

  test('the form is the one asked for, else one that is accepted, else none', async () => {
    const on = await article()
    expect((await get(on, '', { accept: 'text/csv' })).headers.get('content-type')).toContain('text/csv')
    expect((await get(on, '')).headers.get('content-type')).toContain('application/ld+json')
    expect((await get(on, '?format=csv', { accept: 'image/png' })).status).toBe(200)
    expect((await get(on, '', { accept: 'image/png' })).status).toBe(406)
    expect((await get(on, '?format=hypothesis')).status).toBe(406)
    expect((await get(on, '?format=__proto__')).status).toBe(406)
  })

  test('a tag spares what has not changed, and changes with flags, names and languages', async () => {
    const on = await article()
    await flag(on, '𠮷野家')
    const tag = async (locale: Locale = 'en', format = 'html') => (await get(on, `?format=${format}`, {}, locale)).headers.get('etag') ?? ''
    const first = await tag()
    const again = await get(on, '?format=html', { 'if-none-match': first })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(new Set([first, await tag('zh-Hant'), await tag('en', 'csv')]).size).toBe(3)
    await flag(on, 'nobody')
    const second = await tag()
    expect(second).not.toBe(first)
    const [one] = (await readExported(ben, on.layer.id))!
    await deleteAnnotation(ben, one!.id)
    expect(await tag()).not.toBe(second)
  })

  test('the page to keep speaks the reader’s language', async () => {
    const on = await flagged()
    const told = await Promise.all(locales.map(async (locale) => (await get(on, '?format=html', {}, locale)).text()))
    expect(told[0]).toContain('On words that are no longer in the text')
    expect(told[1]).toContain('針對整篇文章')
    expect(told[2]).toContain('话语框架')
    expect(told[1]).toMatch(/<html lang="zh-Hant">/)
  })

  test('nobody takes a layer that is not for them', async () => {
    const on = await article('private')
    expect((await get(on, '?format=csv')).status).toBe(404)
    expect((await get(on, '?format=csv', {}, 'en', ben)).status).toBe(404)
    expect((await get(on, '?format=csv', {}, 'en', ann)).status).toBe(200)
    expect(await readLayerExport(ben, 'no layer')).toBeNull()
  })

  test('an empty layer is a file of every form', async () => {
    const on = await article()
    for (const { name } of formatsOut) expect((await get(on, `?format=${name}`)).status).toBe(200)
  })
})

describe('an import', () => {
  const table = 'quote,label,note\n𠮷野家,Doubt,why\nnobody believes it,Made-up tag,\nnot in the text,Doubt,\n👨‍👩‍👧,,only a note\n'

  test('first says what it would do, and writes nothing', async () => {
    const on = await article()
    const plan = await planImport(ben, on.layer.id, wish('csv', table))
    expect(plan).toMatchObject({
      ok: true,
      value: {
        total: 4,
        ready: 3,
        whole: 0,
        refused: 1,
        labels: [
          { name: 'Doubt', count: 2, ref: null, suggested: { dimension: 'framing', label: 'doubt' } },
          { name: 'Made-up tag', count: 1, ref: null, suggested: null },
        ],
        problems: [{ code: 'passageNotFound', path: 'line 4.target.selector' }],
      },
    })
    expect(plan.ok && plan.value.examples[0]).toMatchObject({ quote: '𠮷野家' })
    expect(await readExported(ben, on.layer.id)).toEqual([])
  })

  test('then does it: all or nothing, or what can be', async () => {
    const on = await article()
    const mapping: LabelMapping = { Doubt: { dimension: 'framing', label: 'doubt' }, 'Made-up tag': null }
    expect(await runImport(ben, on.layer.id, wish('csv', table, mapping))).toMatchObject({ ok: false, problems: [{ code: 'passageNotFound' }] })
    expect(await readExported(ben, on.layer.id)).toEqual([])
    expect(await runImport(ben, on.layer.id, wish('csv', table, mapping, true))).toEqual({ ok: true, value: { created: 3 } })
    const written = (await readExported(ben, on.layer.id))!
    expect(written.map(({ labels }) => labels.map(({ label }) => label))).toEqual([['doubt'], [], []])
    expect(written[1]?.foreign?.bodies).toEqual([{ type: 'TextualBody', purpose: 'tagging', value: 'Made-up tag' }])
  })

  test('reads what Hypothesis exports, its Markdown too', async () => {
    const on = await article()
    const target = [{ selector: [{ type: 'TextQuoteSelector', exact: 'nobody believes it', prefix: 'safe; ' }] }]
    const text = JSON.stringify({ rows: [{ id: 'LGVKq4E4', uri: 'https://elsewhere.example/', user: 'acct:fee@hypothes.is', text: '**Who** says [so](https://a.example)? <script>x</script>', tags: ['Slogans'], target }] })
    const mapping: LabelMapping = { Slogans: { dimension: 'framing', label: 'slogans' } }
    expect(await runImport(ben, on.layer.id, wish('hypothesis', text, mapping))).toEqual({ ok: true, value: { created: 1 } })
    const [one] = (await readExported(ben, on.layer.id))!
    expect(one).toMatchObject({ quote: 'nobody believes it', labels: [{ label: 'slogans' }], foreign: { properties: { creator: { name: 'fee' }, via: 'https://hypothes.is/a/LGVKq4E4' } } })
    expect(JSON.stringify(one?.note)).toContain('"bold"')
    expect(JSON.stringify(one?.note)).toContain('https://a.example')
  })

  test('is for those who may annotate', async () => {
    const [open, closed] = [await article(), await article('private')]
    expect(await planImport(signedOutViewer, open.layer.id, wish('csv', table))).toMatchObject({ ok: false, problems: [{ code: 'signInFirst' }] })
    for (const act of [planImport, runImport]) expect(await act(ben, closed.layer.id, wish('csv', table))).toMatchObject({ ok: false, problems: [{ code: 'notFound' }] })
  })

  const hostile: [string, string][] = [
    ['nothing', ''],
    ['a binary file', '\u0000\u0001PK\u0003\u0004'],
    ['half a character', '{"a":"\ud83d"}'],
    ['a line of four megabytes', 'x'.repeat(4_000_000)],
    ['brackets without end', '['.repeat(200_000)],
    ['quotation marks without end', '"'.repeat(200_001)],
    ['tabs', '\t\t\t\t\n'.repeat(1_000)],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['prototypes', '{"__proto__":{"rows":[]},"rows":[{"constructor":1}]}'],
  ]
  test.each(hostile)('%s in any form is answered, and writes nothing', async (_, text) => {
    const on = await article()
    for (const { name } of [...formatsIn, { name: 'html' }, { name: '__proto__' }]) {
      const plan = await planImport(ben, on.layer.id, wish(name, text))
      expect(plan.ok ? plan.value.ready : 0, `${name}: ${JSON.stringify(plan).slice(0, 200)}`).toBe(0)
    }
    expect(await readExported(ben, on.layer.id)).toEqual([])
  })

  test('a file that is too large is not read', async () => {
    const on = await article()
    expect(await planImport(ben, on.layer.id, wish('csv', `quote,label\n${'字'.repeat(2_000_000)}`))).toMatchObject({ ok: false, problems: [{ code: 'fileTooLarge' }] })
  })
})
