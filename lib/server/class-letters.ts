import 'server-only'
import type { NewInvitation } from '@/lib/domain/classroom/class'
import { accept, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { inBackground } from './background'
import { invite } from './class-invitations'
import { findManaged } from './classes'
import { db } from './db'
import { sendLetter } from './letters'
import { spend } from './limits'
import { mailWay } from './mail'

/**
 * Invites people to a class by mail, each with a code for their address alone. An address that was invited and can still
 * come in gets no second letter. Without a way to send mail the invitations are made all the same, for the teacher to
 * pass on: `sent` says which it was.
 */
export async function inviteByMail(
  viewer: Viewer,
  locale: string,
  classId: string,
  wishes: readonly NewInvitation[],
): Promise<Result<{ invited: number; sent: boolean }>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  const waiting = await stillInvited(classId, wishes.flatMap(({ email }) => email ?? []))
  const sent = mailWay() !== 'none'
  const letters: { to: string; code: string }[] = []
  for (const wish of wishes.filter(({ email }) => email && !waiting.has(email))) {
    const spent = viewer.kind === 'user' && sent ? await spend(['class-mail:account', viewer.id]) : accept(undefined)
    const made = spent.ok ? await invite(viewer, classId, wish) : spent
    if (!made.ok) return made
    letters.push({ to: wish.email!, code: made.value.code })
  }
  if (sent && letters.length > 0)
    inBackground('Inviting to a class', async () => {
      for (const { to, code } of letters) await sendLetter(to, locale, 'invited', `/join/${code}`)
    })
  return accept({ invited: letters.length, sent })
}

/** Those of the addresses whose invitation was neither used nor revoked, and is not too old. */
async function stillInvited(classId: string, emails: string[]): Promise<Set<string | null>> {
  const rows = await db.classInvitation.findMany({
    where: { classId, email: { in: emails }, revokedAt: null, used: 0, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
    select: { email: true },
  })
  return new Set(rows.map(({ email }) => email))
}
