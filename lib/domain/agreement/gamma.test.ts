import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestDisorder } from './best-alignment'
import { gamma } from './gamma'
import { dissimilarityOf, evenDissimilarity } from './gamma-disorder'
import type { Unit } from './sections'

type Row = [start: number, end: number, label: string]
const unitsOf = (rows: readonly Row[]): Unit[] => rows.map(([start, end, label]) => ({ start, end, label }))
const spread = (rows: readonly Row[][]) => ({
  textLength: 200,
  annotators: rows.map((_, i) => `${i}`),
  spans: rows.flatMap((own, i) => unitsOf(own).map((unit) => ({ annotator: `${i}`, ...unit }))),
})

describe('how unlike two units are, published', () => {
  it.each<[Row, Row, number, number]>([
    [[4, 14, 'a'], [40, 44, 'a'], 22.2, 1], [[4, 14, 'a'], [20, 25, 'a'], 3.2, 1], [[4, 14, 'a'], [14, 24, 'a'], 1, 2],
    [[20, 30, 'a'], [20, 25, 'a'], 0.11, 2], [[20, 25, 'a'], [14, 24, 'a'], 0.22, 2], [[1, 5, 'a'], [2, 6, 'a'], 0.0625, 4],
    [[1, 5, 'a'], [7, 11, 'a'], 2.25, 2], [[1, 5, 'a'], [1, 5, 'b'], 1, 12],
  ])('%j and %j', (a, b, value, digits) => {
    expect(dissimilarityOf(unitsOf([a])[0]!, unitsOf([b])[0]!, evenDissimilarity)).toBeCloseTo(value, digits)
  })
})

const cyclic = (from: number, to: number, labels: string): Row[] =>
  Array.from({ length: 16 }, (_, k) => [from + 10 * k, to + 10 * k, labels[k % 3]!])

describe('gamma of published fixtures', () => {
  it.each<[string, Row[][], number, number | null, number, typeof evenDissimilarity]>([
    ['one further on', [[[1, 5, 'a'], [6, 10, 'b'], [11, 15, 'a']], [[2, 6, 'a'], [7, 11, 'b'], [12, 16, 'a']]], 0.0625, 0.53697, 0.8836, evenDissimilarity],
    ['two left alone', [[[1, 5, 'a'], [6, 10, 'b'], [20, 24, 'a'], [30, 34, 'b']], [[2, 6, 'a'], [31, 35, 'b']]], 0.7083333, 1.63508, 0.5668, evenDissimilarity],
    ['the same', [[[1, 5, 'a'], [10, 15, 'b'], [20, 25, 'c']], [[1, 5, 'a'], [10, 15, 'b'], [20, 25, 'c']]], 0, null, 1, evenDissimilarity],
    ['three annotators', [[[1, 5, 'a'], [10, 14, 'b']], [[2, 6, 'a'], [11, 15, 'b']], [[1, 4, 'a'], [9, 14, 'c']]], 0.4087564, 1.198, 0.6588, evenDissimilarity],
    ['sixteen each', [cyclic(1, 6, 'abc'), cyclic(2, 8, 'bca')], 1.0743802, 0.97598, -0.1008, evenDissimilarity],
    ['weights 3 and 2', [[[1, 5, 'a'], [6, 10, 'b'], [11, 15, 'c']], [[2, 7, 'a'], [8, 12, 'b'], [11, 15, 'a']]], 1.0277778, 1.35999, 0.2443, { place: 3, label: 2, empty: 1 }],
  ])('%s', (_name, rows, disorder, expected, value, weights) => {
    expect(bestDisorder(rows.map(unitsOf), weights)).toBeCloseTo(disorder, 7)
    const result = gamma(spread(rows), { weights, samples: 300 })
    expect(result.observedDisorder).toBeCloseTo(disorder, 7)
    if (expected !== null) expect(Math.abs(result.expectedDisorder! / expected - 1)).toBeLessThan(0.15)
    expect(Math.abs(result.value! - value)).toBeLessThan(0.2)
  })

  it('is the same for the same seed', () => {
    const data = spread([cyclic(1, 6, 'abc'), cyclic(3, 9, 'abc')])
    expect(gamma(data, { seed: 5, samples: 20 })).toEqual(gamma(data, { seed: 5, samples: 20 }))
  })
})

it('finds the alignment that trying all of them finds', () => {
  const row = fc.tuple(fc.nat(90), fc.integer({ min: 1, max: 9 }), fc.constantFrom('a', 'b'))
  const rows = fc.array(row, { maxLength: 3 }).map((all) => unitsOf(all.map(([start, length, label]): Row => [start, start + length, label])))
  fc.assert(
    fc.property(rows, rows, rows, (a, b, c) => {
      const all = [a, b, c]
      if (all.flat().length === 0) return
      expect(bestDisorder(all, evenDissimilarity)).toBeCloseTo(leastOf(all) / (all.flat().length / 3), 9)
    }),
  )
})

it('says that it gives up where many mark the same place over and over', () => {
  const rows = Array.from({ length: 20 }, () => unitsOf(Array.from({ length: 5 }, (_, k) => [k, k + 10, `${k}`])))
  expect(bestDisorder(rows, evenDissimilarity)).toBeNull()
})

it.each([
  ['nobody', [], 'fewer-than-two-annotators'], ['one annotator', [[[0, 4, 'a']]], 'fewer-than-two-annotators'],
  ['nothing marked', [[], []], 'no-annotations'],
] as [string, Row[][], string][])('has no value for %s', (_name, rows, reason) => {
  expect(gamma(spread(rows))).toMatchObject({ value: null, undefinedBecause: reason })
})

/** The least total disorder, by trying for the first unit every group of units of others. */
function leastOf(byAnnotator: readonly Unit[][]): number {
  const first = byAnnotator.findIndex((units) => units.length > 0)
  if (first < 0) return 0
  const choices = byAnnotator.map((units, i) => (i === first ? [units[0]!] : i < first ? [null] : [null, ...units]))
  let least = Infinity
  for (const a of choices[0]!) for (const b of choices[1]!) for (const c of choices[2]!) {
    const group = [a, b, c]
    const left = byAnnotator.map((units, i) => units.filter((unit) => unit !== group[i]))
    least = Math.min(least, costOf(group) + leastOf(left))
  }
  return least
}

function costOf(group: readonly (Unit | null)[]): number {
  let sum = 0
  group.forEach((a, i) => group.slice(i + 1).forEach((b) => (sum += a && b ? dissimilarityOf(a, b, evenDissimilarity) : 1)))
  return sum / 3
}
