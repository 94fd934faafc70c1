import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { anySet, setOf } from '@/tests/support/any-annotation-set'
import { exportWords } from '@/tests/support/words-of-export'
import type { LabelRef } from '../codebook/codebook'
import { renderHtml } from '../text/html'
import type { ExportedAnnotation } from './exchange'
import { html } from './html'

const write = (set: Parameters<typeof html.serialize>[0]) => [...html.serialize(set, exportWords)].join('')
const documentOf = (set: Parameters<typeof html.serialize>[0]) => new JSDOM(write(set)).window.document

function annotation(start: number, end: number, label: LabelRef, more: Partial<ExportedAnnotation> = {}): ExportedAnnotation {
  const author = { id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', name: 'Ann' }
  const when = { createdAt: '2026-11-23T00:00:00.000Z', updatedAt: '2026-11-23T00:00:00.000Z' }
  const content = { labels: [label], note: null, evidence: [], confidence: null, sourceName: null }
  return { id: `${start}-${end}`, author, start, end, quote: 'q', prefix: '', suffix: '', version: 1, revision: 2, foreign: null, ...when, ...content, ...more }
}
const doubt: LabelRef = { dimension: 'framing', label: 'doubt' }
const opinion: LabelRef = { dimension: 'statement', label: 'opinion' }
const article = (set: Parameters<typeof html.serialize>[0]) => /<article[^>]*>(.*)<\/article>/s.exec(write(set))?.[1]
const ref = (n: number) => `<a class="ref" id="r${n}" href="#n${n}" aria-label="To flag ${n}">${n}</a>`

describe('marks', () => {
  const p = (inner: string) => `<p dir="auto" data-block>${inner}</p>`
  const cases: [string, string, string, ExportedAnnotation[], string][] = [
    ['inside a paragraph', 'one two', p('one two'), [annotation(4, 7, opinion)], p(`one <mark class="warm">two</mark>${ref(1)}`)],
    ['that overlap', 'abc', p('abc'), [annotation(0, 2, opinion), annotation(1, 3, doubt)], p(`<mark class="warm">a</mark><mark class="warm"><span class="wavy">b</span></mark>${ref(1)}<mark><span class="wavy">c</span></mark>${ref(2)}`)],
    ['over an element’s edge', 'abc', p('a<strong>bc</strong>'), [annotation(0, 2, opinion)], p(`<mark class="warm">a</mark><strong><mark class="warm">b</mark>${ref(1)}c</strong>`)],
    ['over two paragraphs', 'ab\ncd', `${p('ab')}\n${p('cd')}`, [annotation(1, 4, opinion)], `${p('a<mark class="warm">b</mark>')}\n${p(`<mark class="warm">c</mark>${ref(1)}d`)}`],
    ['over a break', 'ab\ncd', p('ab<br>cd'), [annotation(1, 4, opinion)], p(`a<mark class="warm">b</mark><br><mark class="warm">c</mark>${ref(1)}d`)],
    ['on escaped signs', 'a<b&c', p('a&lt;b&amp;c'), [annotation(1, 2, opinion)], p(`a<mark class="warm">&lt;</mark>${ref(1)}b&amp;c`)],
    ['on characters of two units', 'a😊b', p('a😊b'), [annotation(1, 2, opinion)], p(`a<mark class="warm">😊</mark>${ref(1)}b`)],
    ['not outside the text', 'ab', `<figure class="image"><div class="image-frame"><a>ab</a></div></figure>${p('ab')}`, [annotation(0, 1, opinion)], `<figure class="image"><div class="image-frame"><a>ab</a></div></figure>${p(`<mark class="warm">a</mark>${ref(1)}b`)}`],
    ['of two readers on one passage: one number', 'ab', p('ab'), [annotation(0, 1, opinion), annotation(0, 1, doubt)], p(`<mark class="warm"><span class="wavy">a</span></mark>${ref(1)}b`)],
  ]
  test.each(cases)('%s', (_, text, source, annotations, expected) => expect(article(setOf(text, annotations, source))).toBe(expected))
})

test('whatever is flagged, the words stay, each passage is marked whole and leads to its note and back', () => {
  fc.assert(
    fc.property(anySet, (set) => {
      const blocks = set.article.text.split('\n').map((line) => ({ type: 'paragraph' as const, content: line === '' ? [] : [{ type: 'text' as const, text: line }] }))
      const text = set.article.text
      if (text.split('\n').some((line) => line === '')) return
      const document = documentOf({ ...set, article: { ...set.article, html: renderHtml({ type: 'doc', content: blocks }) } })
      document.querySelectorAll('article .ref').forEach((each) => each.remove())
      const shown = [...document.querySelectorAll('article [data-block]')].map((block) => block.textContent).join('\n')
      expect(shown).toBe(text)
      const standing = set.annotations.filter(({ start, end, revision }) => end > start && revision === 2)
      const characters = [...text]
      const covered = characters.filter((sign, i) => sign !== '\n' && standing.some(({ start, end }) => start <= i && i < end)).join('')
      expect([...document.querySelectorAll('article mark')].map((mark) => mark.textContent).join('')).toBe(covered)
      const places = new Set(standing.map(({ start, end }) => `${start} ${end}`)).size
      expect(document.querySelectorAll('.notes > ol > li')).toHaveLength(places)
      expect(document.querySelectorAll('.flag')).toHaveLength(set.annotations.length)
    }),
    { numRuns: 25 },
  )
})

test('every number leads somewhere', () => {
  const document = documentOf(setOf('one two three', [annotation(0, 3, doubt), annotation(4, 7, opinion), annotation(0, 13, doubt)]))
  const links = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href') ?? '')
  expect(links).toHaveLength(6)
  for (const link of links) expect(document.querySelector(link)).not.toBeNull()
})

test('hostile words stay words, and nothing runs or is fetched', () => {
  const bad = '"><img src=x onerror=alert(1)></style><script>alert(1)</script>'
  const note = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: bad }] }] }
  const more = { note, sourceName: bad, quote: bad, author: { id: 'x', name: bad }, evidence: [{ url: 'https://a.example/"><script>', title: bad }], foreign: { properties: { [bad]: bad } } }
  const set = setOf('ab', [annotation(0, 1, doubt, more), annotation(0, 0, doubt, more), annotation(0, 1, doubt, { ...more, revision: 1 })])
  const hostile = { ...set, article: { ...set.article, title: bad, byline: bad, siteName: bad, language: bad, sourceUrl: 'https://a.example/"onclick="x' }, layer: { ...set.layer, name: bad } }
  const document = new JSDOM([...html.serialize(hostile, { ...exportWords, imageMissing: bad })].join('')).window.document
  expect(document.querySelectorAll('script, img, iframe, object, link, [onerror], [onclick]')).toHaveLength(0)
  expect(document.querySelectorAll('style')).toHaveLength(1)
  expect(document.querySelector('h1')?.textContent).toBe(bad)
  expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toContain(`default-src 'none'`)
})
