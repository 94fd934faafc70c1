import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterAlpha } from './character-alpha'
import { labelAlphas } from './label-alpha'
import { pairwiseSpanF1 } from './pairwise-span-f1'
import { setAlpha } from './set-alpha'
import { jaccard, masi } from './set-distance'
import type { Unit } from './sections'
import { spanScore } from './span-score'
import type { SpanLabels } from './span-sweep'
import { unitizedAlpha, unitizedBoundaryAlpha } from './unitized-alpha'
import { unitizingAlpha } from './unitizing-alpha'

type Pieces = Record<string, [start: number, length: number][]>
const from = (begin: number, by: Record<string, Pieces>, textLength: number): SpanLabels => ({
  textLength,
  annotators: [...new Set(Object.values(by).flatMap(Object.keys))],
  spans: Object.entries(by).flatMap(([label, pieces]) =>
    Object.entries(pieces).flatMap(([annotator, all]) =>
      all.map(([start, length]) => ({ annotator, label, start: start - begin, end: start - begin + length })),
    ),
  ),
})

/** Krippendorff 2004, p. 254: the continuum begins at 150 and is 300 long. */
const c: Pieces = { i: [[225, 70], [370, 30]], j: [[220, 80], [355, 20], [400, 20]] }
const k: Pieces = { i: [[180, 60], [300, 50]], j: [[180, 60], [300, 50]] }

describe('α of unitizing, published', () => {
  it.each([
    ['c', { c }, 0.0144444, 0.0532218, 0.728599],
    ['k', { k }, 0, 0.0489786, 1],
    ['both', { c, k }, 0.0144444, 0.1022004, 0.8586654],
  ])('Krippendorff 2004, p. 254: %s', (_name, by, observed, expected, value) => {
    const alpha = unitizingAlpha(from(150, by, 300))
    expect(alpha.observedDisagreement).toBeCloseTo(observed, 7)
    expect(alpha.expectedDisagreement).toBeCloseTo(expected, 6)
    expect(alpha.value).toBeCloseTo(value, 6)
  })

  it('a unit inside a gap and units that meet: 50, 850 and 400', () => {
    const alone = unitizingAlpha(from(0, { x: { i: [[225, 70]], j: [[220, 80]] } }, 300))
    expect(alone.observedDisagreement * 2 * 300 ** 2).toBeCloseTo(2 * 50, 6)
  })

  it('what the sorted sums give is what all pairs give', () => {
    fc.assert(fc.property(marked(), (data) => {
      const alpha = unitizingAlpha(data)
      expect(alpha.observedDisagreement).toBeCloseTo(pairByPair(data), 9)
    }))
  })
})

describe('uα, computed again from its formula', () => {
  const three = from(0, { x: { c1: [[3, 12], [22, 31]], c2: [[3, 7], [22, 31]], c3: [[22, 24]] } }, 56)
  it.each<[string, SpanLabels, number, number]>([
    ['p. 254, c', from(150, { c }, 300), 0.5162799, 0.5162799],
    ['p. 254, k', from(150, { k }, 300), 1, 1],
    ['three annotators, one label', three, 0.5645449, 0.5645449],
  ])('%s', (_name, data, value, boundaries) => {
    expect(unitizedAlpha(data).value).toBeCloseTo(value, 7)
    expect(unitizedBoundaryAlpha(data).value).toBeCloseTo(boundaries, 7)
  })

  it('the same cuts under other labels agree in their boundaries only', () => {
    const spans = [['a', 'x'], ['b', 'y']].map(([annotator, label]) => ({ annotator: annotator!, label: label!, start: 10, end: 30 }))
    const data = { textLength: 100, annotators: ['a', 'b'], spans }
    expect(unitizedBoundaryAlpha(data).value).toBe(1)
    expect(unitizedAlpha(data).value).toBeLessThan(1)
  })
})

describe('sets of labels', () => {
  const set = (labels: string) => new Set(labels)
  it.each([
    ['', '', 0, 0], ['a', 'a', 0, 0], ['a', '', 1, 1], ['a', 'b', 1, 1], ['a', 'ab', 0.5, 2 / 3], ['ab', 'bc', 2 / 3, 8 / 9],
  ])('{%s} and {%s}', (a, b, plain, weighed) => {
    const common = [...set(a)].filter((label) => set(b).has(label)).length
    expect(jaccard(a.length, b.length, common)).toBeCloseTo(plain, 12)
    expect(masi(b.length, a.length, common)).toBeCloseTo(weighed, 12)
  })

  it('with a distance that only tells different from same it is alpha by characters', () => {
    const different = (a: number, b: number, common: number) => (a === common && b === common ? 0 : 1)
    fc.assert(fc.property(marked(), (data) => {
      const [sets, plain] = [setAlpha(data, different), characterAlpha(data)]
      expect(sets.undefinedBecause).toBe(plain.undefinedBecause)
      if (plain.value !== null) expect(sets.value).toBeCloseTo(plain.value, 9)
    }))
  })

  it('half an agreement counts half', () => {
    const spans = [
      { annotator: 'a', label: 'x', start: 0, end: 10 }, { annotator: 'b', label: 'x', start: 0, end: 10 },
      { annotator: 'b', label: 'y', start: 0, end: 10 },
    ]
    const data = { textLength: 40, annotators: ['a', 'b'], spans }
    expect(setAlpha(data, jaccard).value).toBeGreaterThan(characterAlpha(data).value!)
  })
})

