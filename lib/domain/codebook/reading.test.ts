import { describe, expect, it } from 'vitest'
import { dimensions, type Dimension, type Label } from './codebook'
import { readingCodebook } from './reading'

const of = (dimension: Dimension): readonly Label[] => readingCodebook.labels[dimension]
const everyLabel = dimensions.flatMap(of)

/** Version 1 as it was published, written out a second time so that no edit of the tables goes unnoticed. */
const published: Record<Dimension, { ids: string; keys: string }> = {
  sourcing: {
    ids: `named-person organisation-statement official-document-or-data study-or-poll link-or-citation other-media
      social-media-post unnamed-described unnamed-bare author-observation common-knowledge missing-source`,
    keys: 'qwertyuiop90',
  },
  statement: {
    ids: `verifiable-fact-claim opinion value-judgement prediction analysis-or-interpretation mixed call-to-action
      rhetorical-question-or-irony`,
    keys: '12345678',
  },
  framing: {
    ids: `loaded-language name-calling-labeling exaggeration-minimisation appeal-to-fear-prejudice
      false-dilemma-no-choice causal-oversimplification whataboutism doubt guilt-by-association appeal-to-hypocrisy
      questioning-the-reputation flag-waving appeal-to-authority appeal-to-popularity appeal-to-values straw-man
      red-herring consequential-oversimplification slogans conversation-killer appeal-to-time
      obfuscation-vagueness-confusion repetition`,
    keys: 'asdfghjkASDFGHJKLZXCVBN',
  },
}

describe('version 1 of the reading codebook', () => {
  it('is published as reading 1', () => {
    expect([readingCodebook.slug, readingCodebook.version]).toEqual(['reading', 1])
  })

  it.each(dimensions)('never changes the ids, order and keys of %s', (dimension) => {
    expect(of(dimension).map(({ id }) => id)).toEqual(published[dimension].ids.split(/\s+/))
    expect(of(dimension).map(({ key }) => key).join('')).toBe(published[dimension].keys)
  })

  it('gives every key to one label only', () => {
    expect(new Set(everyLabel.map(({ key }) => key)).size).toBe(everyLabel.length)
    expect(everyLabel.every(({ key }) => key.length === 1)).toBe(true)
  })

  it('keeps fifteen techniques behind "more" and everything else in sight', () => {
    expect(everyLabel.filter(({ list }) => list === 'more')).toEqual(of('framing').slice(8))
  })

  it('groups the 23 techniques as they were published', () => {
    const sizes: Record<string, number> = {}
    for (const { group } of of('framing')) sizes[group ?? 'none'] = (sizes[group ?? 'none'] ?? 0) + 1
    expect(sizes).toEqual({
      'attack-on-reputation': 5,
      justification: 5,
      distraction: 3,
      simplification: 3,
      call: 3,
      'manipulative-wording': 4,
    })
  })

  it('draws each dimension in its own channel', () => {
    expect(of('sourcing').every(({ mark }) => mark.startsWith('underline-'))).toBe(true)
    expect(of('statement').every(({ mark }) => mark.startsWith('tint-'))).toBe(true)
    expect(of('framing').every(({ mark }) => mark === 'wavy')).toBe(true)
    expect(everyLabel.filter(({ mark }) => mark === 'tint-cool').map(({ id }) => id)).toEqual(['verifiable-fact-claim'])
  })

  it('says of every label where it comes from', () => {
    for (const { source } of everyLabel) expect(source.length).toBeGreaterThan(10)
  })
})

describe.each([
  ['light', '#fbfaf7'],
  ['dark', '#171612'],
] as const)('the tones on %s paper', (theme, paper) => {
  it.each(everyLabel.map((label) => [label.id, label.colour[theme]]))('show %s at 3:1 or more', (_, colour) => {
    expect(colour).toMatch(/^#[0-9a-f]{6}$/)
    expect(contrast(colour, paper)).toBeGreaterThanOrEqual(3)
  })

  it.each(dimensions)('tell the labels of %s apart, neighbours most of all', (dimension) => {
    const tones = of(dimension).map(({ colour }) => colour[theme])
    tones.forEach((tone, i) =>
      tones.slice(i + 1).forEach((other, j) => expect(difference(tone, other)).toBeGreaterThan(j === 0 ? 0.07 : 0.03)),
    )
  })
})

/** Contrast ratio of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = linear(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Euclidean distance in OKLab (Ottosson 2020): 0.02 is just about visible side by side. */
function difference(a: string, b: string): number {
  const [p, q] = [oklab(a), oklab(b)]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

function oklab(hex: string): [number, number, number] {
  const [r, g, b] = linear(hex)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function linear(hex: string): [number, number, number] {
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}
