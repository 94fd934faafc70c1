import { existsSync, readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkedNote } from '@/lib/domain/checked-note'
import { noteText } from '@/lib/domain/note'
import { noteHtml } from '@/lib/domain/note-html'
import { isPlainNote, noteOfText } from '@/lib/domain/note-text'
import { readNoteHtml } from '@/lib/domain/read-note-html'
import { anyNote } from '../../../tests/support/any-annotation-set'
import { mostSlowNotes, type NoteSource, type ReadNote } from './note-source'
import { readNotes } from './read-notes'

/** Each note of these, read together. */
function readAll(notes: NoteSource['note'][]): ReadNote[] {
  const read = readNotes(notes.map((note, at) => ({ note, path: `${at}.body` })))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

describe('a note as text and as HTML', () => {
  test('of any text says that text, in no more paragraphs than a note may have', () => {
    const lines = fc.array(fc.string({ unit: 'binary', maxLength: 8 }).map((line) => line.replace(/[\0\n\p{Surrogate}]/gu, '')), { maxLength: 500 })
    fc.assert(fc.property(lines, (all) => {
      const text = all.join('\n')
      const note = noteOfText(text)
      expect(noteText(note)).toBe(text)
      expect(isPlainNote(note)).toBe(true)
      expect(checkedNote(note, '')).toEqual({ ok: true, value: note })
    }))
  })

  test('is read back from what we write', () => {
    fc.assert(fc.property(anyNote, (note) => {
      const html = noteHtml(note)
      const read = readNoteHtml(html)
      expect(read && noteHtml(read)).toBe(html)
    }))
  })

  test.each([
    '', 'words', '<p>a', '<p>a</p> ', '<p class="x">a</p>', '<p>&nbsp;</p>', '<p><b>a</b></p>', '<p><em>a</p></em>', '<p><strong><strong>a</strong></strong></p>',
    '<ul></ul>', '<ul><li>a</li></ul>', '<ul> <li><p>a</p></li></ul>', '<ul><li><p>a</p>b</li></ul>', '<p><script>a</script></p>', '<p><br href="x" rel="noopener nofollow ugc"></p>',
    '<p><a href="https://example.org">a</a></p>', '<p>a<!-- b --></p>', '<p>a > b</p>', '<p><ul></p>',
  ])('%s is left to the parser', (html) => expect(readNoteHtml(html)).toBeNull())

  test('a link that is no link is refused, though it is written as ours are', () => {
    const note = readNoteHtml('<p><a href="javascript:alert(1)" rel="noopener nofollow ugc">a</a></p>')
    expect(checkedNote(note, 'body')).toMatchObject({ ok: false, problems: [{ code: 'addressScheme', path: 'body' }] })
  })

  test('that is made to be slow is refused by itself, until there are too many of them', () => {
    // Different attributes: alike ones are forgotten after three.
    const slow = { format: 'html', value: Array.from({ length: 480 }, (_, i) => `<b id=${i}>`).join('') + '<p>'.repeat(10_000) } as const
    const honest = { format: 'html', value: '<i>a</i>' } as const
    const read = readAll([honest, slow, honest, ...Array<typeof slow>(mostSlowNotes - 1).fill(slow), honest])
    const refused = (at: number) => ({ ok: false, problems: [{ code: 'bodyTooSlow', path: `${at}.body`, values: { limit: 1 } }] })
    expect(read.slice(0, 3)).toMatchObject([{ ok: true }, refused(1), { ok: true }])
    expect(read.at(-1)).toEqual(refused(read.length - 1))
  })

  test('without words is none, and one that is too long is refused where it stood', () => {
    const of = (value: string) => ({ format: 'html', value }) as const
    const markdown = { format: 'markdown', value: 'a **b**' } as const
    expect(readAll([of('<script>x</script> '), of(`<b>${'a'.repeat(10_001)}</b>`), markdown])).toMatchObject([
      { ok: true, value: null },
      { ok: false, problems: [{ code: 'tooLong', path: '1.body' }] },
      { ok: true, value: { content: [{ content: [{ text: 'a ' }, { text: 'b' }] }] } },
    ])
  })
})

describe('a note in HTML or Markdown', () => {
  const hostile: [string, string][] = [
    ['<script>alert(1)</script>Look <img src=x onerror=alert(1)> here', '<p>Look</p><p>here</p>'],
    ['<p onclick="alert(1)">a <a href="javascript:alert(1)">link</a></p>', '<p>a link</p>'],
    ['<h2>Why</h2><ol><li>one<ul><li>deep</li></ul></li></ol><blockquote><p>said</p></blockquote>',
      '<p><strong>Why</strong></p><ul><li><p>1. one</p></li><li><p>deep</p></li></ul><p>said</p>'],
    ['<table><tr><td>a<td>b</table>', '<p>a b</p>'],
  ]
  test.each(hostile)('HTML becomes a note that can do nothing: %s', (value, html) => {
    const [read] = readAll([{ format: 'html', value }])
    expect(read?.ok && read.value && noteHtml(read.value)).toBe(html)
  })

})

const hostile = new URL('../../../shared/data/hostile/', import.meta.url)
describe.skipIf(!existsSync(hostile))('hostile collections (skipped where ../shared is absent)', () => {
  const load = (name: string): unknown => JSON.parse(readFileSync(new URL(name, hostile), 'utf8'))
  const strings = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []

  test.each(['xss-payloads.json', 'dompurify-fixtures.json', 'svg-xss.json', 'blns.json'])('%s: only words and links survive', { timeout: 120_000 }, (name) => {
    // Thousands of strings: the wrong ones are gathered, since an expectation of each costs more than what it is about.
    const values = [...new Set(strings(load(name)))]
    const sources = values.flatMap((value) => [{ format: 'html', value } as const, { format: 'markdown', value } as const])
    const written = values.map((value) => checkedNote(noteOfText(value), 'body'))
    const wrong = [...readAll(sources), ...written].flatMap((note, at) => {
      const faults = note.ok ? (note.value ? harmfulIn(noteHtml(note.value)) : []) : note.problems.filter(({ path }) => !path.endsWith('body'))
      return faults.length > 0 ? [{ value: sources[at]?.value, faults }] : []
    })
    expect(wrong).toEqual([])
  })

  test('what would be harmful is seen', () =>
    expect(['<b>a</b>', '<p class="x">a</p>', '<p><a href="javascript:a">a</a></p>'].map((html) => harmfulIn(html).length)).toEqual([1, 1, 1]))
})

const allowed: { [tag: string]: string[] } = { P: [], UL: [], LI: [], STRONG: [], EM: [], BR: [], A: ['href', 'rel'] }

/** Elements of HTML, as they stand there, that a note has no place for, or that lead elsewhere than into the web. */
const harmfulIn = (html: string): string[] =>
  Array.from(JSDOM.fragment(html).querySelectorAll('*')).flatMap((element) => {
    const known = allowed[element.tagName]
    const harmless = known && element.getAttributeNames().every((name) => known.includes(name)) && /^https?:\/\//i.test(element.getAttribute('href') ?? 'http://')
    return harmless ? [] : [element.outerHTML]
  })
