import { expect, it } from 'vitest'
import { seededRandom, xoshiro128 } from './seeded-random'

it('gives the row that its authors’ program gives from the state 1, 2, 3, 4', () => {
  const random = xoshiro128([1, 2, 3, 4])
  expect(Array.from({ length: 10 }, random.next)).toEqual([
    11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
  ])
})

it('repeats itself for a seed, differs between seeds, and spreads evenly', () => {
  const row = (seed: number) => Array.from({ length: 20 }, ((random) => () => random.below(1_000))(seededRandom(seed)))
  expect(row(7)).toEqual(row(7))
  expect(row(7)).not.toEqual(row(8))
  const random = seededRandom(0)
  const hits = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < 60_000; i += 1) hits[random.below(6)]! += 1
  for (const n of hits) expect(Math.abs(n - 10_000)).toBeLessThan(400)
})
