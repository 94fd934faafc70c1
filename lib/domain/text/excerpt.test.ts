import { expect, test } from 'vitest'
import { codePointIndex } from './code-points'
import { excerptOf, surroundings } from './excerpt'

const text = codePointIndex('The ferry 🚢 stopped.\nOfficials say that nobody is to blame.\nThe end.')

test('a passage stands among whole words, with an ellipsis where some were left out', () => {
  expect(excerptOf(text, { start: 21, end: 30 }, 12)).toEqual({ before: '…🚢 stopped.\n', quote: 'Officials', after: ' say that…' })
  expect(excerptOf(text, { start: 0, end: 3 }, 500)).toMatchObject({ before: '', quote: 'The', after: text.slice({ start: 3, end: text.length }) })
})

test('the surroundings of a place begin and end with a paragraph where one is near, and say where they begin', () => {
  const around = surroundings(text, 40, 14)
  expect(around.text).toBe('Officials say that nobody is to blame.')
  expect(text.slice({ start: around.start, end: around.start + 9 })).toBe('Officials')
})
