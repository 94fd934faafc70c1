import { expect, test } from 'vitest'
import { searchable } from './search-grams'
import { longRunAt, normalForm } from './normal-form'

test.each(['cafe\u0301', 'ＧＬＯＳＳ ﬁ', '한국어', 'Nguye\u0302\u0303n', 'בְּרֵאשִׁ֖ית', 'ｶﾞ', '\uFDFA', `x${'\u0301'.repeat(30)}`])('a text that people write is normalised as it always is: %j', (text) => {
  for (const form of ['NFC', 'NFKC', 'NFKD'] as const) expect(normalForm(text, form)).toBe(text.normalize(form))
})

// Unbroken, each of these is sorted in time that grows with the square of its length: 400,000 marks took 15 s.
test.each([
  ['marks of two classes', '\u0301\u0323'],
  ['marks beyond the first plane', '\u{1D165}\u{1D16D}'],
  ['half-width voicing marks, which are marks only in NFKC', '\u0301\uFF9E'],
  ['letters that bring marks', 'ṩ\u0301\u0323'],
])('no run stays long: %s', (_, pair) => {
  const broken = normalForm(`a${pair.repeat(500)}`, 'NFKC')
  const runs = broken.match(/[^\P{M}\u034F]+/gu) ?? []
  expect(Math.max(...runs.map((run) => [...run].length))).toBeLessThanOrEqual(34)
})

test('a long run is found where it begins', () => {
  expect(longRunAt(`ab${'\u0301'.repeat(31)}`)).toBe(2)
  expect(longRunAt(`ab${'\u0301'.repeat(30)}c${'\u0323'.repeat(30)}`)).toBe(-1)
})

test('a text of two megabytes is made searchable, whatever it is made of', () => {
  for (const text of ['\u0301\u0323'.repeat(500_000), '\u0301\uFF9E'.repeat(400_000), `${'\u0301\u0323'.repeat(15)}a`.repeat(30_000)]) {
    expect(searchable(text).length).toBeLessThan(text.length * 1.1)
  }
  expect(searchable('\uFDFA'.repeat(660_000))).toHaveLength(660_000)
})
