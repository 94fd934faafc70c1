import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { excerptAround, foundPieces } from './found-words'
import { searchTerms } from './search-terms'

const marked = (text: string, q: string) => foundPieces(text, searchTerms(q)).map(({ text: piece, found }) => (found ? `[${piece}]` : piece)).join('')

describe('what a search found is marked', () => {
  test.each([
    ['The old pier', 'PIER old', 'The [old] [pier]'],
    ['The old pier, the pier', '"old pier"', 'The [old pier], the pier'],
    ['市長說渡輪停駛', '渡輪', '市長說[渡輪]停駛'],
    ['Ｆｅｒｒｙ and ﬁre', 'ferry fire', '[Ｆｅｒｒｙ] and [ﬁre]'],
    ['cafe\u0301 and café', 'café', '[cafe\u0301] and [café]'],
    ['ΟΔΟΣ και οδός', 'οδος', '[ΟΔΟΣ] και οδός'],
    ['👩‍👩‍👧 at the pier', '👩', '[👩‍👩‍👧] at the pier'],
    ['nothing here', 'elsewhere', 'nothing here'],
    ['', 'x', ''],
  ])('in %j by %j', (text, q, expected) => expect(marked(text, q)).toBe(expected))

  test('and nothing is lost or cut inside a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }), { maxLength: 4 }), (text, words) => {
        const pieces = foundPieces(text, searchTerms(words.join(' ')))
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
        expect(pieces.every((piece, at) => piece.found !== pieces[at - 1]?.found)).toBe(true)
      }),
    )
  })
})

test('an excerpt begins shortly before what was found', () => {
  const text = `${'Words of no interest at all. '.repeat(20)}Then the ferry stopped.\n${'More words follow here. '.repeat(20)}`
  const excerpt = excerptAround(text, ['ferry'])
  expect(excerpt).toMatch(/^….{0,30}ferry stopped\. More/)
  expect([...excerpt].length).toBeLessThanOrEqual(120)
  expect(excerptAround('A short text.', ['ferry'])).toBe('A short text.')
  expect(excerptAround(text, [])).toMatch(/^Words of .*…$/)
})
