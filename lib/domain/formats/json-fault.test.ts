import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonFault } from './json-fault'

test.each([
  ['', 0], ['[1, 2,]', 6], ['{"a": 1 "b"}', 8], ['{"a"; 1}', 4], ['[1}', 2], ['"a\nb"', 0], ['{a: 1}', 1], ['[01]', 2], ['[] []', 3],
  ['{"a": tru}', 6], ['["\\x"]', 1], ['[', 1], ['{"a":', 5], ['nul', 0], ['TRUE', 0], ['[1,,2]', 3], ['{"a":1,}', 7], [']', 0],
])('%j stops at %i', (text, at) => {
  expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
  expect(jsonFault(text)).toBe(at)
})

test('a text that is JSON has no fault before its end', () => {
  fc.assert(fc.property(fc.json(), fc.nat(3), (text, indent) => {
    const spaced = JSON.stringify(JSON.parse(text), null, indent)
    expect([jsonFault(text), jsonFault(spaced)]).toEqual([text.length, spaced.length])
  }))
})

test('a text without its end has its fault there', () => {
  fc.assert(fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (value) => {
    const text = JSON.stringify(value)
    expect(jsonFault(text.slice(0, -1))).toBe(text.length - 1)
  }))
})

test('a text of two megabytes takes no time', () => {
  const began = performance.now()
  expect(jsonFault(`["${'x'.repeat(2_000_000)}", ${'['.repeat(100_000)}`)).toBe(2_100_005)
  expect(performance.now() - began).toBeLessThan(1_000)
})
