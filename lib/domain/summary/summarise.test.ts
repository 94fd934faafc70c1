import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { krippendorffAlpha } from '../agreement/krippendorff-alpha'
import { nominal } from '../agreement/distance'
import { observedAgreement } from '../agreement/observed-agreement'
import { dimensions, type Dimension, type LabelRef } from '../codebook/codebook'
import { readingCodebook } from '../codebook/reading'
import { snapToGraphemes } from '../text/snap'
import { codePointIndex } from '../text/code-points'
import { passageLimit } from './passages'
import { summarise, summarySizes } from './summarise'
import type { SummaryAnnotation, SummaryInput } from './layer-summary'
import { toSummaryJson } from './to-summary-json'

const family = '👨\u200d👩\u200d👧'
const pieces = ['記者', '說', '，', '。', '\n', ' ', '𠮷', family, 'e\u0301', 'word ', 'Ends. ', '；']
const refs: LabelRef[] = [
  { dimension: 'sourcing', label: 'named-person' },
  { dimension: 'sourcing', label: 'unnamed-bare' },
  { dimension: 'statement', label: 'opinion' },
  { dimension: 'statement', label: 'no-such-label' },
  { dimension: 'framing', label: 'loaded-language' },
  { dimension: 'framing', label: '__proto__' },
]
const input: fc.Arbitrary<SummaryInput> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 60 })
  .map((parts) => parts.join(''))
  .chain((text) => {
    const n = Array.from(text).length
    const annotation = fc.record({
      annotator: fc.constantFrom('ada', 'bo', 'cy', 'di'),
      a: fc.nat(n + 2),
      b: fc.nat(n + 2),
      labels: fc.uniqueArray(fc.constantFrom(...refs), { minLength: 1, maxLength: 4 }),
      sourceName: fc.constantFrom(null, 'Lin', ' LIN ', '港務局'),
    })
    return fc.record({
      text: fc.constant(text),
      language: fc.constantFrom('zh-Hant', 'en', null),
      codebook: fc.constant(readingCodebook),
      annotators: fc.subarray(['ada', 'bo', 'eve']),
      annotations: fc.array(annotation, { maxLength: 14 }).map((all) =>
        all.map(({ a, b, ...rest }, i) => ({
          ...rest, id: `n${i}`, start: Math.min(a, b), end: Math.max(a, b), evidence: [],
        })),
      ),
    })
  })

const readersOf = (i: SummaryInput) => [...new Set([...i.annotators, ...i.annotations.map((a) => a.annotator)])]
const labelsAt = (i: SummaryInput, at: number, reader: string, dimension: Dimension) => [
  ...new Set(
    i.annotations
      .filter((a) => a.annotator === reader && a.start <= at && at < a.end)
      .flatMap((a) => a.labels.filter((l) => l.dimension === dimension).map((l) => l.label)),
  ),
].sort()

