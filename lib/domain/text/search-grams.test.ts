import { expect, test } from 'vitest'
import { searchable, searchGrams } from './search-grams'

test.each([
  ['讀新聞a', ['讀', '新', '讀新', '聞', '新聞']],
  ['讀。新', ['讀', '新']],
  ['news', []],
  ['𠮷野', ['𠮷', '野', '𠮷野']],
  ['讀讀讀', ['讀', '讀讀']],
])('%s gives its characters and their neighbours once', (text, grams) => {
  expect(searchGrams(text).sort()).toEqual([...grams].sort())
})

test('width and case make no difference to a search', () => {
  expect(searchable('ＧＬＯＳＳ ﬁ')).toBe('gloss fi')
})