it('alpha per label: agreed on one, not on the other', () => {
  const spans = [
    { annotator: 'a', label: 'x', start: 0, end: 10 }, { annotator: 'b', label: 'x', start: 0, end: 10 },
    { annotator: 'a', label: 'y', start: 20, end: 30 }, { annotator: 'b', label: 'y', start: 25, end: 35 },
  ]
  const alphas = labelAlphas({ textLength: 40, annotators: ['a', 'b'], spans })
  expect(alphas.get('x')!.value).toBe(1)
  expect(alphas.get('y')!.value).toBeCloseTo(1 - (79 * 10) / (20 * 60), 12)
})

describe('spans against a key, part for part', () => {
  const units = (...all: [number, number, string][]) => all.map(([start, end, label]) => ({ start, end, label }))
  const key = units([0, 10, 'L'], [20, 40, 'D'], [50, 60, 'N'])
  const places = (all: readonly Unit[]) => all.map((unit) => ({ ...unit, label: '' }))
  it.each<[string, [number, number, string][], number[], number[]]>([
    ['the key itself', [[0, 10, 'L'], [20, 40, 'D'], [50, 60, 'N']], [1, 1, 1], [1, 1, 1]],
    ['half of one', [[0, 5, 'L']], [1, 0.166667, 0.285714], [1, 0.166667, 0.285714]],
    ['too long', [[0, 20, 'L']], [0.5, 0.333333, 0.4], [0.5, 0.333333, 0.4]],
    ['another label', [[0, 10, 'D']], [0, 0, 0], [1, 0.333333, 0.5]],
    ['touching halves', [[0, 5, 'L'], [5, 10, 'L']], [1, 0.333333, 0.5], [1, 0.333333, 0.5]],
    ['mixed', [[5, 15, 'L'], [20, 40, 'L'], [52, 56, 'N']], [0.5, 0.3, 0.375], [0.833333, 0.633333, 0.719697]],
    ['nothing', [], [0, 0, 0], [0, 0, 0]],
  ])('%s', (_name, answer, [p, r, f], [pp, pr, pf]) => {
    const [score, place] = [spanScore(units(...answer), key), spanScore(places(units(...answer)), places(key))]
    for (const [got, want] of [[score.precision, p], [score.recall, r], [score.f1, f]]) expect(got).toBeCloseTo(want!, 6)
    for (const [got, want] of [[place.precision, pp], [place.recall, pr], [place.f1, pf]]) expect(got).toBeCloseTo(want!, 6)
  })

  it('nothing to find and nothing found is right', () => expect(spanScore([], [])).toEqual({ precision: 1, recall: 1, f1: 1 }))

  it('the mean over pairs is that of the pairs', () => {
    fc.assert(fc.property(marked(), (data) => {
      const own = data.annotators.map((annotator) => data.spans.filter((span) => span.annotator === annotator))
      const pairs = own.flatMap((a, i) => own.slice(i + 1).map((b) => spanScore(a, b).f1))
      const mean = pairs.reduce((sum, f1) => sum + f1, 0) / pairs.length
      const { value } = pairwiseSpanF1(data)
      if (value !== null) expect(value).toBeCloseTo(mean, 9)
    }))
  })
})

/** Annotators a, b, c with spans of labels x and y on 60 characters. */
function marked() {
  const span = fc.record({
    annotator: fc.constantFrom('a', 'b', 'c'), label: fc.constantFrom('x', 'y'), start: fc.nat(59), length: fc.integer({ min: 1, max: 20 }),
  })
  return fc.array(span, { maxLength: 14 }).map((all): SpanLabels => ({
    textLength: 60,
    annotators: ['a', 'b', 'c'],
    spans: all.map(({ length, ...rest }) => ({ ...rest, end: Math.min(60, rest.start + length) })),
  }))
}

/** D_o of α_U by its definition: every section of every annotator against every section of every other. */
function pairByPair({ textLength, annotators, spans }: SpanLabels): number {
  const labels = [...new Set(spans.map(({ label }) => label))]
  let sum = 0
  for (const label of labels) {
    const rows = annotators.map((annotator) =>
      partsOf(spans.filter((span) => span.annotator === annotator && span.label === label), textLength),
    )
    rows.forEach((own, i) => rows.forEach((others, j) => {
      if (i === j) return
      for (const g of own) for (const h of others) sum += apart(g, h)
    }))
  }
  return sum / (annotators.length * (annotators.length - 1) * textLength ** 2)
}

type Part = { start: number; end: number; unit: boolean }

function apart(g: Part, h: Part): number {
  if (g.unit && h.unit) return g.start < h.end && h.start < g.end ? (g.start - h.start) ** 2 + (g.end - h.end) ** 2 : 0
  if (g.unit && !h.unit) return h.start <= g.start && g.end <= h.end ? (g.end - g.start) ** 2 : 0
  if (!g.unit && h.unit) return apart(h, g)
  return 0
}

function partsOf(spans: readonly { start: number; end: number }[], textLength: number): Part[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start || a.end - b.end).map(({ start, end }) => ({ start, end }))
  const units: { start: number; end: number }[] = []
  for (const span of sorted) {
    const last = units.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else units.push(span)
  }
  const parts: Part[] = []
  let at = 0
  for (const { start, end } of units) {
    if (start > at) parts.push({ start: at, end: start, unit: false })
    parts.push({ start, end, unit: true })
    at = end
  }
  return at < textLength ? [...parts, { start: at, end: textLength, unit: false }] : parts
}
