import 'server-only'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Prisma } from '@/prisma/generated/client'
import { writeAuth } from './auth-log'
import { inBackground } from './background'
import { db } from './db'
import { sendLetter } from './letters'
import { spend } from './limits'
import { mailWay } from './mail'
import { holderOfLink, makeLink, takeLink } from './mail-links'
import { checkChosenPassword } from './password-check'
import { hashPassword } from './passwords'
import { endSessionsOf } from './sessions'
import { revokeTokensOf } from './tokens'
import type { Visitor } from './visitor'

/**
 * Sends a link to set a new password, where the address has an account. The answer and its time are the same where it
 * has none: the address is looked up only after answering.
 */
export async function askForReset(visitor: Visitor, email: string): Promise<Result<void>> {
  if (mailWay() === 'none') return refuse('mailNotConfigured')
  const spent = await spend(['reset:client', visitor.address], ['reset:account', email])
  if (!spent.ok) return spent
  inBackground('Sending a link for a new password', () => sendReset(email, visitor))
  return accept(undefined)
}

/**
 * Sets a new password by a link from a mail. Every session of the person ends, every token, and other links of theirs too;
 * having read the mail also confirms the address. What was joined to the account before its address was confirmed (accounts
 * of providers and of learning platforms) may be a stranger's who signed up with it, and is parted from it.
 * @returns the person, to start a session for
 */
export async function resetPassword(
  visitor: Visitor,
  { token, password }: { token: string; password: string },
  now = new Date(),
): Promise<Result<{ id: string }>> {
  const spent = await spend(['reset:client', visitor.address])
  if (!spent.ok) return spent
  const holder = await holderOfLink(token, 'reset_password', now)
  if (holder === null) return refuse('linkExpired')
  const chosen = await checkChosenPassword(password, holder)
  if (!chosen.ok) return chosen
  const passwordHash = await hashPassword(password)
  const person = await db.$transaction(async (tx) => {
    const id = await takeLink(tx, token, 'reset_password', now)
    if (!id) return null
    await tx.mailLink.deleteMany({ where: { userId: id, usedAt: null } })
    await endSessionsOf(tx, id)
    await revokeTokensOf(tx, { kind: 'system' }, id)
    await partUnconfirmed(tx, id)
    await writeAuth('auth.password-reset', { userId: id, client: visitor.address }, tx)
    await tx.auditRow.create({ data: { actorId: id, action: 'account.reset-password', subjectType: 'user', subjectId: id, detail: {} } })
    return tx.user.update({ where: { id }, data: { passwordHash, emailVerified: now }, select: { id: true, email: true, locale: true } })
  })
  if (!person) return refuse('linkExpired')
  const { id, email, locale } = person
  if (email) inBackground('Telling of a new password', () => sendLetter(email, locale ?? visitor.locale, 'passwordChanged', '/forgot-password'))
  return accept({ id })
}

async function partUnconfirmed(tx: Prisma.TransactionClient, userId: string): Promise<void> {
  const { emailVerified } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { emailVerified: true } })
  // A provider's account is joined when the account here is made, with an address that the provider confirmed, or with none.
  if (!emailVerified) await tx.account.deleteMany({ where: { userId } })
  await tx.ltiAccount.deleteMany({ where: { userId, ...(emailVerified && { createdAt: { lt: emailVerified } }) } })
  await tx.ltiLaunch.deleteMany({ where: { userId } })
}

async function sendReset(email: string, { address, locale }: Visitor): Promise<void> {
  const person = await db.user.findUnique({ where: { email }, select: { id: true, locale: true } })
  await writeAuth('auth.reset-asked', { userId: person?.id ?? null, email, client: address })
  if (!person) return
  const token = await makeLink(person.id, 'reset_password')
  await sendLetter(email, person.locale ?? locale, 'reset', `/reset-password?token=${token}`)
}
