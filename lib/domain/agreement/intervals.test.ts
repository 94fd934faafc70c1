import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ReliabilityData } from './coefficient'
import { studentsT, type Interval, type IntervalOptions } from './interval'
import { itemInterval } from './item-interval'
import { countSweep } from './count-sweep'
import { labelAlphas, labelAlphasWithIntervals } from './label-alpha'
import { mostPieces, piecesOf } from './pieces'
import { coefficients, type CoefficientId } from './registry'
import { seededRandom } from './seeded-random'
import { setAlpha, setAlphaWithInterval } from './set-alpha'
import { jaccard } from './set-distance'
import { readSpans } from './span-reading'
import { sweepSpans, type SpanLabels } from './span-sweep'
import { unitizedAlpha, unitizedBoundaryAlpha, unitizedStatistic } from './unitized-alpha'

/** Sentences of 60 characters; three of five hold a passage that each of three readers finds or not, roughly, and names. */
const sentenceLength = 60
const cutsOf = (sentences: number) => Array.from({ length: sentences }, (_, i) => (i + 1) * sentenceLength)
function reading(sentences: number, seed: number): SpanLabels {
  const random = seededRandom(seed)
  const chance = () => random.next() / 2 ** 32
  const annotators = ['a', 'b', 'c']
  const spans = cutsOf(sentences).flatMap((end) => {
    const at = end - sentenceLength
    const [passage, from, to, label] = [chance() < 0.6, random.below(15), 35 + random.below(15), chance() < 0.6 ? 'x' : 'y']
    return annotators.flatMap((annotator) => {
      if (!passage) return chance() < 0.1 ? [{ annotator, start: at + 10, end: at + 30, label: 'x' }] : []
      if (chance() < 0.25) return []
      const place = { annotator, start: at + Math.max(0, from + random.below(9) - 4), end: at + to + random.below(9) - 4 }
      return [{ ...place, label: chance() < 0.85 ? label : 'y' }, ...(chance() < 0.2 ? [{ ...place, label: 'z' }] : [])]
    })
  })
  return { textLength: sentences * sentenceLength, annotators, spans }
}

/** Items that three judges put into one of three kinds, each right three times in four. */
function judged(items: number, seed: number): number[][] {
  const random = seededRandom(seed)
  return Array.from({ length: items }, () => {
    const kind = 1 + random.below(3)
    return Array.from({ length: 3 }, () => (random.below(4) === 0 ? 1 + random.below(3) : kind))
  })
}

type Sized = { of: (size: number, seed: number) => number | null; interval: (size: number, seed: number, options?: IntervalOptions) => Interval | null }
const sized = (id: CoefficientId): Sized => {
  const entry = coefficients[id]
  if (entry.takes === 'spans') {
    return {
      of: (size, seed) => entry.of(reading(size, seed)).value,
      interval: (size, seed, options) => entry.interval(reading(size, seed), cutsOf(size), options),
    }
  }
  const data = (size: number, seed: number) => judged(size, seed).map((row) => (id === 'cohen-kappa' ? row.slice(0, 2) : row))
  return { of: (size, seed) => entry.of(data(size, seed)).value, interval: (size, seed, options) => entry.interval(data(size, seed), options) }
}
const ids = Object.keys(coefficients) as CoefficientId[]

