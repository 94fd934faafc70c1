import { existsSync, readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noteText } from '@/lib/domain/note'
import { noteHtml } from '@/lib/domain/note-html'
import { isPlainNote, noteOfText } from '@/lib/domain/note-text'
import { readNoteHtml } from '@/lib/domain/read-note-html'
import { anyNote } from '../../tests/support/any-annotation-set'
import { incomingNote } from './incoming-note'

const time = () => ({ left: 60_000 })

describe('a note as text and as HTML', () => {
  test('of any text says that text, in no more paragraphs than a note may have', () => {
    const lines = fc.array(fc.string({ unit: 'binary', maxLength: 8 }).map((line) => line.replace(/[\0\n\p{Surrogate}]/gu, '')), { maxLength: 500 })
    fc.assert(fc.property(lines, (all) => {
      const text = all.join('\n')
      const note = noteOfText(text)
      expect(noteText(note)).toBe(text)
      expect(isPlainNote(note)).toBe(true)
      const taken = incomingNote({ format: 'text', value: text }, '', time())
      expect(taken).toEqual({ ok: true, value: note })
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
    const value = '<p><a href="javascript:alert(1)" rel="noopener nofollow ugc">a</a></p>'
    expect(incomingNote({ format: 'html', value }, 'body', time())).toMatchObject({ ok: false, problems: [{ code: 'addressScheme', path: 'body' }] })
  })

  test('stops where the time for all of them is over', () => {
    expect(incomingNote({ format: 'html', value: '<i>a</i>' }, 'body', { left: 0 })).toMatchObject({ problems: [{ code: 'bodyTooSlow', path: 'body' }] })
  })
})

const hostile = new URL('../../../shared/data/hostile/', import.meta.url)
describe.skipIf(!existsSync(hostile))('hostile collections (skipped where ../shared is absent)', () => {
  const load = (name: string): unknown => JSON.parse(readFileSync(new URL(name, hostile), 'utf8'))
  const strings = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []

  test.each(['xss-payloads.json', 'dompurify-fixtures.json', 'svg-xss.json', 'blns.json'])('%s: only words and links survive', { timeout: 120_000 }, (name) => {
    // Thousands of strings: the wrong ones are gathered, since an expectation of each costs more than what it is about.
    const wrong = [...new Set(strings(load(name)))].flatMap((value) =>
      (['html', 'markdown', 'text'] as const).flatMap((format) => {
        const note = incomingNote({ format, value }, 'body', time())
        const faults = note.ok ? (note.value ? harmfulIn(noteHtml(note.value)) : []) : note.problems.filter(({ path }) => path !== 'body')
        return faults.length > 0 ? [{ value, format, faults }] : []
      }))
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
