import { z } from 'zod'
import { normalForm } from './text/normal-form'

/**
 * A number as people type it: full-width figures (as Chinese and Japanese keyboards write them), a decimal comma, a minus
 * of any kind and spaces around it are taken; null where nothing stands, NaN where something else does. '８，５' is 8.5.
 */
export function readNumber(typed: string): number | null {
  if (typed.length > longestNumber) return NaN
  const plain = normalForm(typed, 'NFKC').trim().replace(',', '.').replace(/^[−‐‑–]/, '-').replace('。', '.')
  if (plain === '') return null
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : NaN
}

const longestNumber = 100

/** A number from `least` to `most`; whatever else stands there is refused as `numberOutside`, which names both. */
export const numberBetween = (least: number, most: number) => between(least, most, 'numberOutside', () => true)

/** The same of whole numbers, refused as `wholeNumberOutside`. */
export const wholeBetween = (least: number, most: number) => between(least, most, 'wholeNumberOutside', Number.isInteger)

/** A whole number of a form, whose fields are texts; null where nothing stands. */
export const typedWhole = (least: number, most: number) => z.string().transform(readNumber).pipe(wholeBetween(least, most).nullable())

const between = (least: number, most: number, error: 'numberOutside' | 'wholeNumberOutside', holds: (value: number) => boolean) =>
  z.custom<number>((value) => typeof value === 'number' && value >= least && value <= most && holds(value), { error, params: { least, limit: most } })
