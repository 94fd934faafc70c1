import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import { renderHtml } from '@/lib/domain/text/html'
import { decodePage } from '@/lib/server/import/decode-page'
import { fileKind } from '@/lib/server/import/file-kind'
import { likelyLanguage } from '@/lib/server/import/likely-language'
import { readDate } from '@/lib/server/import/read-date'
import { readFile } from '@/lib/server/import/read-file'
import { pdfBlocks } from '@/lib/server/import/pdf-blocks'
import { pageArticle } from '@/lib/server/import/page-article'
import { encodeIn } from '../support/encode-in'
import { expectHarmless } from '../support/harmless'
import { link, listItem, madeDocx, paragraph, run, zip } from '../support/made-docx'
import { column, madePdf } from '../support/made-pdf'

const read = (bytes: Buffer, name = 'Report.bin', mediaType = '') => readFile({ bytes: new Uint8Array(bytes), mediaType, address: null, name })
async function article(bytes: Buffer, name?: string) {
  const answer = await read(bytes, name)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems))
  return { ...answer.value, text: canonicalText(answer.value.document), html: renderHtml(answer.value.document).replace(/ dir="auto"| data-block| rel="[^"]*"/g, '') }
}
const codeOf = async (bytes: Buffer, name?: string) => {
  const answer = await read(bytes, name)
  return answer.ok ? 'read' : answer.problems[0]?.code
}

describe('a Word file', () => {
  test('comes with its headings, lists, quotes and links; its title stands apart', async () => {
    const body = [
      paragraph('Storm at sea', 'Title'), paragraph('What happened', 'heading 1'), paragraph(run('Ships ') + link('waited') + run(' &amp; waited.')),
      listItem('one'), listItem('two'), paragraph('Nobody knows.', 'Quote'), paragraph('Why', 'heading 2'), paragraph('風太大了。'),
    ]
    const { html, details } = await article(madeDocx(body.join(''), { title: 'old title', creator: 'Jane Doe' }))
    expect(html).toBe(
      '<h2>What happened</h2>\n<p>Ships <a href="https://x.example/a">waited</a> &amp; waited.</p>\n<ul><li><p>one</p></li><li><p>two</p></li></ul>\n' +
        '<blockquote><p>Nobody knows.</p></blockquote>\n<h3>Why</h3>\n<p>風太大了。</p>',
    )
    expect(details).toMatchObject({ title: 'Storm at sea', byline: 'Jane Doe', sourceUrl: null, siteName: null })
  })
  test('keeps the words under phonetic guides, exponents and struck words readable', async () => {
    const guide = (base: string, reading: string) => `<w:r><w:ruby><w:rubyPr/><w:rt>${run(reading)}</w:rt><w:rubyBase>${run(base)}</w:rubyBase></w:ruby></w:r>`
    const set = (text: string, how: string) => `<w:r><w:rPr>${how}</w:rPr><w:t>${text}</w:t></w:r>`
    const body =
      paragraph(guide('台', 'ㄊㄞˊ') + guide('北', 'ㄅㄟˇ') + run('市有') + run('10') + set('6', '<w:vertAlign w:val="superscript"/>') + run('人')) +
      paragraph(set('not', '<w:strike/>') + run(' final'))
    expect((await article(madeDocx(body))).text).toBe('台北市有10⁶人\n~~not~~ final')
  })
  test('without a title is called by its properties, its heading, its first line', async () => {
    expect((await article(madeDocx(paragraph('A line.'), { title: 'A &lt;title&gt;' }))).details.title).toBe('A <title>')
    expect((await article(madeDocx(paragraph('A heading', 'heading 1') + paragraph('A line.')))).details.title).toBe('A heading')
    expect((await article(madeDocx(paragraph('A line.')))).details.title).toBe('A line.')
  })
  test('that unpacks to gigabytes is refused, whatever it says of its size', async () => {
    const huge = Buffer.alloc(60_000_000, 32)
    expect(await codeOf(zip({ 'word/document.xml': huge }, { 'word/document.xml': 100 }))).toBe('fileTooLarge')
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`word/${i}.xml`, Buffer.alloc(1_000_000, 32)]))
    expect(await codeOf(zip(many))).toBe('fileTooLarge')
  })
  test('that is damaged, or another archive, is refused', async () => {
    const whole = madeDocx(paragraph('A line.'))
    expect(await codeOf(whole.subarray(0, -30))).toBe('fileDamaged')
    expect(await codeOf(zip({ 'word/x.xml': '<a>' }))).toBe('fileDamaged')
    expect(await codeOf(zip({ 'mimetype': 'application/epub+zip' }), 'a.docx')).toBe('fileUnreadable')
    expect(await codeOf(madeDocx(''))).toBe('bodyEmpty')
    expect(await codeOf(madeDocx(paragraph('A').replace('</w:p>', '')))).toBe('fileDamaged')
  })
  test('with a password is said to have one', async () => {
    const locked = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])
    expect(await codeOf(locked, 'a.docx')).toBe('fileEncrypted')
    expect(await codeOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.doc')).toBe('fileUnreadable')
  })
})

