import { describe, expect, it } from 'vitest'
import { readingCodebook } from './reading'
import { codebooks, findCodebook, findLabel, labelOfKey, labelRefsOf, labelsOf } from './registry'

describe('the registry of codebooks', () => {
  it('finds a codebook by slug and version, and nothing else', () => {
    expect(findCodebook('reading', 1)).toBe(readingCodebook)
    expect(findCodebook('reading', 2)).toBeNull()
    expect(findCodebook('Reading', 1)).toBeNull()
  })

  it('never holds the same version twice', () => {
    expect(new Set(codebooks.map(({ slug, version }) => `${slug}/${version}`)).size).toBe(codebooks.length)
  })

  it.each(codebooks)('finds every label of $slug $version by its reference and its key', (codebook) => {
    for (const ref of labelRefsOf(codebook)) {
      const label = findLabel(codebook, ref)
      expect(label?.id).toBe(ref.label)
      expect(labelOfKey(codebook, label?.key ?? '')).toEqual(ref)
    }
  })

  it('knows no label of another dimension, no invented one and no inherited property', () => {
    expect(findLabel(readingCodebook, { dimension: 'statement', label: 'doubt' })).toBeNull()
    expect(findLabel(readingCodebook, { dimension: 'framing', label: 'length' })).toBeNull()
    expect(labelOfKey(readingCodebook, 'Enter')).toBeNull()
  })

  it('lists the labels of a dimension, all or by list', () => {
    expect(labelsOf(readingCodebook, 'framing')).toHaveLength(23)
    expect(labelsOf(readingCodebook, 'framing', 'short')).toHaveLength(8)
    expect(labelsOf(readingCodebook, 'sourcing', 'more')).toEqual([])
    expect(labelRefsOf(readingCodebook)).toHaveLength(43)
  })

  it('lists the groups of framing, and none where a dimension has none', () => {
    expect(new Set(labelsOf(readingCodebook, 'framing').map(({ group }) => group)).size).toBe(6)
    expect(labelsOf(readingCodebook, 'sourcing').every(({ group }) => group === null)).toBe(true)
  })
})
