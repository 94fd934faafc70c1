import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { codePointIndex } from '../text/code-points'
import { findQuote, quoteFinder } from './find-quote'

// The cases that Apache Annotator and the Hypothesis client test their own anchoring with; offsets are UTF-16 units.
const folder = fileURLToPath(new URL('../../../../shared/data/anchoring', import.meta.url))
const missing = existsSync(folder) ? null : `Other programs’ cases are not at ${folder}.`
if (missing) console.warn(missing)

type Place = { start: number; end: number; slice: string }
type Selector = { exact: string; prefix?: string; suffix?: string; hint?: number; start: number; end: number }
type ApacheCase = { id: string; kind: string; text: string; selector: Selector; expected: Place[] }
type HypothesisCase = { id: string; text: string; selector: Selector; expected: (Partial<Place> & { start: number }) | null }
type RangeCase = { id: string; exact: string; start: number; end: number; prefix32: string; suffix32: string }

const read = <T>(file: string): T => JSON.parse(readFileSync(`${folder}/${file}.json`, 'utf8')) as T
const apache = missing ? [] : read<{ cases: ApacheCase[] }>('apache-annotator').cases
const hypothesis = missing ? { matchQuote: [], htmlRanges: [] } : read<{ matchQuote: HypothesisCase[]; htmlRanges: RangeCase[] }>('hypothesis')

/** What we find, in UTF-16 units and words, as the cases have it. */
function found(text: string, { hint, ...sought }: Selector): Place | null {
  const index = codePointIndex(text)
  const span = findQuote(text, { ...sought, ...(hint !== undefined && { position: index.toCodePoint(hint) }) })
  return span && { start: index.toUtf16(span.start), end: index.toUtf16(span.end), slice: index.slice(span) }
}

describe('Apache Annotator', () => {
  const quotes = apache.filter(({ kind, selector }) => kind === 'quote-match-all' && selector.exact !== '')
  // It finds every place that has the words and their surroundings exactly; we find the one that is meant.
  test.skipIf(missing).each(quotes.filter(({ expected }) => expected.length === 1))('$id', ({ text, selector, expected }) => {
    expect(found(text, selector)).toEqual(expected[0])
  })

  test.skipIf(missing).each(quotes.filter(({ expected }) => expected.length > 1))('$id: which is meant, a position says', ({ text, selector, expected }) => {
    expect(found(text, selector)).toBeNull()
    const { toCodePoint } = codePointIndex(text)
    for (const place of expected) expect(found(text, { ...selector, hint: toCodePoint(place.start) })).toEqual(place)
  })

  // The words are there and decide, though what stands around them is not what the quote says.
  test.skipIf(missing).each(quotes.filter(({ expected }) => expected.length === 0))('$id', ({ text, selector }) => {
    const at = text.indexOf(selector.exact)
    expect(found(text, selector)).toEqual(at < 0 ? null : { start: at, end: at + selector.exact.length, slice: selector.exact })
  })

  test.skipIf(missing).each(apache.filter(({ kind }) => kind === 'position-match'))('$id', ({ text, selector, expected }) => {
    const index = codePointIndex(text)
    expect([index.toUtf16(selector.start), index.toUtf16(selector.end), index.slice(selector)]).toEqual([
      expected[0]?.start, expected[0]?.end, expected[0]?.slice,
    ])
  })
})

describe('Hypothesis', () => {
  // It takes the first of two places that are as good as each other, and words of which every third character is another.
  const stricter = ['/noHint-first', '/similarity/Some years after']
  test.skipIf(missing).each(hypothesis.matchQuote)('$id', ({ id, text, selector, expected }) => {
    const place = found(text, selector)
    if (stricter.some((name) => id.endsWith(name)) || expected === null) expect(place).toBeNull()
    else expect(place).toMatchObject(expected)
  })
})

test('quotes that are not there stop being looked for when the effort is spent; those that are there are always found', () => {
  const text = 'x'.repeat(100_000) + 'here it is'
  const effort = { left: 3_000_000 }
  const find = quoteFinder(text, effort)
  const began = performance.now()
  for (let i = 0; i < 1_000; i += 1) expect(find({ exact: `these words number ${i} are nowhere in the text` })).toBeNull()
  expect(effort.left).toBeLessThan(0)
  expect(performance.now() - began).toBeLessThan(5_000)
  expect(find({ exact: 'here it is' })).toEqual({ start: 100_000, end: 100_010 })
})

test('a long quote that is nearly there a thousand times is given up, not looked for all day', () => {
  const verse = 'All work and no play makes Jack a dull boy. '
  const text = verse.repeat(20_000)
  const find = quoteFinder(text, { left: 200_000_000 })
  const began = performance.now()
  expect(find({ exact: `${verse.repeat(200)}?` })).toBeNull()
  expect(performance.now() - began).toBeLessThan(10_000)
})
