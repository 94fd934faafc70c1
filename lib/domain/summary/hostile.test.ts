import { describe, expect, it } from 'vitest'
import { seededRandom } from '../agreement/seeded-random'
import { readingCodebook } from '../codebook/reading'
import { dimensions } from '../codebook/codebook'
import type { SummaryAnnotation, SummaryInput } from './layer-summary'
import { furtherMeasures } from './measures'
import { summarise } from './summarise'

/** Readers who flag at random so that nearly every stretch has a set of labels that no other has. */
function layer(readers: number, flags: number, labels: number): SummaryInput {
  const random = seededRandom(7)
  const text = 'Some words. '.repeat(8_000)
  const annotations = Array.from({ length: readers * flags }, (_, i): SummaryAnnotation => {
    const start = random.below(text.length - 300)
    return {
      id: `${i}`, annotator: `r${i % readers}`, start, end: start + 20 + random.below(260), sourceName: null, evidence: [],
      labels: Array.from({ length: labels }, () => {
        const dimension = dimensions[random.below(3)]!
        const known = readingCodebook.labels[dimension]
        return { dimension, label: known[random.below(known.length)]!.id }
      }),
    }
  })
  return { text, language: 'en', codebook: readingCodebook, annotators: [], annotations }
}

describe('a layer made to be costly', () => {
  it.each([['ten readers with 1,000 flags of six labels', layer(10, 1_000, 6)], ['two with 5,000 flags of twelve', layer(2, 5_000, 12)]])(
    '%s: has its counts and alpha, and what would take every pair is too many to compare', (_name, input) => {
      const { dimensions: found, annotations, annotators } = summarise(input)
      expect([annotations, annotators]).toEqual([10_000, new Set(input.annotations.map(({ annotator }) => annotator)).size])
      for (const dimension of dimensions) {
        const { agreement, further, annotations: flags } = found[dimension]
        expect(flags).toBeGreaterThan(1_000)
        expect(agreement).toMatchObject({ undefined: null })
        expect(further.all['unitizing-alpha'].value).not.toBeNull()
      }
      expect(found.framing.further.all['character-alpha-jaccard']).toEqual({ value: null, undefined: 'too-many-to-compare', interval: null })
    }, 60_000)

  it('without any steps left there are counts alone, and every measure says so', () => {
    const summary = summarise(layer(3, 20, 2), 0)
    expect(summary).toMatchObject({ annotations: 60, annotators: 3, tooManyPassages: true, contested: [], agreed: [] })
    for (const dimension of dimensions) {
      const { agreement, further, characters } = summary.dimensions[dimension]
      expect(characters).toBeGreaterThan(0)
      expect(agreement).toEqual({ observed: null, alpha: null, undefined: 'too-many-to-compare', annotators: 3, interval: null })
      for (const id of furtherMeasures) expect(further.all[id].undefined).toBe('too-many-to-compare')
      expect(summary.heat.every((cell) => cell.dimensions[dimension].disagreement === null)).toBe(true)
    }
    expect(summary.sources.flags).toBe(summary.dimensions.sourcing.annotations)
  })

  it('flags that hang together in one chain are given up, not looked at for each passage again', () => {
    const text = 'x'.repeat(30_000)
    const annotations = Array.from({ length: 5_000 }, (_, i): SummaryAnnotation => ({
      id: `${i}`, annotator: `r${i % 2}`, start: i * 5, end: i * 5 + 9 - (i % 3), sourceName: null, evidence: [], labels: [{ dimension: 'framing', label: 'doubt' }],
    }))
    const summary = summarise({ text, language: null, codebook: readingCodebook, annotators: [], annotations })
    expect(summary.tooManyPassages).toBe(true)
    expect(summary.dimensions.framing.agreement.undefined).toBeNull()
  })
})
