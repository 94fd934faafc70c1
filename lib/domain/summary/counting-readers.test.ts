import { describe, expect, it } from 'vitest'
import { dimensions } from '../codebook/codebook'
import { readingCodebook } from '../codebook/reading'
import { countingReaders } from './counting-readers'
import type { SummaryAnnotation } from './layer-summary'
import { summarise } from './summarise'

const at = (annotator: string, ...starts: number[]) => starts.map((start) => ({ annotator, start, end: start + 1 }))

describe('who counts in an open layer', () => {
  it.each<[string, number, number[], boolean]>([
    ['five flags exactly half of the text apart', 100, [10, 20, 30, 40, 60], true],
    ['one code point less than half', 100, [11, 20, 30, 40, 60], false],
    ['half of an odd length is not reached by its lower half', 101, [0, 1, 2, 3, 50], false],
    ['and is by its upper', 101, [0, 1, 2, 3, 51], true],
    ['four flags over the whole text', 100, [0, 30, 60, 99], false],
    ['five in any order', 100, [99, 0, 60, 30, 31], true],
    ['five at one place', 100, [50, 50, 50, 50, 50], false],
    ['two places, one of them four times', 100, [0, 0, 0, 0, 50], true],
  ])('%s', (_name, length, starts, counts) => {
    expect(countingReaders(at('ada', ...starts), length, [])).toEqual(counts ? ['ada'] : [])
  })

  it('what is about the article as a whole is no flag in the text', () => {
    expect(countingReaders([...at('ada', 10, 20, 30, 90), { annotator: 'ada', start: 0, end: 0 }], 100, [])).toEqual([])
  })

  it('who says so counts, with few flags or none', () => {
    expect(countingReaders(at('bo', 3), 100, ['eve', 'bo'])).toEqual(['bo', 'eve'])
  })
})

describe('passers-by', () => {
  const text = '甲說這是對的。𠮷野家不同意。'.repeat(30)
  const length = [...text].length
  let serial = 0
  const flag = (annotator: string, start: number, label: string, labels = 1): SummaryAnnotation => ({
    id: `${(serial += 1)}`, annotator, start, end: start + 6, sourceName: null, evidence: [],
    labels: dimensions.slice(0, labels).map((dimension) => ({ dimension, label: dimension === 'framing' ? label : readingCodebook.labels[dimension][0]!.id })),
  })
  const readers = ['ada', 'bo', 'cy'].flatMap((reader, i) => [0, 60, 120, 200, 300].map((start, k) => flag(reader, start + (k % 2) * i, k === i ? 'doubt' : 'loaded-language', 3)))
  const passersBy = Array.from({ length: 11 }, (_, i) => Array.from({ length: 1 + (i % 3) }, (_, k) => flag(`passer-${i}`, 20 + 30 * k + i, 'doubt', 3))).flat()
  const of = (annotations: SummaryAnnotation[]) =>
    summarise({ text, language: 'zh-Hant', codebook: readingCodebook, annotators: [], annotations, measured: countingReaders(annotations, length, []) })

  it('eleven with one to three flags each leave the measures and the votes as they were, and are in the counts', () => {
    const [without, among] = [of(readers), of([...readers, ...passersBy])]
    for (const dimension of dimensions) {
      expect(among.dimensions[dimension].agreement).toEqual(without.dimensions[dimension].agreement)
      expect(among.dimensions[dimension].agreement.annotators).toBe(3)
      expect(among.dimensions[dimension].further).toEqual(without.dimensions[dimension].further)
      expect(among.dimensions[dimension].annotators).toBe(14)
    }
    expect([among.annotators, among.measured, without.measured]).toEqual([14, 3, 3])
    expect(among.contested).toEqual(without.contested)
    expect(among.agreed).toEqual(without.agreed)
    expect(among.annotations).toBe(readers.length + passersBy.length)
  })
})
