import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterAlpha } from './character-alpha'
import { nominal } from './distance'
import { fleissKappa } from './fleiss-kappa'
import { krippendorffAlpha } from './krippendorff-alpha'
import { observedAgreement } from './observed-agreement'
import { sweepSpans, type SpanLabels } from './span-sweep'

type Marks = Record<string, [start: number, end: number, label: string][]>
const spanLabels = (textLength: number, marks: Marks): SpanLabels => ({
  textLength,
  annotators: Object.keys(marks),
  spans: Object.entries(marks).flatMap(([annotator, all]) =>
    all.map(([start, end, label]) => ({ annotator, start, end, label })),
  ),
})

/** The definition taken literally: a grid of characters by annotators. */
const grid = ({ textLength, annotators, spans }: SpanLabels) =>
  Array.from({ length: textLength }, (_, at) =>
    annotators.map((id) => {
      const here = spans.filter((s) => s.annotator === id && s.start <= at && at < s.end).map((s) => s.label)
      return [...new Set(here)].sort().join('+')
    }),
  )

const layer = fc.integer({ min: 1, max: 40 }).chain((textLength) =>
  fc.record({
    textLength: fc.constant(textLength),
    annotators: fc.integer({ min: 0, max: 5 }).map((m) => ['a', 'b', 'c', 'd', 'e'].slice(0, m)),
    spans: fc.array(
      fc
        .tuple(fc.constantFrom(...'abcdef'), fc.nat(textLength), fc.nat(textLength + 3), fc.constantFrom(...'xyz'))
        .map(([annotator, a, b, label]) => ({ annotator, start: Math.min(a, b), end: Math.max(a, b), label })),
      { maxLength: 14 },
    ),
  }),
)

describe('characterAlpha', () => {
  it.each<[string, SpanLabels, number, number | null]>([
    [
      'three coders, one label, 56 characters',
      spanLabels(56, { a: [[3, 15, 'x'], [22, 53, 'x']], b: [[3, 10, 'x'], [22, 53, 'x']], c: [[22, 46, 'x']] }),
      0.5203326, null,
    ],
    [
      'Krippendorff 2004, p. 254, category c, 300 characters',
      spanLabels(300, { i: [[75, 145, 'c'], [220, 250, 'c']], j: [[70, 150, 'c'], [205, 225, 'c'], [250, 270, 'c']] }),
      0.498445, null,
    ],
    [
      'Alex, Paul and Suzan, 60 characters (bootphon/pygamma-agreement)',
      spanLabels(60, {
        Alex: [[2, 9, '1'], [11, 17, '2'], [24, 30, '5'], [32, 36, '6'], [36, 44, '6'], [44, 60, '7']],
        Paul: [[2, 9, '1'], [11, 17, '3'], [19, 25, '5'], [32, 44, '6']],
        Suzan: [[2, 9, '1'], [11, 17, '4'], [21, 27, '5'], [32, 36, '6'], [36, 40, '6'], [40, 44, '6']],
      }),
      0.4974733, 0.4946659,
    ],
  ])('%s', (_name, data, alpha, fleiss) => {
    expect(characterAlpha(data).value).toBeCloseTo(alpha, 7)
    if (fleiss !== null) expect(fleissKappa(grid(data)).value).toBeCloseTo(fleiss, 7)
  })

  it('equals the definition computed character by character', () => {
    fc.assert(
      fc.property(layer, (data) => {
        const swept = characterAlpha(data)
        const rows = grid(data)
        expect(swept.annotators).toBe(data.annotators.length)
        if (data.annotators.length < 2) {
          expect(swept).toMatchObject({ value: null, undefinedBecause: 'fewer-than-two-annotators', observed: null })
          return
        }
        expect(swept.observed).toBeCloseTo(observedAgreement(rows).value!, 10)
        const naive = krippendorffAlpha(rows, nominal)
        if (rows.flat().every((value) => value === '')) expect(swept.undefinedBecause).toBe('no-annotations')
        else if (naive.value === null) expect(swept.undefinedBecause).toBe(naive.undefinedBecause)
        else expect(swept.value).toBeCloseTo(naive.value, 10)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is the same however the text is cut into pieces, and each piece counts its own', () => {
    fc.assert(
      fc.property(layer, fc.array(fc.nat(40)), (data, places) => {
        const inner = places.filter((place) => place > 0 && place < data.textLength)
        const cuts = [...new Set([...inner, data.textLength])].sort((a, b) => a - b)
        const swept = sweepSpans(data, cuts)
        const rows = grid(data)
        cuts.forEach((end, i) => {
          const here = rows.slice(cuts[i - 1] ?? 0, end)
          expect(swept.lengths[i]).toBe(here.length)
          const differing = here.reduce((n, row) => n + row.flatMap((a) => row.filter((b) => a !== b)).length, 0)
          expect(swept.differing[i]).toBe(differing)
          const marked = here.flat().filter((value) => value !== '').length
          expect(swept.totals[i]!.reduce((n, [, sum]) => n + sum, 0)).toBe(marked)
        })
      }),
      { numRuns: 500 },
    )
  })

  it('knows a reader who marked nothing from one who is not there', () => {
    const marks: Marks = { a: [[0, 5, 'x']], b: [[0, 5, 'x']] }
    expect(characterAlpha(spanLabels(10, marks)).value).toBe(1)
    expect(characterAlpha(spanLabels(10, { ...marks, c: [] })).value).toBeLessThan(0.5)
  })

  it('has no value, and never 1, 0 or NaN, where there is nothing to go by', () => {
    expect(characterAlpha(spanLabels(10, {}))).toMatchObject({ value: null, observed: null })
    const none = { value: null, undefinedBecause: 'no-annotations' }
    expect(characterAlpha(spanLabels(10, { a: [], b: [] }))).toMatchObject(none)
    expect(characterAlpha(spanLabels(0, { a: [], b: [] }))).toMatchObject({ ...none, observed: null })
    const all = characterAlpha(spanLabels(10, { a: [[0, 10, 'x']], b: [[0, 4, 'x'], [4, 10, 'x']] }))
    expect(all).toMatchObject({ value: null, undefinedBecause: 'one-category-only', observed: 1 })
  })

  it('takes 200 annotators with 10,000 spans on 200,000 characters in a fraction of a second', () => {
    const annotators = Array.from({ length: 200 }, (_, i) => `r${i}`)
    const spans = Array.from({ length: 10_000 }, (_, i) => {
      const start = (i * 7_919) % 199_900
      return { annotator: annotators[i % 200]!, start, end: start + 5 + (i % 90), label: `l${i % 12}` }
    })
    const before = performance.now()
    expect(characterAlpha({ textLength: 200_000, annotators, spans }).value).not.toBeNull()
    expect(performance.now() - before).toBeLessThan(500)
  })
})