describe('summarise, against the definitions taken literally', () => {
  it('counts, shares and agreement', () => {
    fc.assert(
      fc.property(input, (given) => {
        const summary = summarise(given)
        const readers = readersOf(given)
        const points = Array.from(given.text, (_, at) => at)
        expect(summary).toMatchObject({ textLength: points.length, annotators: readers.length })
        expect(summary.annotations).toBe(given.annotations.length)
        const marked = points.filter((at) => given.annotations.some((a) => a.start <= at && at < a.end)).length
        expect(summary.flagged.characters).toBe(marked)

        for (const dimension of dimensions) {
          const found = summary.dimensions[dimension]
          const own = given.annotations.filter((a) => a.labels.some((l) => l.dimension === dimension))
          expect(found.annotations).toBe(own.length)
          expect(found.annotators).toBe(new Set(own.map((a) => a.annotator)).size)
          const grid = points.map((at) => readers.map((r) => labelsAt(given, at, r, dimension)))
          expect(found.characters).toBe(grid.filter((row) => row.some((l) => l.length > 0)).length)
          for (const [label, counts] of Object.entries(found.labels)) {
            const with_ = own.filter((a) => a.labels.some((l) => l.dimension === dimension && l.label === label))
            expect(counts.annotations).toBe(with_.length)
            const characters = grid.filter((row) => row.some((l) => l.includes(label))).length
            expect(counts.characters).toBe(characters)
            if (points.length > 0) expect(counts.share).toBe(Math.round((characters / points.length) * 10_000) / 10_000)
          }
          const rows = grid.map((row) => row.map((l) => l.join('+')))
          const { alpha, observed, undefined: reason, annotators } = found.agreement
          expect(annotators).toBe(readers.length)
          expect(alpha === null).toBe(reason !== null)
          if (readers.length < 2) expect(reason).toBe('fewer-than-two-annotators')
          else if (rows.flat().every((v) => v === '')) expect(reason).toBe('no-annotations')
          else {
            expect(observed).toBeCloseTo(observedAgreement(rows).value!, 5)
            const naive = krippendorffAlpha(rows, nominal).value
            if (naive === null) expect(reason).toBe('one-category-only')
            else expect(alpha).toBeCloseTo(naive, 5)
          }
        }
      }),
      { numRuns: 120 },
    )
  }, 30_000)

  it('heat: who marked in a cell, how far they differ, and where it leads', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { heat, textLength } = summarise(given)
        const readers = readersOf(given)
        expect(heat.length).toBe(Math.min(summarySizes.cells, textLength))
        expect(heat.map((c) => c.start)).toEqual([0, ...heat.map((c) => c.end)].slice(0, heat.length))
        const real = given.annotations.filter((a) => a.start < Math.min(a.end, textLength))
        for (const cell of heat) {
          const points = Array.from({ length: cell.end - cell.start }, (_, i) => cell.start + i)
          const marks = (r: string, d: Dimension) => points.some((at) => labelsAt(given, at, r, d).length > 0)
          expect(cell.readers).toBe(readers.filter((r) => dimensions.some((d) => marks(r, d))).length)
          for (const d of dimensions) {
            expect(cell.dimensions[d].readers).toBe(readers.filter((r) => marks(r, d)).length)
            const rows = points.map((at) => readers.map((r) => labelsAt(given, at, r, d).join('+')))
            const apart = readers.length < 2 ? 0 : 1 - observedAgreement(rows).value!
            expect(cell.dimensions[d].disagreement).toBeCloseTo(apart, 3)
          }
          if (real.length === 0) expect(cell.link).toBeNull()
          else expect(real.map((a) => a.start)).toContain(cell.link)
        }
      }),
      { numRuns: 60 },
    )
  }, 30_000)

  it('passages: readable, with every reader’s vote counted', () => {
    fc.assert(
      fc.property(input, (given) => {
        const { contested, agreed } = summarise(given)
        const readers = readersOf(given)
        const index = codePointIndex(given.text)
        for (const passage of [...contested, ...agreed]) {
          const { start, end, quote, dimension, votes } = passage
          expect(index.slice(passage)).toBe(quote)
          expect(end - start).toBeLessThanOrEqual(passageLimit + 8)
          const range = { start: index.toUtf16(start), end: index.toUtf16(end) }
          expect(snapToGraphemes(given.text, range)).toEqual(range)
          if (quote.trim() !== '') expect(quote.trim()).toBe(quote)

          const naive = new Map<string, number>()
          for (const reader of readers) {
            const times = new Map<string, number>()
            for (let at = start; at < end; at += 1) {
              for (const label of labelsAt(given, at, reader, dimension)) times.set(label, (times.get(label) ?? 0) + 1)
            }
            const answer = [...times].filter(([, n]) => 2 * n >= end - start).map(([label]) => label)
            for (const label of answer.length ? answer : ['none']) naive.set(label, (naive.get(label) ?? 0) + 1)
          }
          expect(new Map(Object.entries(votes))).toEqual(naive)
          expect(Object.values(votes)).toEqual(Object.values(votes).toSorted((a, b) => b - a))
        }
      }),
      { numRuns: 120 },
    )
  }, 30_000)

  it('is the same in whatever order annotations and readers come, and is plain JSON', () => {
    fc.assert(
      fc.property(input, (given) => {
        const summary = summarise(given)
        const { annotations, annotators } = given
        const turned = { ...given, annotations: annotations.toReversed(), annotators: annotators.toReversed() }
        expect(summarise(turned)).toEqual(summary)
        expect(JSON.stringify(summarise(turned))).toBe(JSON.stringify(summary))
        expect(JSON.parse(JSON.stringify(summary))).toEqual(summary)
      }),
      { numRuns: 60 },
    )
  }, 30_000)
})

