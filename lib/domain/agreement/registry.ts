import { characterAlpha } from './character-alpha'
import type { Coefficient, ReliabilityData } from './coefficient'
import { cohenKappa } from './cohen-kappa'
import { interval, nominal, ordinal, ratio } from './distance'
import { fleissKappa } from './fleiss-kappa'
import { krippendorffAlpha } from './krippendorff-alpha'
import { observedAgreement } from './observed-agreement'
import type { SpanLabels } from './span-sweep'

type Entry = { says: string } & (
  | { takes: 'categories'; of: (data: ReliabilityData<string | number>) => Coefficient }
  | { takes: 'numbers'; of: (data: ReliabilityData<number>) => Coefficient }
  | { takes: 'spans'; of: (data: SpanLabels) => Coefficient }
)

/**
 * Every measure of agreement, under the name it is reported by: what it takes, what it tells, and how to compute it.
 */
export const coefficients = {
  'observed-agreement': {
    takes: 'categories',
    says: 'How often two annotators said the same of an item. Takes no account of chance.',
    of: observedAgreement,
  },
  'cohen-kappa': {
    takes: 'categories',
    says: 'Agreement of two annotators beyond what their own habits would give by chance. Complete items only.',
    of: cohenKappa,
  },
  'fleiss-kappa': {
    takes: 'categories',
    says: 'Agreement of many annotators beyond chance. Complete items only.',
    of: fleissKappa,
  },
  'krippendorff-alpha-nominal': {
    takes: 'categories',
    says: 'Agreement of any number of annotators beyond chance, gaps allowed, where labels are just different.',
    of: (data) => krippendorffAlpha(data, nominal),
  },
  'krippendorff-alpha-ordinal': {
    takes: 'numbers',
    says: 'The same where values have an order, so that neighbours differ less than extremes.',
    of: (data) => krippendorffAlpha(data, ordinal),
  },
  'krippendorff-alpha-interval': {
    takes: 'numbers',
    says: 'The same where differences between values mean something.',
    of: (data) => krippendorffAlpha(data, interval),
  },
  'krippendorff-alpha-ratio': {
    takes: 'numbers',
    says: 'The same where values have a true zero, so that 1 against 2 is as far as 10 against 20.',
    of: (data) => krippendorffAlpha(data, ratio),
  },
  'character-alpha': {
    takes: 'spans',
    says: 'How far annotators agree, character by character, on what is marked and how it is labelled.',
    of: characterAlpha,
  },
} satisfies Record<string, Entry>

export type CoefficientId = keyof typeof coefficients
