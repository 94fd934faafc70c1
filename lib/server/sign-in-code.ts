import 'server-only'
import { codeLengths, readCode } from '@/lib/domain/classroom/code'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { hashedCode } from './class-codes'
import { db } from './db'
import { spend } from './limits'
import type { Visitor } from './visitor'

/**
 * Whose sign-in code is this? For students whose teacher gave them one on paper. A wrong code is `codeUnknown`, too many
 * tries from one place are `rateLimited`; the code itself has 60 bits, so that guessing leads nowhere.
 * @returns the person to start a session for
 */
export async function checkSignInCode(visitor: Visitor, typed: string): Promise<Result<{ id: string }>> {
  const spent = await spend(['class-code:client', visitor.address])
  if (!spent.ok) return spent
  const code = readCode(typed, codeLengths.signIn)
  const person = code && (await db.user.findUnique({ where: { signInCodeHash: hashedCode(code) }, select: { id: true } }))
  return person ? accept(person) : refuse('codeUnknown', 'code')
}