describe('summarise, at its edges', () => {
  const bare: SummaryInput = { text: '', language: null, codebook: readingCodebook, annotators: [], annotations: [] }

  it('an empty layer and an empty text', () => {
    const empty = summarise(bare)
    expect(empty).toMatchObject({ textLength: 0, annotators: 0, heat: [], contested: [], agreed: [] })
    expect(empty.flagged).toEqual({ characters: 0, share: 0 })
    const unread = summarise({ ...bare, text: '沒有人讀過。還沒。' })
    expect(unread.dimensions.framing).toMatchObject({
      annotations: 0, annotators: 0, characters: 0, share: 0, labels: {},
      agreement: { observed: null, alpha: null, undefined: 'fewer-than-two-annotators', annotators: 0, interval: null },
    })
    expect(unread.sources).toEqual({ entries: [], distinct: 0, unnamed: 0, flags: 0, shareUnnamedOrMissing: 0 })
  })

  it('readers who handed in nothing', () => {
    const { agreement } = summarise({ ...bare, text: '甲。乙。', annotators: ['a', 'b'] }).dimensions.sourcing
    expect(agreement).toMatchObject({ alpha: null, undefined: 'no-annotations', annotators: 2, interval: null })
  })

  it('one reader', () => {
    const annotation = mark('1', 'a', 0, 2, 'statement', 'opinion')
    const summary = summarise({ ...bare, text: '甲說。乙說。', annotations: [annotation] })
    expect(summary.dimensions.statement).toMatchObject({ characters: 2, share: 0.3333, agreement: { alpha: null } })
    expect([summary.contested, summary.agreed]).toEqual([[], []])
  })

  it('everyone labels everything alike', () => {
    const annotations = ['a', 'b'].map((reader) => mark(reader, reader, 0, 6, 'statement', 'opinion'))
    const { agreement } = summarise({ ...bare, text: '甲說。乙說。', annotations }).dimensions.statement
    expect(agreement).toMatchObject({ alpha: null, undefined: 'one-category-only', observed: 1, interval: null })
  })

  it('labels in the codebook’s order, unknown ones last', () => {
    const annotations = ['zebra', 'missing-source', 'named-person', 'apple'].map((label) =>
      mark(label, 'a', 0, 1, 'sourcing', label),
    )
    const { labels } = summarise({ ...bare, text: '甲說。', annotations }).dimensions.sourcing
    expect(Object.keys(labels)).toEqual(['named-person', 'missing-source', 'apple', 'zebra'])
  })

  it('hands machines the promised shape and nothing else', () => {
    const annotations = [mark('1', 'a', 0, 3, 'framing', 'doubt'), mark('2', 'b', 3, 6, 'framing', 'doubt')]
    const summary = summarise({ ...bare, text: '甲說。乙說。', annotations })
    const json = toSummaryJson(summary, { layer: 'l', article: 'r', revision: 3 })
    expect(Object.keys(json)).toEqual([
      'layer', 'article', 'revision', 'unit', 'textLength', 'annotators', 'annotations', 'dimensions', 'contested',
    ])
    expect(json.dimensions.framing).toEqual({
      annotations: 2, annotators: 2, characters: 6, share: 1,
      labels: { doubt: { annotations: 2, annotators: 2, characters: 6, share: 1 } },
      agreement: { observed: 0, alpha: -0.833333, undefined: null, annotators: 2 },
    })
    expect(json.contested[0]).toEqual({
      start: 0, end: 3, quote: '甲說。', dimension: 'framing', votes: { doubt: 1, none: 1 },
    })
  })
})

function mark(
  id: string, annotator: string, start: number, end: number, dimension: Dimension, label: string,
): SummaryAnnotation {
  return { id, annotator, start, end, labels: [{ dimension, label }], sourceName: null, evidence: [] }
}
