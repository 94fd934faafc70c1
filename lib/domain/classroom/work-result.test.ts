import { expect, it } from 'vitest'
import type { LabelRef } from '../codebook/codebook'
import { gapsOf, resultOf, type MarkedPassage } from './work-result'

const marked = (...all: [number, number, ...`${LabelRef['dimension']}:${string}`[]][]): MarkedPassage[] =>
  all.map(([start, end, ...labels], i) => ({
    id: `${start}-${i}`, start, end,
    labels: labels.map((name) => ({ dimension: name.split(':')[0] as LabelRef['dimension'], label: name.split(':')[1]! })),
  }))
const key = marked([0, 10, 'framing:doubt'], [20, 40, 'sourcing:expert', 'framing:fear'])

it('each dimension is judged by itself, and one passage can be right in one and wrong in the other', () => {
  const result = resultOf(marked([20, 40, 'sourcing:expert', 'framing:doubt']), key)
  expect(result.sourcing.judged.map(({ verdict }) => verdict)).toEqual(['found'])
  expect(result.framing.judged.map(({ verdict }) => verdict)).toEqual(['other-label', 'missed'])
  expect(result.statement).toEqual({ score: { precision: 1, recall: 1, f1: 1 }, judged: [] })
})

it('what is said of the article as a whole is no passage', () => {
  expect(resultOf(marked([0, 0, 'framing:doubt']), key).framing.judged.map(({ verdict }) => verdict)).toEqual(['missed', 'missed'])
})

it('an extra of many students may be a gap of the key', () => {
  const works = new Map([
    ['a', marked([60, 80, 'framing:fear'], [0, 10, 'framing:doubt'])], ['b', marked([65, 85, 'framing:fear'])],
    ['c', marked([70, 75, 'framing:fear'], [90, 95, 'framing:fear'])], ['d', marked([100, 110, 'framing:fear'])],
  ])
  expect(gapsOf(works, key)).toEqual([{ dimension: 'framing', label: 'fear', start: 70, end: 75, students: 3 }])
})