describe('a PDF', () => {
  test('keeps an exponent apart from its number', async () => {
    const line = (text: string, x: number, y: number, size = 11) => ({ text, x, y, size })
    const pdf = madePdf([[...column(['It was measured with care.']), line('There were 10', 72, 686), line('6', 141, 690, 7), line('of them.', 147, 686)]])
    expect((await article(pdf)).text).toContain('There were 10⁶ of them.')
  })
  const long = 'The ships that were on their way to the harbour waited outside'
  test('comes with its title, headings and paragraphs', async () => {
    const pdf = madePdf([
      [
        { text: 'Storm at sea', size: 24, y: 770 },
        ...column([`${long} un-`, 'til the wind had gone down again, and nobody was hurt in the whole', 'of the night.'], { y: 730 }),
        ...column([`And so ${long}, for the second`, 'time.'], { y: 730 - 3 * 14 - 8 }),
        { text: 'What comes next', size: 15, y: 620 },
        ...column(['• one ship', '• another ship', `After that ${long}.`], { y: 590 }),
      ],
    ])
    const { html, details } = await article(pdf)
    expect(html).toBe(
      `<p>${long} until the wind had gone down again, and nobody was hurt in the whole of the night.</p>\n<p>And so ${long}, for the second time.</p>\n` +
        `<h2>What comes next</h2>\n<ul><li><p>one ship</p></li><li><p>another ship</p></li></ul>\n<p>After that ${long}.</p>`,
    )
    expect(details).toMatchObject({ title: 'Storm at sea', language: 'en' })
  })
  test('is read on over the end of a page, without what stands at its head and foot', async () => {
    const page = (number: number, lines: string[]) => [
      { text: 'Harbour News, volume 7', size: 8, y: 810 }, ...column(lines), { text: `Page ${number} of 3`, size: 8, y: 30 },
    ]
    const pdf = madePdf([page(1, [long, `${long}, and then`]), page(2, [long, `${long}.`]), page(3, [`At last ${long}.`, long, `${long}.`])])
    expect((await article(pdf)).text).toBe(`${[long, `${long}, and then`, long, long].join(' ')}.\nAt last ${long}. ${long} ${long}.`)
  })
  test('in Chinese has no spaces where its lines meet, and its first-line indents part paragraphs', () => {
    const line = (text: string, y: number, left = 72, right = 500, size = 11) => ({ text, left, right, y, size, page: 0 })
    const { title, blocks } = pdfBlocks([
      line('港口關閉', 780, 200, 300, 22), line('港口因為風勢過強而在星期二', 700, 94), line('關閉，船隻都在港外等候。', 684), line('沒有人知道什麼時候會開', 668, 94), line('放。', 652, 72, 94),
    ])
    expect(title).toBe('港口關閉')
    expect(canonicalText({ type: 'doc', content: blocks })).toBe('港口因為風勢過強而在星期二關閉，船隻都在港外等候。\n沒有人知道什麼時候會開放。')
  })
  test('in two columns is read one column after the other', async () => {
    const right = { x: 320, y: 700 }
    const pdf = madePdf([[...column(['The ships that were on their way', 'to the harbour waited outside,', 'and all of them were'], { y: 700 }), ...column(['still there in the morning, said', 'the harbour master.'], right)]])
    expect((await article(pdf)).text).toBe('The ships that were on their way to the harbour waited outside, and all of them were still there in the morning, said the harbour master.')
  })
  test('of pictures is said to be scanned', async () => {
    expect(await codeOf(madePdf([[], []]))).toBe('fileScanned')
    expect(await codeOf(madePdf([[{ text: '1', y: 30 }], [{ text: '2', y: 30 }]]))).toBe('fileScanned')
  })
  test('with a password, or damaged, is refused', async () => {
    expect(await codeOf(madePdf([[{ text: 'x', y: 30 }]], { encrypted: true }))).toBe('fileEncrypted')
    expect(await codeOf(Buffer.from('%PDF-1.7\nnothing'))).toBe('fileDamaged')
  })
})

