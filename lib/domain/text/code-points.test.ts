import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointIndex, countCodePoints, hasLoneSurrogate } from './code-points'

const family = '👨\u200d👩\u200d👧'
const fixture = `𠮷野家老闆說:「物價漲了 3% ${family}」,學者質疑:根本是恐嚇選民!e\u0301`
const anyText = fc.string({ unit: 'binary' })

describe('codePointIndex', () => {
  it.each([
    ['𠮷野家老闆', 0, 5, 0, 6],
    ['物價漲了 3%', 8, 15, 9, 16],
    [family, 16, 21, 17, 25],
    ['學者質疑', 23, 27, 27, 31],
    ['根本是恐嚇選民', 28, 35, 32, 39],
    ['e\u0301', 36, 38, 40, 42],
  ])('places %s of the fixture by both counts', (quote, start, end, start16, end16) => {
    const index = codePointIndex(fixture)
    expect(index.slice({ start, end })).toBe(quote)
    expect([index.toUtf16(start), index.toUtf16(end)]).toEqual([start16, end16])
    expect([index.toCodePoint(start16), index.toCodePoint(end16)]).toEqual([start, end])
  })

  it('has the length of the fixture: 38 code points in 42 units', () => {
    expect([codePointIndex(fixture).length, countCodePoints(fixture), fixture.length]).toEqual([38, 38, 42])
  })

  it('agrees with iteration on any text, lone surrogates included', () => {
    const withLone = fc.array(fc.oneof(anyText, fc.constantFrom('\ud83d', '\udc68', 'a', '𠮷'))).map((p) => p.join(''))
    fc.assert(
      fc.property(withLone, (text) => {
        const points = Array.from(text)
        const index = codePointIndex(text)
        expect(index.length).toBe(points.length)
        let utf16 = 0
        points.forEach((point, cp) => {
          expect(index.toUtf16(cp)).toBe(utf16)
          expect(index.toCodePoint(utf16)).toBe(cp)
          if (point.length === 2) expect(index.toCodePoint(utf16 + 1)).toBe(cp)
          utf16 += point.length
        })
        expect(index.toUtf16(points.length)).toBe(text.length)
        expect(index.slice({ start: 0, end: points.length })).toBe(text)
      }),
    )
  })

  it('refuses offsets outside the text and between integers', () => {
    const index = codePointIndex('a𠮷b')
    for (const wrong of [-1, 4, 0.5, Number.NaN]) expect(() => index.toUtf16(wrong)).toThrow(RangeError)
    for (const wrong of [-1, 5, 1.5]) expect(() => index.toCodePoint(wrong)).toThrow(RangeError)
    expect(index.slice({ start: 2, end: 1 })).toBe('')
  })
})

it('tells a lone surrogate from a pair', () => {
  expect(hasLoneSurrogate(fixture)).toBe(false)
  for (const broken of ['\ud83d', 'a\udc68b', '\udc68\ud83d', '👨\ud83d']) expect(hasLoneSurrogate(broken)).toBe(true)
})
