import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Span } from '@/lib/domain/text/span'
import { coverage, sweep } from './coverage'

/** Draws into a set, so that what is drawn can be looked at. */
function canvas(levels: number) {
  const drawn = new Set<{ start: number; end: number; level: number }>()
  const cover = coverage(levels, {
    put: ({ start, end }, level) => {
      const stroke = { start, end, level }
      drawn.add(stroke)
      return stroke
    },
    drop: (stroke) => {
      if (!drawn.delete(stroke)) throw new Error('dropped twice')
    },
  })
  const picture = () => [...drawn].sort((a, b) => a.start - b.start).map((s) => [s.start, s.end, s.level])
  return { cover, picture }
}

describe('coverage', () => {
  it('tells one reader from two and from three or more', () => {
    const { cover, picture } = canvas(3)
    cover.replace([{ start: 0, end: 10 }, { start: 5, end: 15 }, { start: 5, end: 6 }, { start: 5, end: 6 }])
    expect(picture()).toEqual([[0, 5, 1], [5, 6, 3], [6, 10, 2], [10, 15, 1]])
  })

  it('draws spans that touch or overlap as one line where levels are not told apart', () => {
    const { cover, picture } = canvas(1)
    cover.add({ start: 0, end: 4 })
    cover.add({ start: 8, end: 12 })
    cover.add({ start: 3, end: 8 })
    expect(picture()).toEqual([[0, 12, 1]])
    cover.remove({ start: 3, end: 8 })
    expect(picture()).toEqual([[0, 4, 1], [8, 12, 1]])
  })

  it('leaves what a change does not touch alone', () => {
    let puts = 0
    const cover = coverage(1, { put: () => (puts += 1), drop: () => undefined })
    cover.replace(Array.from({ length: 1000 }, (_, i) => ({ start: i * 10, end: i * 10 + 5 })))
    puts = 0
    cover.add({ start: 4001, end: 4003 })
    expect(puts).toBeLessThanOrEqual(3)
  })

  it('shows the same after any changes as when drawn at once', () => {
    const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 })).map(([s, n]): Span => ({ start: s, end: s + n }))
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), fc.array(span, { maxLength: 10 }), fc.integer({ min: 1, max: 3 }), (kept, gone, levels) => {
        const grown = canvas(levels)
        for (const s of gone) grown.cover.add(s)
        for (const s of kept) grown.cover.add(s)
        for (const s of gone) grown.cover.remove(s)
        const once = canvas(levels)
        once.cover.replace(kept)
        expect(grown.picture()).toEqual(once.picture())
      }),
    )
  })
})

describe('sweep', () => {
  it('counts the spans over each piece', () => {
    expect(sweep([{ start: 1, end: 4 }, { start: 2, end: 4 }])).toEqual({ cuts: [1, 2, 4], counts: [1, 2, 0] })
  })
})
