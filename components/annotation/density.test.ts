import { expect, it } from 'vitest'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { densityOf } from './density'

const flag = (start: number, end: number, ...dimensions: ('sourcing' | 'framing')[]) =>
  ({ start, end, labels: dimensions.map((dimension) => ({ dimension, label: 'x' })) }) as ReaderAnnotation

it('counts the flags of each dimension in each part of the text', () => {
  const density = densityOf([flag(0, 30, 'sourcing'), flag(25, 26, 'sourcing', 'framing'), flag(99, 100, 'framing')], 100, 10)
  expect(density.sourcing).toEqual([1, 1, 2, 0, 0, 0, 0, 0, 0, 0])
  expect(density.framing).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 1])
  expect(density.statement).toEqual(new Array(10).fill(0))
})
