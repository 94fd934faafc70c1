import 'server-only'
import type { SignInForm } from '@/lib/domain/account'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { writeAuth, type AuthTrace } from './auth-log'
import { db } from './db'
import { knows } from './known-browser'
import { passwordMatches } from './passwords'
import type { Visitor } from './visitor'
import { beginTry, type WrongTry } from './wrong-tries'

/**
 * Whose address and password are these? A wrong password and an unknown address are the same answer after the same
 * work. Refused with `credentialsWrong`, or with `rateLimited` during the pause that follows many wrong ones; strangers'
 * wrong ones never make a browser wait that signed in to the account before.
 * @returns the person to start a session for
 */
export async function checkPassword(visitor: Visitor, form: SignInForm): Promise<Result<{ id: string }>> {
  const { address, browser } = visitor
  const person = await db.user.findUnique({ where: { email: form.email }, select: { id: true, passwordHash: true } })
  const counts: WrongTry[] =
    person && knows(browser, person.id)
      ? [['sign-in:browser', form.email, browser.id]]
      : [['sign-in:account-client', form.email, address], ['sign-in:account', form.email], ['sign-in:client', address]]
  const trace: AuthTrace = { userId: person?.id ?? null, email: form.email, client: address, way: 'password' }
  const tried = await beginTry(...counts)
  if (!tried.ok) {
    await writeAuth('auth.refused', trace)
    return tried
  }
  const matches = await passwordMatches(person?.passwordHash ?? null, form.password)
  if (!person || !matches) {
    await writeAuth('auth.failed', trace)
    return refuse('credentialsWrong')
  }
  await tried.value.giveBack()
  return accept({ id: person.id })
}
