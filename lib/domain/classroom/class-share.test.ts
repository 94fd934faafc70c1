import { expect, test } from 'vitest'
import type { Dimension } from '../codebook/codebook'
import { classShare } from './class-share'

const marked = (start: number, end: number, ...names: `${Dimension}:${string}`[]) => ({
  id: `${start}`, start, end, labels: names.map((name) => ({ dimension: name.split(':')[0] as Dimension, label: name.split(':')[1]! })),
})
const place = marked(10, 20, 'framing:doubt', 'framing:slogans', 'sourcing:unnamed-bare')

test.each<[string, ReturnType<typeof marked>[], { same: number; other: number }]>([
  ['the same label at the same place', [marked(10, 20, 'framing:doubt')], { same: 1, other: 0 }],
  ['another that counts as right too', [marked(8, 20, 'framing:slogans')], { same: 1, other: 0 }],
  ['one of its labels in another dimension is enough', [marked(10, 20, 'framing:flag-waving', 'sourcing:unnamed-bare')], { same: 1, other: 0 }],
  ['another label there', [marked(10, 20, 'framing:flag-waving')], { same: 0, other: 1 }],
  ['a label in a dimension that the place has none in', [marked(10, 20, 'statement:opinion')], { same: 0, other: 0 }],
  ['a passage that hardly touches it', [marked(0, 12, 'framing:doubt')], { same: 0, other: 0 }],
  ['one that touches it by a third', [marked(0, 14, 'framing:doubt')], { same: 1, other: 0 }],
  ['one person with two passages counts once', [marked(10, 15, 'framing:doubt'), marked(15, 20, 'framing:flag-waving')], { same: 1, other: 0 }],
  ['what is said of the article as a whole', [marked(0, 0, 'framing:doubt')], { same: 0, other: 0 }],
  ['nothing', [], { same: 0, other: 0 }],
])('%s', (_what, work, share) => expect(classShare(place, [work])).toEqual(share))

test('people add up', () => {
  const works = [[marked(10, 20, 'framing:doubt')], [marked(11, 19, 'framing:slogans')], [marked(10, 20, 'framing:flag-waving')], []]
  expect(classShare(place, works)).toEqual({ same: 2, other: 1 })
})
