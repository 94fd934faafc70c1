import 'server-only'
import type { NewInvitation } from '@/lib/domain/classroom/class'
import { accept, type Problem, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { inBackground } from './background'
import { invite } from './class-invitations'
import { findManaged } from './classes'
import { db } from './db'
import { sendLetter } from './letters'
import { spend } from './limits'
import { mailWay } from './mail'

/** How many were invited now, whether by a letter, and why not the others, where there are any. */
export type Invited = { invited: number; sent: boolean; left: number; stopped: Problem | null }

/**
 * Invites people to a class by mail, each with a code for their address alone. An address that was invited and can still
 * come in gets no second letter. Without a way to send mail the invitations are made all the same, for the teacher to
 * pass on: `sent` says which it was. Where it must stop half way, those before are invited, and `left` says how many
 * are not.
 */
export async function inviteByMail(viewer: Viewer, locale: string, classId: string, wishes: readonly NewInvitation[]): Promise<Result<Invited>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  const waiting = await waitingIn(classId)
  const sent = mailWay() !== 'none'
  const due = wishes.filter(({ email }) => email && !waiting.has(email))
  const letters: { to: string; code: string }[] = []
  let stopped: Problem | null = null
  for (const wish of due) {
    const spent = viewer.kind === 'user' && sent ? await spend(['class-mail:account', viewer.id]) : accept(undefined)
    const made = spent.ok ? await inviteAnew(viewer, classId, wish) : spent
    stopped = made.ok ? null : (made.problems[0] ?? null)
    if (!made.ok) break
    letters.push({ to: wish.email!, code: made.value.code })
  }
  if (sent && letters.length > 0)
    inBackground('Inviting to a class', async () => {
      for (const { to, code } of letters) await sendLetter(to, locale, 'invited', `/join/${code}`)
    })
  return accept({ invited: letters.length, sent, left: due.length - letters.length, stopped })
}

/** One that is too old makes room for the new one: the list of who was invited names an address once. */
async function inviteAnew(viewer: Viewer, classId: string, wish: NewInvitation) {
  const made = await invite(viewer, classId, wish)
  if (made.ok) await db.classInvitation.updateMany({ where: { classId, email: wish.email, used: 0, revokedAt: null, id: { not: made.value.id } }, data: { revokedAt: new Date() } })
  return made
}

/** Addresses whose invitation to a class was neither used nor revoked, and is not too old. It asks nobody's leave: the caller has. */
export async function waitingIn(classId: string): Promise<Set<string>> {
  const rows = await db.classInvitation.findMany({
    where: { classId, email: { not: null }, revokedAt: null, used: 0, OR: [{ expiresAt: null }, { expiresAt: { gt: new Date() } }] },
    select: { email: true },
  })
  return new Set(rows.flatMap(({ email }) => email ?? []))
}
