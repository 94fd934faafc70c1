import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { ContentFormat } from '@/lib/domain/article'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import type { ArticleDocument } from '@/lib/domain/text/document'
import { renderHtml } from '@/lib/domain/text/html'
import { bounded } from '@/lib/server/import/bounded'
import { documentFrom } from '@/lib/server/import/document-from'
import { expectHarmless, textOfHtml } from '../support/harmless'

const base = 'https://news.example/2026/a.html'

function read(format: ContentFormat, body: string): ArticleDocument {
  const result = documentFrom({ format, body }, base)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
const textOf = (format: ContentFormat, body: string) => canonicalText(read(format, body))
const htmlOf = (format: ContentFormat, body: string) => renderHtml(read(format, body))
const refusal = (format: ContentFormat, body: string) => {
  const result = documentFrom({ format, body }, base)
  return result.ok ? null : result.problems[0]
}

describe('Markdown', () => {
  test.each([
    ['headings, from the second level on', '# A\n\n## B\n\n##### C', '<h2>A</h2>\n<h2>B</h2>\n<h4>C</h4>'],
    ['bold, italics and links', 'a **b** *c* [d](https://x.example/)',
      '<p>a <strong>b</strong> <em>c</em> <a href="https://x.example/">d</a></p>'],
    ['a link whose middle is bold, as one link', '[a **b** c](https://x.example/)\n\nz',
      '<p><a href="https://x.example/">a <strong>b</strong> c</a></p>\n<p>z</p>'],
    ['lists', '- a\n- b\n\n3. c', '<ul><li><p>a</p></li><li><p>b</p></li></ul>\n<ol start="3"><li><p>c</p></li></ol>'],
    ['quotes', '> a\n\n---', '<blockquote><p>a</p></blockquote>\n<hr>'],
    ['a relative link, from the source address', '[a](../b)\n\nz', '<p><a href="https://news.example/b">a</a></p>\n<p>z</p>'],
    ['a mail address, as words', '[a](mailto:x@y.example)\n\nz', '<p>a</p>\n<p>z</p>'],
    ['a hard break', 'a  \nb\n\nc', '<p>a<br>b</p>\n<p>c</p>'],
    ['HTML inside', 'a<br>b <b>c</b>\n\nd', '<p>a<br>b <strong>c</strong></p>\n<p>d</p>'],
    ['a table, row by row', '| a | b |\n|---|---|\n| c | d |\n\nz', '<p>a b</p>\n<p>c d</p>\n<p>z</p>'],
    ['code, as words', '```\na\n  b\n```\n\n`c`', '<p>a<br>  b</p>\n<p>c</p>'],
  ])('reads %s', (_, source, html) => {
    expect(htmlOf('markdown', source).replace(/ dir="auto"| data-block| rel="[^"]*"/g, '')).toBe(html)
  })

  test('an empty picture placeholder becomes nothing, a picture without file a figure that says so', () => {
    expect(textOf('markdown', 'a\n\n![]()\n\nb')).toBe('a\nb')
    expect(htmlOf('markdown', '![The harbour]()\n\nb')).toContain('<figure class="image image-missing"><div class="image-frame"><span class="image-alt" dir="auto">The harbour</span></div></figure>')
  })

  test('a picture is named and linked, never loaded', () => {
    const html = htmlOf('markdown', 'Before ![The harbour](/pics/x/h.jpg) after\n\nb')
    expect(html).not.toContain('<img')
    expect(html).toContain('href="https://news.example/pics/x/h.jpg"')
    expect(textOf('markdown', 'Before ![The harbour](h.jpg) after\n\nb')).toBe('Before\nafter\nb')
  })

  test('where no blank line parts lines of text, every line is a paragraph, as platforms write', () => {
    expect(textOf('markdown', '第一段。\n![]()\n第二段，“引號”照舊。\n第三段。')).toBe('第一段。\n第二段，“引號”照舊。\n第三段。')
    expect(read('markdown', '第一段。\n**第二段。\n第三**段。').content).toHaveLength(3)
  })

  test('elsewhere a single line end is a space between Latin words and nothing between Chinese characters', () => {
    expect(textOf('markdown', 'One\ntwo.\n\nThree.')).toBe('One two.\nThree.')
    expect(textOf('markdown', '這是第一行，\n接著第二行\n*重點*。\n\n另一段。')).toBe('這是第一行，接著第二行重點。\n另一段。')
    expect(textOf('markdown', '中文\nLatin\n\nb')).toBe('中文 Latin\nb')
  })

  test('quotation marks, dashes and dots stay as they came', () => {
    const words = '"straight" \'single\' “curly” ‘curly’ 「直角」 -- --- ... (c)'
    expect(textOf('markdown', `${words}\n\nb`)).toBe(`${words}\nb`)
  })
})

describe('HTML', () => {
  test.each([
    ['white space collapsed', '<p>  a \n\t b </p>', 'a b'],
    ['line breaks', '<p>a<br>b</p>', 'a\nb'],
    ['two line breaks as a new paragraph', 'a<br><br>b<br>', 'a\nb'],
    ['paragraphs in anything', '<div><div>a</div>b<section><p>c</section></div>', 'a\nb\nc'],
    ['a whole page', '<!doctype html><html><head><title>T</title><style>x</style></head><body><p>a</body></html>', 'a'],
    ['broken HTML', '<p>a<b>b<p>c</b></i></div><li>d', 'ab\nc\nd'],
    ['a data table, row by row', '<table><caption>t</caption><tr><th>a<th>b<tr><td>1<td>2</table>', 't\na b\n1 2'],
    ['a table used for layout', '<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>', 'a\nb\nc'],
    ['preformatted lines', '<pre>a\nb</pre>', 'a\nb'],
    ['captions', '<figure><img src=x.jpg alt=y><figcaption>c <b>d</b></figcaption></figure>z', 'c d\nz'],
    ['a figure without picture', '<figure><blockquote>q</blockquote><figcaption>c</figcaption></figure>', 'q\nc'],
    ['placeholders left by a platform', '<p>a</p><p>![]()</p><p>b</p>', 'a\nb'],
    ['nothing of scripts and styles', '<script>x</script><style>y</style><noscript>n</noscript><p onclick="z()">a</p>', 'a'],
    ['entities', '<p>&amp;lt; &#x1F600; &nbsp;x</p>', '&lt; 😀 \u00a0x'],
  ])('reads %s', (_, source, text) => expect(textOf('html', source)).toBe(text))

  test('what nests too deep is refused, not run into', () => {
    for (const body of [
      `${'<div>'.repeat(100_000)}a`, `${'<b>'.repeat(100_000)}a`, `${'<ul><li>'.repeat(60_000)}a`,
      `${'<blockquote>'.repeat(20)}a`, '<div></x>'.repeat(100_000) + 'a',
    ]) {
      expect(refusal('html', body)?.code).toBe('bodyTooDeep')
    }
  })
})

describe('plain text', () => {
  test.each([
    ['blank lines part paragraphs, single ones are breaks', 'a\nb\n\nc\r\n\r\n\r\nd', '<p>a<br>b</p>\n<p>c</p>\n<p>d</p>'],
    ['without blank lines every line is a paragraph', 'a\nb\nc', '<p>a</p>\n<p>b</p>\n<p>c</p>'],
    ['nothing is interpreted', '<b>a</b> **b**', '<p>&lt;b&gt;a&lt;/b&gt; **b**</p>'],
    ['indentation by ideographic spaces stays', '　　甲\n　　乙', '<p>　　甲</p>\n<p>　　乙</p>'],
    ['placeholders become nothing', 'a\n![]()\nb', '<p>a</p>\n<p>b</p>'],
  ])('%s', (_, source, html) => {
    expect(htmlOf('text', source).replace(/ dir="auto"| data-block/g, '')).toBe(html)
  })
})

describe('bad input', () => {
  const formats: ContentFormat[] = ['markdown', 'html', 'text']
  test.each([
    ['nothing', '', 'bodyEmpty', {}],
    ['white space', ' \n\t\u3000\u200b\ufeff\n', 'bodyEmpty', {}],
    ['over 2 MB', 'a'.repeat(2_000_001), 'bodyTooLarge', { limit: 2_000_000 }],
    ['over 2 MB in UTF-8 only', '讀'.repeat(700_000), 'bodyTooLarge', { limit: 2_000_000 }],
    ['a null character', 'ab😀\0c', 'bodyNullCharacter', { at: 4 }],
    ['a lone surrogate', 'a😀\ud83dx', 'bodyLoneSurrogate', { at: 3 }],
    ['a lone second half', '\udc00', 'bodyLoneSurrogate', { at: 1 }],
  ])('refuses %s, naming the field and the limit', (_, body, code, values) => {
    for (const format of formats) {
      const problem = refusal(format, body)
      expect(problem).toMatchObject({ code, path: 'content.body', ...(Object.keys(values).length > 0 && { values }) })
    }
  })

  test('refuses HTML and Markdown that hold no words', () => {
    expect(refusal('html', '<script>alert(1)</script>')?.code).toBe('bodyEmpty')
    expect(refusal('html', '<img src="https://x.example/a.png" alt="b">')?.code).toBe('bodyEmpty')
    expect(refusal('markdown', '![]()\n\n---')?.code).toBe('bodyEmpty')
  })

  test.each([
    ['bidirectional controls', 'a \u202eb\u202c \u2066c\u2069 \u200f'],
    ['right to left', 'שלום עולם مرحبا'],
    ['no spaces at all', '讀'.repeat(30_000)],
    ['emoji and families', '👨‍👩‍👧 🇹🇼 é é'],
    ['beyond the basic plane', '𠮷野家 𝒳'],
    ['control characters', 'a\u0001\u001bb'],
    ['compatibility forms', 'ﬁ Ⅷ ｱ'],
    ['line and paragraph separators', 'a\u2028b\u2029c'],
  ])('keeps %s as they came', (_, words) => {
    const document = read('text', `x${words}y`)
    expect(canonicalText(document)).toBe(`x${words}y`)
    expect(textOfHtml(renderHtml(document))).toBe(`x${words}y`)
    expect(textOf('html', `<p>x${words}y</p>`)).toBe(`x${words}y`)
  })

  test('what takes too long is given up', () => {
    const endless = bounded(() => {
      for (;;) Math.sqrt(2)
    }, 'content.body', 50)
    expect(endless).toMatchObject({ ok: false, problems: [{ code: 'bodyTooSlow', path: 'content.body' }] })
  })
})

const hostile = new URL('../../../shared/data/hostile/', import.meta.url)
describe.skipIf(!existsSync(hostile))('hostile collections (skipped where ../shared is absent)', () => {
  const load = (name: string): unknown => JSON.parse(readFileSync(new URL(name, hostile), 'utf8'))
  const strings = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []

  test.each(['xss-payloads.json', 'dompurify-fixtures.json', 'svg-xss.json', 'blns.json'])('%s: only words survive', (name) => {
    const all = strings(load(name))
    expect(all.length).toBeGreaterThan(5)
    for (const body of all) {
      for (const format of ['html', 'markdown', 'text'] as const) {
        const result = documentFrom({ format, body }, base)
        if (!result.ok) expect(result.problems[0]?.code).toMatch(/^body/)
        else expectHarmless(renderHtml(result.value), canonicalText(result.value))
      }
    }
  }, 120_000)
})

const article = new URL('../../../shared/data/article-zh-Hant.txt', import.meta.url)
test.skipIf(!existsSync(article))('the real article, as Markdown and as text (skipped where ../shared is absent)', () => {
  const source = readFileSync(article, 'utf8')
  const lines = source.split('\n').map((line) => line.trim()).filter((line) => line && line !== '![]()')
  for (const format of ['markdown', 'text'] as const) {
    const document = read(format, source)
    expect(canonicalText(document)).toBe(lines.join('\n'))
    expect(document.content).toHaveLength(lines.length)
    expect(renderHtml(document)).not.toContain('![')
  }
})
