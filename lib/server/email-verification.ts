import 'server-only'
import { can } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { sendLetter } from './letters'
import { spend } from './limits'
import { mailWay } from './mail'
import { makeLink, takeLink } from './mail-links'
import type { Visitor } from './visitor'

/** Sends the signed-in person a new link to confirm their address; refused where mail is not set up or fails. */
export async function askForVerification(viewer: Viewer, visitor: Visitor): Promise<Result<void>> {
  if (viewer.kind !== 'user') return refuse('signInFirst')
  if (!can(viewer, 'account.own', viewer)) return refuse('notAllowed')
  if (mailWay() === 'none') return refuse('mailNotConfigured')
  const spent = await spend(['verify:account', viewer.id])
  if (!spent.ok) return spent
  try {
    await sendVerification(viewer.id, visitor.locale)
  } catch (error) {
    // A mail server that refuses is no bug of ours, and the person can do something about it: try again.
    console.error('A letter could not be sent:', error)
    return refuse('mailNotSent')
  }
  return accept(undefined)
}

/** Writes to a person whose address is not confirmed yet, with a link that confirms it. */
export async function sendVerification(userId: string, locale: string): Promise<void> {
  const user = await db.user.findUnique({ where: { id: userId }, select: { email: true, emailVerified: true, locale: true } })
  if (!user?.email || user.emailVerified) return
  const token = await makeLink(userId, 'verify_email')
  await sendLetter(user.email, user.locale ?? locale, 'verify', `/verify-email?token=${token}`)
}

/** Confirms the address that a link was sent to. It signs nobody in. */
export async function verifyEmail(token: string, now = new Date()): Promise<Result<void>> {
  return db.$transaction(async (tx): Promise<Result<void>> => {
    const id = await takeLink(tx, token, 'verify_email', now)
    if (!id) return refuse('linkExpired')
    await tx.user.update({ where: { id }, data: { emailVerified: now }, select: { id: true } })
    return accept(undefined)
  })
}
