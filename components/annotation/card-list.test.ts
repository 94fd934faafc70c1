import { describe, expect, it } from 'vitest'
import { cardList } from './card-list'

const cards = (count: number, from = 0) => Array.from({ length: count }, (_, i) => ({ id: `card ${from + i}` }))

describe('cardList', () => {
  it('makes the cards between two heights and keeps the room of the others', () => {
    const list = cardList(100)
    list.hold(cards(1000))
    expect(list.rangeBetween(-50, 250)).toEqual({ first: 0, last: 3, above: 0, below: 99_700 })
    expect(list.rangeBetween(50_010, 50_190)).toEqual({ first: 500, last: 502, above: 50_000, below: 49_800 })
    expect(list.rangeBetween(99_950, 100_400)).toEqual({ first: 999, last: 1000, above: 99_900, below: 0 })
  })

  it('counts with the heights that cards turned out to have', () => {
    const list = cardList(100)
    list.hold(cards(10))
    list.measure(2, 250)
    list.measure(7, 40)
    list.measure(2, 150)
    expect([0, 2, 3, 7, 8, 10].map(list.topOf)).toEqual([0, 200, 350, 750, 790, 990])
    expect(list.rangeBetween(340, 360)).toMatchObject({ first: 2, last: 4 })
  })

  it('agrees with plain sums whatever is measured', () => {
    const list = cardList(130)
    list.hold(cards(300))
    const heights = new Array<number>(300).fill(130)
    for (let step = 0; step < 500; step += 1) {
      const i = (step * 7919) % 300
      heights[i] = 40 + ((step * 104_729) % 400)
      list.measure(i, heights[i])
    }
    let top = 0
    for (const [i, height] of heights.entries()) {
      expect(list.topOf(i)).toBe(top)
      top += height
    }
  })

  it('keeps its anchor where it stands while cards come before it or turn out higher', () => {
    const list = cardList(100)
    list.hold(cards(50))
    list.anchorAt(1030)
    expect(list.anchoredTop()).toBe(1030)
    list.hold([...cards(3, 900), ...cards(50)])
    expect(list.anchoredTop()).toBe(1330)
    list.measure(1, 160)
    expect(list.anchoredTop()).toBe(1390)
    list.hold(cards(5, 200))
    expect(list.anchoredTop()).toBeNull()
  })

  it('leaves a list alone that was not scrolled, so that what comes first is seen', () => {
    const list = cardList(100)
    list.hold(cards(50))
    list.anchorAt(0)
    list.hold([...cards(3, 900), ...cards(50)])
    expect(list.anchoredTop()).toBeNull()
  })

  it('remembers heights when a filter lets cards go and brings them back', () => {
    const list = cardList(100)
    list.hold(cards(10))
    list.measure(4, 300)
    list.hold([])
    expect(list.rangeBetween(0, 500)).toEqual({ first: 0, last: 0, above: 0, below: 0 })
    list.hold(cards(10))
    expect(list.topOf(10)).toBe(1200)
  })
})
