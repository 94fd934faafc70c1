import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'
import { codePointIndex } from '../text/code-points'
import { carryAnchors } from './carry'

const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu']
const latin = syllables.flatMap((a) => syllables.flatMap((b) => [a + b, `${a}${b}n`]))
const chinese = [
  ...'天地玄黃宇宙洪荒日月盈昃辰宿列張寒來暑往秋收冬藏閏餘成歲律呂調陽雲騰致雨露結為霜金生麗水玉出崑岡劍號巨闕珠稱夜光果珍李柰菜重芥薑海鹹河淡鱗潛羽翔',
]

type Words = { words: string[]; between: string; end: string }
const languages: Words[] = [
  { words: latin, between: ' ', end: '.' },
  { words: chinese, between: '', end: '。' },
]

/** Paragraphs of words, kept as words so that an edit knows what it does. */
const pages = fc.constantFrom(...languages).chain((language) =>
  fc.record({
    language: fc.constant(language),
    lines: fc.array(fc.array(fc.constantFrom(...language.words), { minLength: 8, maxLength: 30 }), {
      minLength: 3,
      maxLength: 10,
    }),
    put: fc.array(fc.constantFrom(...language.words), { maxLength: 12 }),
    line: fc.nat(),
    at: fc.nat(),
    length: fc.nat({ max: 12 }),
    anchors: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat({ max: 7 })), { minLength: 1, maxLength: 20 }),
  }),
)
type Page = Parameters<Parameters<typeof pages.map>[0]>[0]

const textOf = ({ between, end }: Words, lines: string[][]) =>
  lines.map((words) => words.join(between) + end).join('\n')

/** One edit in one line, and anchors on whole words of all lines. */
function build({ language, lines, put, line: anyLine, at: anyAt, length, anchors }: Page) {
  const edited = anyLine % lines.length
  const words = lines[edited]!
  const at = anyAt % words.length
  const after = lines.map((one, i) =>
    i === edited ? [...words.slice(0, at), ...put, ...words.slice(at + length)] : one,
  )
  const placed = anchors.map(([anyLine, anyWord, more], id) => {
    const line = anyLine % lines.length
    const first = anyWord % lines[line]!.length
    const quote = lines[line]!.slice(first, first + 1 + more).join(language.between)
    const before = lines[line]!.slice(0, first).join(language.between)
    const lineStart = textOf(language, lines.slice(0, line)).length + (line > 0 ? 1 : 0)
    const start = lineStart + before.length + (first > 0 ? language.between.length : 0)
    return { id: String(id), line, start, end: start + quote.length, quote }
  })
  return { before: textOf(language, lines), after: textOf(language, after), edited, anchors: placed }
}

const runs = { numRuns: 400 }

group('carrying an anchor', () => {
  test('over an edit elsewhere leaves it on its words at its place', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const { before, after, edited, anchors } = build(page)
        const elsewhere = anchors.filter(({ line }) => line !== edited)
        const shift = (line: number) => (line > edited ? after.length - before.length : 0)
        for (const [i, carried] of carryAnchors(before, after, elsewhere).entries()) {
          const { start, quote, line } = elsewhere[i]!
          expect(carried).toMatchObject({ state: 'exact', start: start + shift(line), quote })
        }
      }),
      runs,
    )
  })

  test('over an edit and back returns each anchor that the edit did not touch', () => {
    fc.assert(
      fc.property(pages, (page) => {
        const { before, after, edited, anchors } = build(page)
        const there = carryAnchors(before, after, anchors)
        const back = carryAnchors(
          after,
          before,
          there.filter(({ state }) => state !== 'orphaned'),
        )
        for (const { id, start, end, state } of back) {
          const anchor = anchors[Number(id)]!
          if (anchor.line !== edited)
            expect({ start, end, state }).toEqual({ start: anchor.start, end: anchor.end, state: 'exact' })
        }
      }),
      runs,
    )
  })

  test('over a new order of the paragraphs finds every one, exact or moved', () => {
    fc.assert(
      fc.property(pages, fc.array(fc.nat(), { minLength: 10, maxLength: 10 }), (page, order) => {
        fc.pre(new Set(page.lines.map(String)).size === page.lines.length)
        const { before, anchors } = build(page)
        const shuffled = page.lines.map((words, i) => ({ words, key: order[i]! })).sort((x, y) => x.key - y.key)
        const after = textOf(
          page.language,
          shuffled.map(({ words }) => words),
        )
        for (const [i, carried] of carryAnchors(before, after, anchors).entries()) {
          expect(['exact', 'moved']).toContain(carried.state)
          expect(carried.quote).toBe(anchors[i]!.quote)
          const line = shuffled.findIndex(({ words }) => words === page.lines[anchors[i]!.line])
          expect(after.slice(0, carried.start).split('\n').length - 1).toBe(line)
        }
      }),
      runs,
    )
  })
})

/** Few letters, many repeats, broken lines, characters of two units: nothing here can be told apart with certainty. */
const hostile = fc
  .array(fc.constantFrom('a', 'b', 'ab', ' ', '\n', '.', '的', '了', '𠮷', '👩‍👧', 'é'), { maxLength: 60 })
  .map((all) => all.join(''))

group('whatever the texts', () => {
  test('exact and moved mean the same words, and every answer lies inside its text', () => {
    fc.assert(
      fc.property(hostile, hostile, fc.array(fc.tuple(fc.nat(), fc.nat())), (before, after, cuts) => {
        const [old, next] = [codePointIndex(before), codePointIndex(after)]
        fc.pre(old.length > 0)
        const anchors = cuts.map(([a, b], id) => {
          const start = a % old.length
          return { id: String(id), start, end: start + 1 + (b % (old.length - start)) }
        })
        for (const [i, { state, quote, start, end }] of carryAnchors(before, after, anchors).entries()) {
          const words = old.slice(anchors[i]!)
          if (state === 'orphaned')
            expect({ start, end, quote }).toEqual({ start: anchors[i]!.start, end: anchors[i]!.end, quote: words })
          else expect(quote).toBe(next.slice({ start, end }))
          if (state === 'exact' || state === 'moved') expect(quote).toBe(words)
          if (state === 'changed') expect(quote.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('a text that did not change changes nothing', () => {
    fc.assert(
      fc.property(hostile, hostile, (text, more) => {
        const length = codePointIndex(text).length
        fc.pre(length > 0)
        const anchors = [{ id: 'a', start: 0, end: length }]
        expect(carryAnchors(text, text, anchors)).toMatchObject([{ state: 'exact', start: 0, end: length }])
        const [carried] = carryAnchors(text, `${text}\n${more}`, anchors, [
          [length, length, codePointIndex(more).length + 1],
        ])
        expect(carried!.state === 'exact' ? carried!.start : 0).toBe(0)
      }),
      runs,
    )
  })
})
