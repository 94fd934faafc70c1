import { normalForm } from '../text/normal-form'

/** Digits and capitals that nobody mixes up when reading them off paper: no I, L, O, U (after Crockford's base 32). */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Signs of a class's code (40 bits, guessing is counted) and of a student's sign-in code (60 bits). */
export const codeLengths = { class: 8, signIn: 12 } as const

/** The code that random bytes spell, five bits of each a sign: 8 bytes make a class's code. */
export function codeFrom(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => signs[byte & 31]).join('')
}

/** UTF-16 units of what is looked at as a code: more is none, however it was spaced. */
const mostTyped = 100

/** A code as it is printed, in groups of four: `K7QM-3XHP`. */
export const printedCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? ''

/**
 * A code as somebody typed it, in its one form: without spaces and hyphens, full-width signs and small letters made plain,
 * O read as 0 and I and L as 1. Null where it cannot be one of `length` signs.
 */
export function readCode(typed: string, length: number): string | null {
  if (typed.length > mostTyped) return null
  const plain = normalForm(typed, 'NFKC').toUpperCase().replace(/[\s\p{Pd}_.]/gu, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  return plain.length === length && [...plain].every((sign) => signs.includes(sign)) ? plain : null
}
