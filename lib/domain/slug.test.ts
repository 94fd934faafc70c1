import { expect, test } from 'vitest'
import { numberedSlug, slugFromSegment, slugOf } from './slug'

test.each([
  ['Who said so? A night in Lyon', 'who-said-so-a-night-in-lyon'],
  ['It’s the harbour’s fault', 'its-the-harbours-fault'],
  ['渡輪停航的四十八小時：誰該負責？', '渡輪停航的四十八小時-誰該負責'],
  ['Cafe\u0301 au lait', 'café-au-lait'],
  ['😀', 'article'],
  ['a '.repeat(50), Array.from({ length: 30 }, () => 'a').join('-')],
  ['讀'.repeat(100), '讀'.repeat(60)],
])('%s becomes %s', (title, slug) => expect(slugOf(title)).toBe(slug))

test('the second of a name is numbered, and the address of the form is nobody’s', () => {
  expect(numberedSlug('a', 1)).toBe('a')
  expect(numberedSlug('a', 2)).toBe('a-2')
  expect(numberedSlug('new', 1)).toBe('new-article')
})

test('a segment of an address is read back, a broken one left as it is', () => {
  expect(slugFromSegment(encodeURIComponent('渡輪-a'))).toBe('渡輪-a')
  expect(slugFromSegment('%E6%B8')).toBe('%E6%B8')
  expect(slugFromSegment('100%')).toBe('100%')
})
