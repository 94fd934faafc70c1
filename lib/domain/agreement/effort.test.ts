import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostEffort } from '../effort'
import { krippendorffAlpha } from './krippendorff-alpha'
import { pairwiseSpanF1 } from './pairwise-span-f1'
import { coefficients } from './registry'
import { seededRandom } from './seeded-random'
import { setAlpha } from './set-alpha'
import { jaccard, masi, type SetDistance } from './set-distance'
import type { SpanLabels } from './span-sweep'

const labels = ['a', 'b', 'c', 'd', 'e']
const few: fc.Arbitrary<SpanLabels> = fc
  .array(fc.record({ annotator: fc.constantFrom('ada', 'bo', 'cy'), start: fc.nat(25), length: fc.integer({ min: 1, max: 12 }), label: fc.constantFrom(...labels) }), { maxLength: 16 })
  .map((all) => ({
    textLength: 30,
    annotators: ['ada', 'bo', 'cy', 'di'],
    spans: all.map(({ length, ...rest }) => ({ ...rest, end: Math.min(30, rest.start + length) })),
  }))

/** Every character of every reader as a row, and all pairs of rows: the definition taken literally. */
function literally({ textLength, annotators, spans }: SpanLabels, distance: SetDistance): number | null {
  const at = (reader: string, place: number) =>
    [...new Set(spans.filter((s) => s.annotator === reader && s.start <= place && place < s.end).map(({ label }) => label))].sort().join('')
  const rows = Array.from({ length: textLength }, (_, place) => annotators.map((reader) => at(reader, place)))
  return krippendorffAlpha<string>(rows, () => (a, b) => distance(a.length, b.length, [...a].filter((label) => b.includes(label)).length)).value
}

/** Flags that overlap so that nearly every stretch has a set of labels of its own. */
function hostileSpans(readers: number, flags: number, labelsEach: number, seed = 1): SpanLabels {
  const random = seededRandom(seed)
  const textLength = 100_000
  const annotators = Array.from({ length: readers }, (_, i) => `r${i}`)
  const spans = annotators.flatMap((annotator) =>
    Array.from({ length: flags }, () => {
      const start = random.below(textLength - 2_000)
      const end = start + 60 + random.below(200)
      return Array.from({ length: labelsEach }, () => ({ annotator, start, end, label: `l${random.below(20)}` }))
    }).flat(),
  )
  return { textLength, annotators, spans }
}

describe('what sets of labels have in common', () => {
  it.each([['jaccard', jaccard], ['masi', masi]] as const)('%s: streamed and grouped it is what all pairs of all characters give', (_name, distance) => {
    fc.assert(fc.property(few, (data) => {
      const wanted = literally(data, distance)
      const { value } = setAlpha(data, distance)
      if (data.spans.length === 0 || wanted === null) expect(value).toBeNull()
      else expect(value).toBeCloseTo(wanted, 9)
    }), { numRuns: 200 })
  })

  it('more than 32 labels are told apart too', () => {
    const spans = Array.from({ length: 70 }, (_, i) => ['a', 'b'].map((annotator) => ({ annotator, start: i, end: i + (annotator === 'a' ? 3 : 4), label: `l${i}` }))).flat()
    const data = { textLength: 80, annotators: ['a', 'b'], spans }
    const named = { ...data, spans: spans.map((span) => ({ ...span, label: String.fromCodePoint(0x4e00 + Number(span.label.slice(1))) })) }
    expect(setAlpha(data, jaccard).value).toBeCloseTo(literally(named, jaccard)!, 9)
  })
})

describe('an effort that is spent', () => {
  const data = hostileSpans(10, 100, 6)
  it.each([['sets of labels', setAlpha(data, jaccard, { left: 100 })], ['pairs of readers', pairwiseSpanF1(data, { left: 100 })]])(
    'is a value of its own, for %s', (_name, coefficient) => {
      expect(coefficient).toMatchObject({ value: null, undefinedBecause: 'too-many-to-compare' })
    })

  it('is counted in steps, and no more are taken than there are', () => {
    const effort = { left: mostEffort }
    expect(setAlpha(hostileSpans(10, 1_000, 6), jaccard, effort).undefinedBecause).toBe('too-many-to-compare')
    const one = { left: mostEffort }
    expect(setAlpha(hostileSpans(2, 40, 3), jaccard, one).value).not.toBeNull()
    expect(one.left).toBeGreaterThan(mostEffort / 2)
  })

  it('leaves reasons that come first', () => {
    expect(setAlpha({ ...data, annotators: ['r0'] }, jaccard, { left: 0 }).undefinedBecause).toBe('fewer-than-two-annotators')
    expect(pairwiseSpanF1({ ...data, spans: [] }, { left: 0 }).undefinedBecause).toBe('no-annotations')
  })

  it('is not needed where sorting is enough', () => {
    for (const id of ['character-alpha', 'unitizing-alpha'] as const) {
      expect(coefficients[id].of(hostileSpans(10, 1_000, 6)).value).not.toBeNull()
    }
  })
})
