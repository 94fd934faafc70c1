import { describe, expect, it } from 'vitest'
import { stackCards } from './stack'

describe('stackCards', () => {
  it('puts each card beside its passage where there is room', () => {
    expect(stackCards([0, 200, 400], [50, 50, 50], 10, 0)).toEqual([0, 200, 400])
  })
  it('pushes cards of close passages down in order', () => {
    expect(stackCards([100, 110, 120], [50, 50, 50], 10, 0)).toEqual([100, 160, 220])
  })
  it('brings the chosen card beside its passage and moves the others out of its way', () => {
    expect(stackCards([100, 110, 120], [50, 50, 50], 10, 0, 2)).toEqual([0, 60, 120])
  })
  it('keeps below the head even for the chosen card', () => {
    expect(stackCards([10, 20], [50, 50], 10, 40, 1)).toEqual([40, 100])
  })
})