describe.each(ids)('the interval of %s', (id) => {
  const { of, interval } = sized(id)
  const quick = { replicates: 200 }

  it('holds the value, is narrower with more data and the same every time', () => {
    const [few, many] = id === 'gamma' ? [24, 120] : [10, 160]
    const [small, large] = [interval(few, 3), interval(many, 3)]
    expect(small!.low).toBeLessThan(of(few, 3)!)
    expect(small!.high).toBeGreaterThan(of(few, 3)!)
    expect(large!.low).toBeLessThan(of(many, 3)!)
    expect(large!.high).toBeGreaterThan(of(many, 3)!)
    expect(large!.high - large!.low).toBeLessThan((small!.high - small!.low) * 0.7)
    expect(interval(few, 3)).toEqual(small)
  })

  it('depends on the seed where chance is in it, and on nothing else', () => {
    const [one, two] = [interval(24, 1, { ...quick, seed: 1 }), interval(24, 1, { ...quick, seed: 2 })]
    expect(interval(24, 1, { ...quick, seed: 1 })).toEqual(one)
    if (one!.by === 'jackknife') expect(two).toEqual(one)
    else expect(two).not.toEqual(one)
  })

  it('is none where there is nothing to go by', () => {
    const entry = coefficients[id]
    if (entry.takes === 'spans') {
      const spans = [{ annotator: 'a', start: 0, end: 4, label: 'x' }]
      const two = { textLength: 20, annotators: ['a', 'b'], spans }
      expect(entry.interval({ ...two, annotators: ['a'] }, [10, 20])).toBeNull()
      expect(entry.interval({ ...two, spans: [] }, [10, 20])).toBeNull()
      expect(entry.interval(two, [20])).toBeNull()
      expect(entry.interval(two, [5, 10, 15, 20])).toBeNull()
    } else for (const nothing of [[], [[1, 1]], [[1, null], [null, 2]], [[1, 1], [2, 2], [1, 2], [2, 2]]]) expect(entry.interval(nothing)).toBeNull()
  })
})

describe('95 % intervals hold the truth, known from twenty thousand sentences or items', () => {
  it.each<CoefficientId>(['unitized-alpha', 'character-alpha-jaccard', 'unitizing-alpha', 'pairwise-span-f1', 'krippendorff-alpha-nominal', 'fleiss-kappa', 'cohen-kappa'])(
    '%s, in 87 to 100 of 100 samples of 60', (id) => {
      const { of, interval } = sized(id)
      const truth = of(20_000, 99)!
      const held = Array.from({ length: 100 }, (_, k) => interval(60, 1_000 + k, { replicates: 200 })!).filter(({ low, high }) => low <= truth && truth <= high)
      expect(held.length).toBeGreaterThanOrEqual(87)
    })

  it('and not by being wide: those of the span measures are narrower than 0.35', () => {
    for (const id of ['unitized-alpha', 'character-alpha-jaccard', 'unitizing-alpha', 'pairwise-span-f1'] as const) {
      const { low, high } = sized(id).interval(60, 5)!
      expect(high - low).toBeLessThan(0.35)
    }
  })
})

describe('what is drawn', () => {
  const whole = (sentences: number) => ({ turn: 0, times: new Uint32Array(sentences).fill(1), length: sentences * sentenceLength })

  it('of every piece once is the measure itself', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(10_000), (sentences, seed) => {
      const data = reading(sentences, seed)
      const at = readSpans(data, cutsOf(sentences))
      for (const [statistic, value] of [
        [unitizedStatistic(at, at.sweep()), unitizedAlpha(data).value],
        [unitizedStatistic(at, at.bareSweep()), unitizedBoundaryAlpha(data).value],
      ] as const) {
        const drawn = statistic.of(whole(sentences))
        if (value === null) expect(drawn === null || Number.isFinite(drawn)).toBe(true)
        else expect(drawn).toBeCloseTo(value, 9)
      }
      const sets = setAlpha(data, jaccard)
      if (sets.value !== null) expect(setAlphaWithInterval(at, jaccard).value.value).toBeCloseTo(sets.value, 9)
      else expect(setAlphaWithInterval(at, jaccard).value.undefinedBecause).toBe(sets.undefinedBecause)
      const labels = labelAlphasWithIntervals(at)
      for (const [label, { value }] of labelAlphas(data)) {
        if (value !== null) expect(labels.get(label)!.value.value).toBeCloseTo(value, 9)
        const spans = data.spans.filter((span) => span.label === label)
        const units = at.units().flat().filter((unit) => unit.label === label)
        const { sets: _sets, ...counted } = countSweep(units, label, 3, cutsOf(sentences))
        expect(sweepSpans({ ...data, spans }, cutsOf(sentences))).toMatchObject(counted)
      }
    }), { numRuns: 60 })
  })

  it('twice over is the measure of the text written twice, for passages that end with their sentence', () => {
    const data = reading(8, 4)
    const at = readSpans(data, cutsOf(8))
    const copies = data.spans.map((span) => ({ ...span, start: span.start + data.textLength, end: span.end + data.textLength }))
    const twice = { ...data, textLength: 2 * data.textLength, spans: [...data.spans, ...copies] }
    const draw = { turn: 0, times: new Uint32Array(8).fill(2), length: twice.textLength }
    expect(unitizedStatistic(at, at.sweep()).of(draw)).toBeCloseTo(unitizedAlpha(twice).value!, 9)
  })

  it('are sentences, neighbours together where there are many', () => {
    expect(piecesOf([3, 9, 12])).toEqual([3, 9, 12])
    const ends = Array.from({ length: 1_201 }, (_, i) => (i + 1) * 10)
    const pieces = piecesOf(ends)
    expect(pieces.length).toBeLessThanOrEqual(mostPieces)
    expect(pieces.at(-1)).toBe(12_010)
    expect(pieces.slice(0, 2)).toEqual([30, 60])
    expect(piecesOf([])).toEqual([])
  })
})

