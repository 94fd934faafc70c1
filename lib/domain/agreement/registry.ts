import { characterAlpha } from './character-alpha'
import type { Coefficient, ReliabilityData } from './coefficient'
import { cohenKappa } from './cohen-kappa'
import { interval, nominal, ordinal, ratio } from './distance'
import { fleissKappa } from './fleiss-kappa'
import { gamma } from './gamma'
import { krippendorffAlpha } from './krippendorff-alpha'
import { observedAgreement } from './observed-agreement'
import { pairwiseSpanF1 } from './pairwise-span-f1'
import { setAlpha } from './set-alpha'
import { jaccard, masi } from './set-distance'
import type { SpanLabels } from './span-sweep'
import { unitizedAlpha, unitizedBoundaryAlpha } from './unitized-alpha'
import { unitizingAlpha } from './unitizing-alpha'

type Entry =
  | { takes: 'categories'; of: (data: ReliabilityData<string | number>) => Coefficient }
  | { takes: 'numbers'; of: (data: ReliabilityData<number>) => Coefficient }
  | { takes: 'spans'; of: (data: SpanLabels) => Coefficient }

/**
 * Every measure of agreement, under the name it is reported by: what it takes and how to compute it. What each
 * tells is `measures.<id>` of `lib/i18n/<locale>/measures.ts`.
 */
export const coefficients = {
  'observed-agreement': { takes: 'categories', of: observedAgreement },
  'cohen-kappa': { takes: 'categories', of: cohenKappa },
  'fleiss-kappa': { takes: 'categories', of: fleissKappa },
  'krippendorff-alpha-nominal': { takes: 'categories', of: (data) => krippendorffAlpha(data, nominal) },
  'krippendorff-alpha-ordinal': { takes: 'numbers', of: (data) => krippendorffAlpha(data, ordinal) },
  'krippendorff-alpha-interval': { takes: 'numbers', of: (data) => krippendorffAlpha(data, interval) },
  'krippendorff-alpha-ratio': { takes: 'numbers', of: (data) => krippendorffAlpha(data, ratio) },
  'character-alpha': { takes: 'spans', of: characterAlpha },
  'character-alpha-jaccard': { takes: 'spans', of: (data) => setAlpha(data, jaccard) },
  'character-alpha-masi': { takes: 'spans', of: (data) => setAlpha(data, masi) },
  'unitized-alpha': { takes: 'spans', of: unitizedAlpha },
  'unitized-boundary-alpha': { takes: 'spans', of: unitizedBoundaryAlpha },
  'unitizing-alpha': { takes: 'spans', of: unitizingAlpha },
  gamma: { takes: 'spans', of: gamma },
  'pairwise-span-f1': { takes: 'spans', of: pairwiseSpanF1 },
} satisfies Record<string, Entry>

export type CoefficientId = keyof typeof coefficients
