import { describe, expect, it } from 'vitest'
import { bootstrapIntervals as intervalsOf } from './bootstrap-interval'
import { characterAlpha, characterStatistic } from './character-alpha'
import type { IntervalOptions } from './interval'
import { sweepSpans, type SpanLabels, type SpanSweep } from './span-sweep'

const bootstrapIntervals = (sweeps: readonly SpanSweep[], options?: IntervalOptions) =>
  intervalsOf(sweeps[0]?.lengths ?? [], sweeps.map((sweep) => characterStatistic(sweep)), { least: 1, ...options })

const cuts = Array.from({ length: 40 }, (_, i) => (i + 1) * 25)
const at = (annotator: string, sentence: number, label: string, from = 0, to = 25) => ({
  annotator, label, start: sentence * 25 + from, end: sentence * 25 + to,
})
/**
 * Forty sentences: the two agree on every other fourth, and on the rest one of them is often alone or says otherwise.
 */
const layer: SpanLabels = {
  textLength: 1_000,
  annotators: ['a', 'b', 'c'],
  spans: Array.from({ length: 20 }, (_, i) => [
    at('a', i * 2, 'x'),
    ...(i % 2 ? [at('b', i * 2, 'x', 5)] : []),
    ...(i % 3 ? [at('c', i * 2, i % 5 ? 'x' : 'y', 0, 20)] : []),
  ]).flat(),
}

describe('bootstrapIntervals', () => {
  it('lies around alpha and is the same every time', () => {
    const sweep = sweepSpans(layer, cuts)
    const [interval] = bootstrapIntervals([sweep])
    const alpha = characterAlpha(layer).value!
    expect(interval!.low).toBeLessThan(alpha)
    expect(interval!.high).toBeGreaterThan(alpha)
    expect(interval!.high - interval!.low).toBeLessThan(0.6)
    expect(interval).toMatchObject({ replicates: 1_000, dropped: 0 })
    expect(bootstrapIntervals([sweep])).toEqual([interval])
    expect(bootstrapIntervals([sweep, sweep])).toEqual([interval, interval])
    expect(bootstrapIntervals([sweep], { seed: 2 })).not.toEqual([interval])
  })

  it('of a resample is what computing alpha on the resampled text would give', () => {
    // With two sentences a resample is one of three texts, so the interval's ends are alphas of real texts.
    const two: SpanLabels = {
      textLength: 50, annotators: ['a', 'b'],
      spans: [at('a', 0, 'x', 0, 10), at('b', 0, 'x', 0, 12), at('a', 1, 'x', 0, 10), at('b', 1, 'x', 5, 25)],
    }
    const [interval] = bootstrapIntervals([sweepSpans(two, [25, 50])])
    const twice = (sentence: number) => ({
      ...two,
      spans: [0, 1].flatMap((copy) =>
        two.spans.filter((s) => Math.floor(s.start / 25) === sentence)
          .map((s) => ({ ...s, start: (s.start % 25) + copy * 25, end: s.start % 25 + (s.end - s.start) + copy * 25 })),
      ),
    })
    expect(interval!.high).toBeCloseTo(characterAlpha(twice(0)).value!, 10)
    expect(interval!.low).toBeCloseTo(characterAlpha(twice(1)).value!, 10)
  })

  it('leaves out and counts resamples in which alpha is not defined', () => {
    const one: SpanLabels = { textLength: 100, annotators: ['a', 'b'], spans: [at('a', 0, 'x'), at('b', 0, 'x', 5)] }
    const [interval] = bootstrapIntervals([sweepSpans(one, [25, 50, 75, 100])])
    expect(interval!.dropped).toBeGreaterThan(200)
    expect(interval!.replicates + interval!.dropped).toBe(1_000)
  })

  it('is null for fewer than five sentences in which anything is marked', () => {
    const marking = (sentences: number): SpanLabels =>
      ({ ...layer, spans: Array.from({ length: sentences }, (_, i) => [at('a', i, 'x'), at('b', i, 'x', i)]).flat() })
    expect(bootstrapIntervals([sweepSpans(marking(4), cuts)], { least: undefined })).toEqual([null])
    expect(bootstrapIntervals([sweepSpans(marking(5), cuts)], { least: undefined })[0]).not.toBeNull()
  })

  it('is null for a single sentence, and where alpha itself is not defined', () => {
    expect(bootstrapIntervals([sweepSpans(layer, [1_000])])).toEqual([null])
    expect(bootstrapIntervals([sweepSpans({ ...layer, annotators: ['a'] }, cuts)])).toEqual([null])
    expect(bootstrapIntervals([sweepSpans({ ...layer, spans: [] }, cuts)])).toEqual([null])
    expect(bootstrapIntervals([])).toEqual([])
  })
})
