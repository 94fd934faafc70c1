import 'server-only'
import type { NewInvitation } from '@/lib/domain/classroom/class'
import { accept, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { inBackground } from './background'
import { invite, listInvitations } from './class-invitations'
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
  const waiting = new Set((await listInvitations(viewer, classId)).filter(({ usable }) => usable).map(({ email }) => email))
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
