import { expect, test } from 'vitest'
import { backoff } from './live-backoff'

test('it waits twice as long after each failure, up to two minutes, and never for everybody alike', () => {
  expect([1, 2, 3].map((failures) => backoff(failures, 1))).toEqual([2_000, 4_000, 8_000])
  expect([backoff(1, 0), backoff(50, 0), backoff(50, 1)]).toEqual([1_000, 60_000, 120_000])
})
