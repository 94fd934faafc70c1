import { expect, test } from 'vitest'
import { narrowed } from './narrowed'
import { readingCodebook } from './reading'
import { labelOfKey, labelRefsOf, labelsOf } from './registry'

test('no names leave the codebook whole', () => {
  expect(narrowed(readingCodebook, [])).toBe(readingCodebook)
})

test('only the named labels are left, at once in sight, and only their keys flag', () => {
  const second = labelsOf(readingCodebook, 'framing', 'more')[0]!
  const left = narrowed(readingCodebook, ['statement:opinion', `framing:${second.id}`])
  expect(labelRefsOf(left)).toEqual([
    { dimension: 'statement', label: 'opinion' },
    { dimension: 'framing', label: second.id },
  ])
  expect(labelsOf(left, 'framing', 'short')).toHaveLength(1)
  expect(labelOfKey(left, 'q')).toBeNull()
})

test('a dimension that is complete keeps its two lists', () => {
  const all = labelsOf(readingCodebook, 'framing').map(({ id }) => `framing:${id}`)
  expect(labelsOf(narrowed(readingCodebook, all), 'framing', 'more')).toEqual(labelsOf(readingCodebook, 'framing', 'more'))
})
