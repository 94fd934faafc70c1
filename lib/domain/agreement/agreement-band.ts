/**
 * Bands of alpha for words, from low to high; each reaches up to `below`. They describe, they do not pass or fail
 * anybody. .667 and .800 are Krippendorff's lines (2004, p. 241) for drawing tentative and firm conclusions from coded
 * data; .2 and .4 are those of Landis and Koch (1977). Low is normal here: judgements of bias in the news reached
 * about .14 among crowd workers and .42 among trained experts (the authors of MBIC and of BABE, 2021), so `fair` or
 * `moderate` is what a good class achieves, and the words should say so.
 */
const agreementBands = [
  { band: 'none', below: 0.05 },
  { band: 'slight', below: 0.2 },
  { band: 'fair', below: 0.4 },
  { band: 'moderate', below: 0.667 },
  { band: 'substantial', below: 0.8 },
  { band: 'strong', below: Infinity },
] as const
export type AgreementBand = 'opposed' | (typeof agreementBands)[number]['band']

/** Published alphas of people labelling bias in the news, to set one's own beside. */
export const referenceAlphas = { crowd: 0.14, experts: 0.42 } as const

/**
 * The band of an alpha. `none` is what chance would give; `opposed` lies clearly below it (under −.05): readers differ
 * more than if they had marked at random, as when each marks what the others left. Worked: 0.402 is `moderate`.
 */
export function agreementBand(alpha: number): AgreementBand {
  if (alpha < -0.05) return 'opposed'
  return agreementBands.find(({ below }) => alpha < below)?.band ?? 'strong'
}
