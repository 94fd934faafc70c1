import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextBoundary, previousBoundary } from './boundaries'
import type { TextUnit } from './segmenter'
import { snapTo, snapToGraphemes } from './snap'

const family = '👨\u200d👩\u200d👧'
const pieces = [
  family, 'e\u0301', '🇹🇼', 'क्ष', '각', '記者', '說', '，', '。', ' ', '\n', '\r\n', 'word', "don't", '1', '\u200d',
  '\u0301', '"', 'か\u3099',
]
const anyText = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''))
const rangeIn = anyText.chain((text) =>
  fc.tuple(fc.constant(text), fc.nat(text.length), fc.nat(text.length)).map(([t, a, b]) => ({
    text: t, start: Math.min(a, b), end: Math.max(a, b),
  })),
)
const boundariesOf = (text: string) =>
  new Set([...Array.from(new Intl.Segmenter().segment(text), (s) => s.index), text.length])
const shown = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end)

describe('snapToGraphemes', () => {
  it('widens to the nearest boundaries of the whole text, never narrows', () => {
    fc.assert(
      fc.property(rangeIn, ({ text, start, end }) => {
        const cuts = [...boundariesOf(text)]
        expect(snapToGraphemes(text, { start, end })).toEqual({
          start: Math.max(...cuts.filter((c) => c <= start)),
          end: Math.min(...cuts.filter((c) => c >= end)),
        })
      }),
      { numRuns: 500 },
    )
  })

  it('puts a reversed or outside range in order', () => {
    expect(snapToGraphemes('abc', { start: 9, end: -2 })).toEqual({ start: 0, end: 3 })
  })
})

describe('snapTo words and sentences', () => {
  it.each<[string, string, string]>([
    ['the quick brown fox', 'e quick bro', 'the quick brown'],
    ['the quick brown fox', ' quick ', 'quick'],
    ['the quick brown fox', 'the quick', 'the quick'],
    ['“Really?” she asked', 'eally?', 'Really?'],
    ['昨天居民抗議', '天居', '昨天居民'],
    [`走 ${family} 嗎`, family.slice(0, 3), family],
  ])('in %j the selection %j becomes words', (text, selected, snapped) => {
    const start = text.indexOf(selected)
    expect(shown(text, snapTo('word', text, { start, end: start + selected.length }, 'zh-Hant'))).toBe(snapped)
  })

  it('a caret becomes the word it is in or touches, and nothing where there is none', () => {
    expect(shown('one two', snapTo('word', 'one two', { start: 5, end: 5 }, 'en'))).toBe('two')
    expect(shown('one, two', snapTo('word', 'one, two', { start: 3, end: 3 }, 'en'))).toBe('one')
    expect(shown('one  ,  two', snapTo('word', 'one  ,  two', { start: 6, end: 6 }, 'en'))).toBe('')
  })

  it('takes whole sentences over paragraphs, without the space around them', () => {
    const text = '甲說。 乙說。\n丙說。丁說。'
    const range = snapTo('sentence', text, { start: text.indexOf('乙') + 1, end: text.indexOf('丙') + 1 }, 'zh-Hant')
    expect(shown(text, range)).toBe('乙說。\n丙說。')
  })

  it('keep what was selected but space, and cut no character', () => {
    fc.assert(
      fc.property(rangeIn, fc.constantFrom<TextUnit>('word', 'sentence'), ({ text, ...range }, unit) => {
        const snapped = snapTo(unit, text, range, 'zh-Hant')
        const cuts = boundariesOf(text)
        expect(cuts.has(snapped.start) && cuts.has(snapped.end)).toBe(true)
        const words = shown(text, range).trim()
        expect(shown(text, snapped)).toContain(words)
        if (snapped.start < snapped.end) expect(snapTo(unit, text, snapped, 'zh-Hant')).toEqual(snapped)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the reading cursor', () => {
  it('steps by word over spaces, punctuation and empty lines', () => {
    const text = 'One, two.\n\n  Three'
    expect([0, 5, 6].map((at) => nextBoundary(text, at, 'word', 'en'))).toEqual([5, 13, 13])
    expect([18, 13, 5].map((at) => previousBoundary(text, at, 'word', 'en'))).toEqual([13, 5, 0])
    expect(nextBoundary(text, 13, 'word', 'en')).toBe(text.length)
  })

  it('steps by sentence, not into the indentation', () => {
    const text = '甲說。乙說。\n\n　　丙說。'
    expect([0, 3, 10].map((at) => nextBoundary(text, at, 'sentence', 'zh-Hant'))).toEqual([3, 10, text.length])
    expect([text.length, 10, 3].map((at) => previousBoundary(text, at, 'sentence', 'zh-Hant'))).toEqual([10, 3, 0])
  })

  it('visits the same places forth and back, and always arrives', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<TextUnit>('grapheme', 'word', 'sentence'), (text, unit) => {
        const forth: number[] = []
        for (let at = 0; at < text.length; ) forth.push((at = nextBoundary(text, at, unit, 'zh-Hant')))
        const back: number[] = []
        for (let at = text.length; at > 0; ) back.push((at = previousBoundary(text, at, unit, 'zh-Hant')))
        const inner = (stops: number[]) => stops.filter((s) => s > 0 && s < text.length).sort((a, b) => a - b)
        expect(inner(back)).toEqual(inner(forth))
      }),
    )
  })

  it('takes a step in 200,000 characters without a newline in milliseconds', () => {
    const wall = '這是沒有換行的一面牆，字很多。'.repeat(13_500)
    const before = performance.now()
    for (let step = 0, at = 100_000; step < 20; step += 1) at = nextBoundary(wall, at, 'word', 'zh-Hant')
    expect((performance.now() - before) / 20).toBeLessThan(50)
  })
})
