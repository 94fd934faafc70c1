import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from './folded-text'

const pieces = fc.constantFrom(
  'a', 'é', 'e\u0301', 'o\u0302\u0323', '한국', '한국'.normalize('NFD'), '각\u1100', '\u1100', '\u0301', '\n', '新聞', '，', '１２', 'ＡＢ', 'ｶﾞ', 'ｶ', '\u3000', '\u212B', '豈', '👨‍👩‍👧', '𠮷', '²', 'ﬁ', 'न\u093C', '\u0929', '1',
)
const texts = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''))

test('texts that Unicode calls the same are folded alike, and nothing else changes', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const folded = foldText(text, 'canonical').text
      expect(folded).toBe(text.normalize('NFC'))
      expect(foldText(text.normalize('NFD'), 'canonical').text).toBe(folded)
    }),
    { numRuns: 2_000 },
  )
})

test.each([['１２，ＡＢ', '12,AB'], ['ｶﾞﾞ', 'ガ\u3099'], ['10² ﬁ ①', '10² ﬁ ①'], ['\u3000', ' '], ['ﾡￂ', '\u1100\u1161'.normalize('NFKC')]])('by width %j is %j', (text, folded) => {
  expect(foldText(text, 'width').text.normalize('NFC')).toBe(folded.normalize('NFC'))
})

test('every place between characters is found again on the way back, and no other is taken for one', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('canonical' as const, 'width' as const), (text, fold) => {
      const { text: folded, toOriginal, toFolded, cuts } = foldText(text, fold)
      expect([toOriginal(0, 'start'), toOriginal(folded.length, 'end'), toFolded(text.length, 'end')]).toEqual([0, text.length, folded.length])
      for (let at = 0; at <= folded.length; at += 1) {
        if (!cuts(at)) expect(toFolded(toOriginal(at, 'start'), 'start')).toBe(at)
        expect(toOriginal(at, 'start')).toBeLessThanOrEqual(toOriginal(at, 'end'))
      }
    }),
    { numRuns: 2_000 },
  )
})
