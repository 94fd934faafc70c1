import { expect, it } from 'vitest'
import { agreementBand } from './agreement-band'
import { coefficients } from './registry'

it('no coefficient has a value without data', () => {
  for (const entry of Object.values(coefficients)) {
    const nothing = { textLength: 5, annotators: ['a', 'b'], spans: [] }
    const result = entry.takes === 'spans' ? entry.of(nothing) : entry.of([])
    expect(result).toMatchObject({ value: null, undefinedBecause: 'no-annotations' })
  }
})

it('bands run from opposed to strong, each starting where the one before ends', () => {
  const bands = [-1, -0.06, -0.05, 0, 0.05, 0.14, 0.2, 0.4, 0.402, 0.667, 0.799, 0.8, 1].map(agreementBand)
  expect(bands).toEqual([
    'opposed', 'opposed', 'none', 'none', 'slight', 'slight', 'fair', 'moderate', 'moderate', 'substantial',
    'substantial', 'strong', 'strong',
  ])
})
