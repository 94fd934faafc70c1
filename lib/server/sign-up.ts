import 'server-only'
import type { SignUpForm } from '@/lib/domain/account'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { inBackground } from './background'
import { db } from './db'
import { sendVerification } from './email-verification'
import { sendLetter } from './letters'
import { spend } from './limits'
import { mailWay } from './mail'
import { checkChosenPassword } from './password-check'
import { hashPassword } from './passwords'
import { insertAccount } from './users'
import type { Visitor } from './visitor'

/**
 * Makes an account for whoever asks, to be signed in at once; a letter asks to confirm the address. An address that has
 * an account is refused as `addressTaken` and its owner is written to: see docs/decisions/2026-11-23-sign-up.md.
 */
export async function signUp(visitor: Visitor, form: SignUpForm): Promise<Result<{ id: string }>> {
  const { email, name, password } = form
  const spent = await spend(['sign-up:client', visitor.address], ['sign-up:account-client', email, visitor.address])
  if (!spent.ok) return spent
  const chosen = await checkChosenPassword(password, null)
  if (!chosen.ok) return chosen
  const made = await insertAccount({ email, name, passwordHash: await hashPassword(password), locale: visitor.locale })
  if (!made) return taken(visitor, email)
  if (mailWay() !== 'none') inBackground('Asking to confirm an address', () => sendVerification(made.id, visitor.locale))
  return accept(made)
}

async function taken(visitor: Visitor, email: string): Promise<Result<never>> {
  const spent = await spend(['sign-up:taken', visitor.address])
  if (!spent.ok) return spent
  if (mailWay() !== 'none') inBackground('Telling of a second sign-up', () => tellOwner(email, visitor.locale))
  return refuse('addressTaken', 'email')
}

async function tellOwner(email: string, locale: string): Promise<void> {
  const owner = await db.user.findUnique({ where: { email }, select: { locale: true } })
  await sendLetter(email, owner?.locale ?? locale, 'taken', '/sign-in')
}
