import { expect, test } from 'vitest'
import { mergeFields } from './merge-fields'

const before = { name: 'News 3B', words: null as string | null, rubric: { a: 1, b: [2] } as object }

test.each([
  ['what only I changed is mine', before, { ...before, name: 'Mine' }, { ...before, name: 'Mine' }],
  ['what only another changed stays theirs', { ...before, name: 'Theirs' }, { ...before, words: 'mine' }, { ...before, name: 'Theirs', words: 'mine' }],
  ['what both changed alike is no clash', { ...before, name: 'Same' }, { ...before, name: 'Same' }, { ...before, name: 'Same' }],
  ['how lines end changes nothing', { ...before, words: 'a\r\nb' }, { ...before, words: 'a\nb' }, { ...before, words: 'a\nb' }],
  ['the order of keys changes nothing', { ...before, rubric: { b: [2], a: 1 } }, { ...before, rubric: { a: 3 } }, { ...before, rubric: { a: 3 } }],
])('%s', (_, now, mine, merged) => {
  expect(mergeFields(now, before, mine)).toEqual({ ok: true, value: merged })
})

test('what both changed differently is refused at its field, with what is there now', () => {
  const now: typeof before = { ...before, name: 'Theirs', words: null }
  expect(mergeFields(now, { ...before, words: 'old' }, { ...before, name: 'Mine', words: 'mine' })).toEqual({
    ok: false,
    problems: [
      { code: 'detailChanged', path: 'name', values: { now: 'Theirs' } },
      { code: 'detailChanged', path: 'words', values: { now: '–' } },
    ],
  })
})

test('who has been told writes over it', () => {
  expect(mergeFields({ ...before, name: 'Theirs' }, { words: null }, { ...before, name: 'Mine' })).toEqual({ ok: true, value: { ...before, name: 'Mine' } })
})
