import 'server-only'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { codeFrom, codeLengths } from '@/lib/domain/classroom/code'
import { env } from './env'
import { keyedHash } from './keyed-hash'

/**
 * The code of an invitation, made from its id and the site's secret: a teacher can see it again at any time, while the
 * database holds only its hash. 40 bits; trying codes is counted.
 */
export function invitationCode(id: string): string {
  const bytes = createHmac('sha256', env('NEXTAUTH_SECRET')).update(`class invitation ${id}`).digest()
  return codeFrom(bytes.subarray(0, codeLengths.class))
}

/** A fresh sign-in code for a student without an address: 50 bits of chance. */
export const newSignInCode = (): string => codeFrom(randomBytes(codeLengths.signIn))

/** What is kept of a code: under the site's secret, since a copy of the database could else be searched for so few signs. */
export const hashedCode = (code: string): string => keyedHash('code', code)

/** What a code may be kept as: before 1 December 2026 it was a hash without a key, which its next use replaces. */
export const keptForms = (code: string): string[] => [hashedCode(code), createHash('sha256').update(code).digest('hex')]