describe('over items', () => {
  const alpha = coefficients['krippendorff-alpha-ordinal']
  const _ = null

  it('the canonical reliability data, ordinal: .43 to 1 by another program’s bootstrap', () => {
    const data: ReliabilityData<number> = [
      [1, 1, _, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1],
      [2, 2, 2, 2], [_, 5, 5, 5], [_, _, 1, 1], [_, _, 3, _],
    ]
    const { low, high } = alpha.interval(data)!
    expect(Math.abs(low - 0.43)).toBeLessThan(0.06)
    expect(high).toBeGreaterThan(0.99)
  })

  it('Cohen’s kappa of 50 items, 20 and 15 alike: within a tenth of the error of Fleiss, Cohen and Everitt 1969', () => {
    const rows = [...Array<string>(20).fill('yy'), ...Array<string>(5).fill('yn'), ...Array<string>(10).fill('ny'), ...Array<string>(15).fill('nn')].map((pair) => pair.split(''))
    const { low, high } = coefficients['cohen-kappa'].interval(rows)!
    const [n, expected, kappa] = [50, 0.5, 0.4]
    const cells: [number, number, number][] = [[0.4, 0.5, 0.6], [0.3, 0.5, 0.4]]
    const diagonal = cells.reduce((sum, [share, row, column]) => sum + share * (1 - (row + column) * (1 - kappa)) ** 2, 0)
    const off = (1 - kappa) ** 2 * (0.1 * (0.6 + 0.5) ** 2 + 0.2 * (0.4 + 0.5) ** 2)
    const error = Math.sqrt((diagonal + off - (kappa - expected * (1 - kappa)) ** 2) / n) / (1 - expected)
    expect(Math.abs((high - low) / (2 * 1.96 * error) - 1)).toBeLessThan(0.1)
  })

  it('of many judgements is a jackknife that says the same', () => {
    const data = judged(4_000, 7)
    const of = coefficients['fleiss-kappa'].of
    const [by, drawn] = [itemInterval(data, of)!, itemInterval(data, of, { replicates: 300 })!]
    expect([by.by, drawn.by]).toEqual(['jackknife', 'bootstrap'])
    expect((by.high - by.low) / (drawn.high - drawn.low)).toBeGreaterThan(0.6)
    expect((by.high - by.low) / (drawn.high - drawn.low)).toBeLessThan(1.6)
  })
})

it.each([[3, 3.182], [5, 2.571], [10, 2.228], [30, 2.042], [1e6, 1.96]])('Student’s t of %i', (freedom, t) => {
  expect(Math.abs(studentsT(freedom) - t)).toBeLessThan(0.005)
})
