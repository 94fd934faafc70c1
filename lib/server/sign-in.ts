import 'server-only'
import type { SignInForm } from '@/lib/domain/account'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { db } from './db'
import { refund, spend, type Count } from './limits'
import { passwordMatches } from './passwords'
import type { Visitor } from './visitor'

/**
 * Whose address and password are these? A wrong password and an unknown address are the same answer after the same
 * work. Refused with `credentialsWrong`, or with `rateLimited` after too many tries.
 * @returns the person to start a session for
 */
export async function checkPassword(visitor: Visitor, form: SignInForm): Promise<Result<{ id: string }>> {
  const counts: Count[] = [
    ['sign-in:client', visitor.address],
    ['sign-in:account-client', form.email, visitor.address],
    ['sign-in:account', form.email],
  ]
  const spent = await spend(...counts)
  if (!spent.ok) return spent
  const person = await db.user.findUnique({ where: { email: form.email }, select: { id: true, passwordHash: true } })
  const matches = await passwordMatches(person?.passwordHash ?? null, form.password)
  if (!person || !matches) return refuse('credentialsWrong')
  await refund(...counts)
  return accept({ id: person.id })
}
