import 'server-only'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { codeFrom, codeLengths } from '@/lib/domain/classroom/code'
import { env } from './env'

/**
 * The code of an invitation, made from its id and the site's secret: a teacher can see it again at any time, while the
 * database holds only its hash. 40 bits; trying codes is counted.
 */
export function invitationCode(id: string): string {
  const bytes = createHmac('sha256', env('NEXTAUTH_SECRET')).update(`class invitation ${id}`).digest()
  return codeFrom(bytes.subarray(0, codeLengths.class))
}

/** A fresh sign-in code for a student without an address: 60 bits of chance. */
export const newSignInCode = (): string => codeFrom(randomBytes(codeLengths.signIn))

/** What is kept of a code. */
export const hashedCode = (code: string): string => createHash('sha256').update(code).digest('hex')
