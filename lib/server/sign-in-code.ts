import 'server-only'
import { codeLengths, formerSignInLength, readCode } from '@/lib/domain/classroom/code'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { writeAuth, type AuthTrace } from './auth-log'
import { hashedCode, keptForms } from './class-codes'
import { db } from './db'
import type { Visitor } from './visitor'
import { beginTry } from './wrong-tries'

/**
 * Whose sign-in code is this? For students whose teacher gave them one on paper. A wrong code is `codeUnknown`; many wrong
 * ones make a pause (`rateLimited`), of a browser that signed in before by itself, of others by their address. The code
 * has 50 bits, so that guessing leads nowhere, and ends with the school year.
 * @returns the person to start a session for
 */
export async function checkSignInCode(visitor: Visitor, typed: string, now = new Date()): Promise<Result<{ id: string }>> {
  const tried = await beginTry(visitor.browser ? ['code:browser', visitor.browser.id] : ['code:client', visitor.address])
  const trace: AuthTrace = { userId: null, client: visitor.address, way: 'code' }
  if (!tried.ok) {
    await writeAuth('auth.refused', trace)
    return tried
  }
  const code = readCode(typed, codeLengths.signIn, formerSignInLength)
  const person = code && (await db.user.findFirst({ where: { signInCodeHash: { in: keptForms(code) } }, select: { id: true, signInCodeHash: true, signInCodeEndsAt: true } }))
  if (!person) {
    await writeAuth('auth.failed', trace)
    return refuse('codeUnknown', 'code')
  }
  await tried.value.giveBack()
  const { id, signInCodeHash, signInCodeEndsAt } = person
  if (signInCodeEndsAt && signInCodeEndsAt <= now) {
    await writeAuth('auth.refused', { ...trace, userId: id })
    return refuse('codeUnknown', 'code')
  }
  if (signInCodeHash !== hashedCode(code)) await db.user.updateMany({ where: { id, signInCodeHash }, data: { signInCodeHash: hashedCode(code) } })
  return accept({ id })
}