test.each([
  [Buffer.from('%PDF-1.4'), 'text/html', 'a.html', 'pdf'], [zip({ 'word/document.xml': 'x' }), '', 'a.txt', 'docx'], [zip({ a: 'x' }), 'text/html', '', null],
  [Buffer.from('89504e470d0a1a0a', 'hex'), 'text/html', '', null], [Buffer.from('<p>a'), 'text/html; charset=x', '', 'html'],
  [Buffer.from('a'), 'text/plain', '', 'text'], [Buffer.from('<!DOCTYPE html>'), 'text/plain', '', 'html'], [Buffer.from('# a'), '', 'a.md', 'markdown'],
  [Buffer.from('<html>'), '', '', 'html'], [Buffer.from('{}'), 'application/json', '', null], [Buffer.from('a'), '', '', null],
])('the kind of a file is told by its bytes before its name: %#', (bytes, type, name, kind) => expect(fileKind(bytes, type, name)).toBe(kind))

test.each([
  ['gbk', '这是一个没有人知道的消息'], ['big5', '這是一個沒有人知道的消息'], ['shift_jis', '港は火曜日に閉じられたのである'], ['euc-kr', '항구는 화요일에 닫혔다는 소식이다'],
])('%s is read without a label, and by its own', (label, text) => {
  const bytes = encodeIn(label, text)
  expect(decodePage(bytes, '')).toBe(text)
  expect(decodePage(bytes, `text/html; charset="${label}"`)).toBe(text)
})
test.each([
  ['windows-1251', 'Порт закрыт, сказал начальник'], ['windows-1252', 'Die Fähre fährt für alle später'], ['koi8-r', 'Порт закрыт, сказал начальник'],
])('%s is read by its label', (label, text) => expect(decodePage(encodeIn(label, text), `text/html; charset=${label}`)).toBe(text))
test('a page of UTF-8 with one broken byte stays UTF-8', () => {
  const text = '這是一個沒有人知道的消息'.repeat(400)
  expect(decodePage(Buffer.concat([Buffer.from(text), Buffer.from([0xff])]), 'text/html; charset=utf-8')).toBe(`${text}\ufffd`)
})

test.each([
  ['2026-03-04T23:30:00+08:00', '2026-03-04'], ['2026/3/4 10:00', '2026-03-04'], ['2026年3月4日', '2026-03-04'], ['March 4, 2026 11:30 PM', '2026-03-04'],
  ['發布日期 2026.03.04', '2026-03-04'], ['Wed, 04 Mar 2026 23:30:00 GMT', '2026-03-04'], ['2026-13-40', null], ['yesterday', null], ['12', null], [null, null], ['2026-02-30', null],
])('the day in “%s” is %s', (written, date) => expect(readDate(written)).toBe(date))

const english = 'The harbour was closed on Tuesday, said the harbour master, because the wind had become too strong. '.repeat(4)
test.each([
  ['en-GB', english, 'en'], ['zh-CN', english, 'en'], ['zh_TW', '新聞', 'zh-Hant'], ['zh-CN', '新闻', 'zh-Hans'], ['zh-Hant-HK', '', 'zh-Hant'],
  ['zh', '這個國家的港口。', 'zh-Hant'], ['', english, 'en'], ['not a tag!', english, 'en'], ['zh-TW', '这个国家的港口关闭了，没有人知道为什么。'.repeat(20), 'zh-Hans'], [null, '12', null],
])('a page that says %s is in %#', (claimed, text, language) => expect(likelyLanguage(claimed, text)).toBe(language))

const hostile = new URL('../../../shared/data/hostile/', import.meta.url)
describe.skipIf(!existsSync(hostile))('pages that attack (skipped where ../shared is absent)', () => {
  const strings = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
  test.each(['xss-payloads.json', 'dompurify-fixtures.json', 'svg-xss.json'])('%s: only words survive', (name) => {
    const all = strings(JSON.parse(readFileSync(new URL(name, hostile), 'utf8')))
    let read = 0
    for (let at = 0; at < all.length; at += 25) {
      const some = all.slice(at, at + 25)
      const attacks = some.map((attack) => `<div>${attack}</div>`).join('\n')
      const page = `<html><head><title>${some[0]}</title><meta name="author" content="${some[1]}"></head><body><article><p>${english}</p>${attacks}<p>${english}</p></article></body></html>`
      const answer = pageArticle(page, 'https://news.example/a')
      if (!answer.ok) continue
      read += 1
      expectHarmless(renderHtml(answer.value.document), canonicalText(answer.value.document))
      expect(answer.value.details.sourceUrl ?? 'https://').toMatch(/^https?:/)
    }
    expect(read).toBeGreaterThan(0)
  }, 120_000)
})
