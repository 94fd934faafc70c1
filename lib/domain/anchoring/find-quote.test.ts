import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'
import { codePointIndex } from '../text/code-points'
import { describe } from './describe'
import { findQuote, type SoughtQuote } from './find-quote'

const text =
  'The council voted twice. First the council voted for the bridge; then the council voted against it. 橋梁案兩度表決。'

function words(sought: SoughtQuote) {
  const found = findQuote(text, sought)
  return found && codePointIndex(text).slice(found)
}

group('a quote is found', () => {
  test('by its words alone where they occur once, whatever is said to stand around them', () => {
    expect(findQuote(text, { exact: 'for the bridge' })).toEqual({ start: 49, end: 63 })
    expect(findQuote(text, { exact: 'for the bridge', prefix: 'nothing like it', position: 3 })).toEqual({
      start: 49,
      end: 63,
    })
  })
  test('among several by what stands before and after, even roughly', () => {
    expect(findQuote(text, { exact: 'the council voted', suffix: ' against it' })).toEqual({ start: 70, end: 87 })
    expect(findQuote(text, { exact: 'the council voted', prefix: 'First, ' })).toEqual({ start: 31, end: 48 })
  })
  test('by its position where nothing else tells', () => {
    expect(findQuote('yes, yes, yes', { exact: 'yes', position: 5 })).toEqual({ start: 5, end: 8 })
  })
  test('with a few characters different', () => {
    expect(words({ exact: 'council votes for the brigde' })).toBe('council voted for the bridge')
  })
  const forms = 'Nguyễn Văn Cường. 부두 위원회는 화요일에 만났다. １２：３０，ＡＢＣ and ｶﾞ, 10² at 102.'
  test.each(['Văn Cường', '부두 위원회는', '위원회', '12:30,ABC', '１２：３０', 'ガ', '만났다. 12'])('in whatever form %s is written', (words) => {
    for (const text of [forms.normalize('NFC'), forms.normalize('NFD')]) {
      for (const exact of [words.normalize('NFC'), words.normalize('NFD')]) {
        const found = findQuote(text, { exact })
        expect(found && [...text].slice(found.start, found.end).join('').normalize('NFKC')).toBe(words.normalize('NFKC'))
      }
    }
  })
  test('letter by letter before in another form, and never half a character or another number', () => {
    expect(findQuote('Cafe\u0301 and café', { exact: 'café' })).toEqual({ start: 10, end: 14 })
    expect(findQuote('cafe\u0301', { exact: 'cafe' })).toEqual({ start: 0, end: 4 })
    expect(findQuote('각료'.normalize('NFC'), { exact: '가'.normalize('NFD') })).toBeNull()
    expect(findQuote('about 10² of them', { exact: '102' })).toBeNull()
    expect(findQuote('café one. cafe\u0301 two', { exact: 'cafe\u0301', suffix: ' two' })).toEqual({ start: 10, end: 15 })
  })
  test('in code points', () => {
    expect(findQuote('👩‍👧 橋梁案', { exact: '橋梁', position: 4 })).toEqual({ start: 4, end: 6 })
  })
})

group('a quote is not found', () => {
  test('where it is empty, or the text is', () => {
    expect(findQuote(text, { exact: '' })).toBeNull()
    expect(findQuote('', { exact: 'council' })).toBeNull()
  })
  test('where nothing tells its places apart', () => {
    expect(findQuote('yes, yes, yes', { exact: 'yes' })).toBeNull()
    expect(findQuote('a yes b yes c', { exact: 'yes', position: 5 })).toBeNull()
  })
  test('where too little is like it', () => {
    expect(findQuote(text, { exact: 'the mayor signed twice' })).toBeNull()
    expect(findQuote(text, { exact: '橋梁法' })).toBeNull()
  })
})

test('a description resolves to where it came from', () => {
  const texts = fc
    .array(fc.constantFrom('a', 'b', ' ', '\n', '的', '了', '𠮷'), { minLength: 1, maxLength: 80 })
    .map((all) => all.join(''))
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
      const index = codePointIndex(text)
      const start = a % index.length
      const span = { start, end: start + 1 + (b % (index.length - start)) }
      const { quote, prefix, suffix } = describe(index, span)
      expect(findQuote(text, { exact: quote, prefix, suffix, position: start })).toEqual(span)
      expect([span, null]).toContainEqual(findQuote(text, { exact: quote, prefix, suffix }))
    }),
    { numRuns: 1000 },
  )
})

type Case = {
  id: string
  kind?: string
  text: string
  selector: { exact: string; prefix?: string; suffix?: string; hint?: number; start?: number; end?: number }
  expected: { start: number; end?: number } | null | { start: number; end: number }[]
}

/** Hypothesis guesses here and we do not: half the letters differ, or two places are as good as each other. */
const declined = ['hypothesis-matchQuote/similarity/Some years after', 'hypothesis-matchQuote/noHint-first']

const shared = resolve(import.meta.dirname, '../../../../shared/data/anchoring')
const known = existsSync(shared)
if (!known) console.warn('Known answers of other tools are not at hand; their cases are left out.')

group.runIf(known)('answers of other tools', () => {
  const read = (name: string) => JSON.parse(readFileSync(resolve(shared, name), 'utf8'))
  const hypothesis: Case[] = known ? read('hypothesis.json').matchQuote : []
  const apache: Case[] = known ? read('apache-annotator.json').cases : []

  test.each(hypothesis)('$id', ({ id, text, selector, expected }) => {
    const { hint, ...quote } = selector
    const found = findQuote(
      text,
      hint === undefined ? quote : { ...quote, position: codePointIndex(text).toCodePoint(hint) },
    )
    if (declined.includes(id)) return expect(found).toBeNull()
    if (expected === null || Array.isArray(expected)) return expect(found).toBeNull()
    expect(found && codePointIndex(text).toUtf16(found.start)).toBe(expected.start)
    if (expected.end !== undefined) expect(found && codePointIndex(text).toUtf16(found.end)).toBe(expected.end)
  })

  test.each(apache.filter(({ kind }) => kind === 'quote-match-all'))('$id', ({ text, selector, expected }) => {
    const index = codePointIndex(text)
    const places = (expected as { start: number; end: number }[]).map(({ start, end }) => ({
      start: index.toCodePoint(start),
      end: index.toCodePoint(end),
    }))
    const found = findQuote(text, selector)
    if (selector.exact === '') return expect(found).toBeNull()
    if (places.length === 1) return expect(found).toEqual(places[0])
    if (places.length > 1) {
      expect(found).toBeNull()
      for (const place of places) expect(findQuote(text, { ...selector, position: place.start })).toEqual(place)
      return
    }
    // Apache asks for the surroundings to the letter; for us words that occur once are found whatever surrounds them.
    if (found) expect(index.slice(found)).toBe(selector.exact)
  })

  test.each(apache.filter(({ kind }) => kind === 'position-match'))(
    '$id counts in code points',
    ({ text, selector, expected }) => {
      const index = codePointIndex(text)
      const [place] = expected as { start: number; end: number }[]
      expect([index.toUtf16(selector.start!), index.toUtf16(selector.end!)]).toEqual([place!.start, place!.end])
    },
  )
})
