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
  'character-alpha-jaccard': {
    takes: 'spans',
    says: 'The same where two sets of labels are as near as the share of labels they have in common.',
    of: (data) => setAlpha(data, jaccard),
  },
  'character-alpha-masi': {
    takes: 'spans',
    says: 'The same where one set of labels holding the other counts as nearer than sets that only overlap.',
    of: (data) => setAlpha(data, masi),
  },
  'unitized-alpha': {
    takes: 'spans',
    says: 'How far annotators cut the same passages out of the text and label them alike, a passage being one decision.',
    of: unitizedAlpha,
  },
  'unitized-boundary-alpha': {
    takes: 'spans',
    says: 'The same of the cutting alone, whatever the passages are called.',
    of: unitizedBoundaryAlpha,
  },
  'unitizing-alpha': {
    takes: 'spans',
    says: 'An older measure of cutting: how far apart boundaries lie that were meant to be the same, label by label.',
    of: unitizingAlpha,
  },
  gamma: {
    takes: 'spans',
    says: 'How well whole passages of annotators can be matched by place and label, beyond what chance would match.',
    of: gamma,
  },
  'pairwise-span-f1': {
    takes: 'spans',
    says: 'How much of one annotator’s passages another found under the same label, averaged over pairs. Ignores chance.',
    of: pairwiseSpanF1,
  },
} satisfies Record<string, Entry>

export type CoefficientId = keyof typeof coefficients
