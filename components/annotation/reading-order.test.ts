import { describe, expect, it } from 'vitest'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { firstBeyond, inReadingOrder, parted, placeInOrder } from './reading-order'

const flag = (id: string, start: number, end: number, createdAt = ''): ReaderAnnotation => ({
  id, start, end, createdAt, updatedAt: createdAt, author: { id: 'a', name: 'Ann' }, quote: '', labels: [], note: null, evidence: [],
  confidence: null, sourceName: null, version: 1,
})
const list = [flag('a', 5, 9), flag('b', 5, 20), flag('c', 5, 9, '2'), flag('d', 0, 40), flag('e', 30, 31)].sort(inReadingOrder)

describe('reading order', () => {
  it('goes by place, the longer first, then by age', () => {
    expect(list.map(({ id }) => id).join('')).toBe('dbace')
  })
  it('finds each at its place, and nothing that is not there', () => {
    for (const [i, each] of list.entries()) expect(placeInOrder(list, each)).toBe(i)
    expect(placeInOrder(list, flag('x', 5, 9))).toBe(-1)
    expect(placeInOrder(list, flag('x', 99, 100))).toBe(-1)
    expect(placeInOrder(list, undefined)).toBe(-1)
  })
  it('parts what is about the whole from the passages', () => {
    expect(parted(list)).toEqual([[], list])
    const [x, y] = [flag('x', 0, 0), flag('y', 0, 0, '2')]
    expect(parted([...list, x, y].sort(inReadingOrder))).toEqual([[x, y], list])
  })
  it('finds the first that reaches beyond a place', () => {
    expect([0, 10, 35, 45].map((at) => list[firstBeyond(list, at)]?.id)).toEqual(['d', 'd', 'd', undefined])
  })
})
