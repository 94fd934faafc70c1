import { normalForm } from '../text/normal-form'

/** Digits and capitals that nobody mixes up when reading them off paper: no I, L, O, U (after Crockford's base 32). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * Signs of a class's code (40 bits, guessing is counted) and of a student's sign-in code: 50 bits, so that one of 10,000
 * codes is met once in 10^11 guesses, each of which is counted, and makes pauses, by where it comes from.
 */
export const codeLengths = { class: 8, signIn: 10 } as const
/** Signs of sign-in codes that were given before 1 December 2026; they go on to open. */
export const formerSignInLength = 12

/** The code that random bytes spell, five bits of each a sign: 8 bytes make a class's code. */
export function codeFrom(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => signs[byte & 31]).join('')
}

/** UTF-16 units of what is looked at as a code: more is none, however it was spaced. */
const mostTyped = 100

/** A code as it is printed, in groups of four or five: `K7QM-3XHP`, `K7QM3-XHPW2`. */
export const printedCode = (code: string): string => code.match(code.length % 5 === 0 ? /.{1,5}/g : /.{1,4}/g)?.join('-') ?? ''

/**
 * A code as somebody typed it, in its one form: without spaces and hyphens, full-width signs and small letters made plain,
 * O read as 0 and I and L as 1. Null where it cannot be one of so many signs as one of `lengths`.
 */
export function readCode(typed: string, ...lengths: readonly number[]): string | null {
  if (typed.length > mostTyped) return null
  const plain = normalForm(typed, 'NFKC').toUpperCase().replace(/[\s\p{Pd}_.]/gu, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return lengths.includes(plain.length) && [...plain].every((sign) => signs.includes(sign)) ? plain : null
}
