import { expect, test } from 'vitest'
import type { Passage } from '../summary/layer-summary'
import { projectedPassages } from './projection'

const text = 'First 😀 paragraph.\nSecond one has a passage here.\nThird.'
const start = [...text.slice(0, text.indexOf('passage here'))].length
const passage: Passage = { start, end: start + 12, quote: 'passage here', dimension: 'framing', votes: { doubt: 2, none: 1 }, readers: 2, disagreement: 0.5 }

test('a passage stands in its own paragraph, with the votes and what the key has there in its dimension', () => {
  const key = [
    { id: 'k', start: start + 2, end: start + 5, labels: [{ dimension: 'framing' as const, label: 'doubt' }], note: null },
    { id: 'other', start, end: start + 5, labels: [{ dimension: 'sourcing' as const, label: 'named' }], note: null },
    { id: 'away', start: 0, end: 5, labels: [{ dimension: 'framing' as const, label: 'doubt' }], note: null },
  ]
  expect(projectedPassages(text, { contested: [passage], agreed: [] }, key)).toEqual([
    {
      start, end: start + 12, dimension: 'framing', before: 'Second one has a ', quote: 'passage here', after: '.',
      votes: [{ label: 'doubt', count: 2 }, { label: 'none', count: 1 }],
      key: [{ id: 'k', labels: ['doubt'], note: null }],
    },
  ])
})

test('a long paragraph is cut at words, and what parts the class comes first', () => {
  const long = `${'word '.repeat(200)}x${' word'.repeat(200)}`
  const one = { ...passage, start: 1000, end: 1001, quote: 'x' }
  const [first, second] = projectedPassages(long, { contested: [one], agreed: [{ ...one, dimension: 'sourcing' }] }, [])
  expect([first?.dimension, second?.dimension]).toEqual(['framing', 'sourcing'])
  expect(first?.before).toMatch(/^…word(?: word)* $/)
  expect(first?.after).toMatch(/^ word.*word…$/)
  expect([...first!.before].length).toBeLessThan(300)
})
