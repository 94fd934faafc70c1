import 'server-only'
import type { PasswordChangeForm } from '@/lib/domain/password-change'
import { can } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { inBackground } from './background'
import { db } from './db'
import { sendLetter } from './letters'
import { refund, spend } from './limits'
import { mailWay } from './mail'
import { checkChosenPassword } from './password-check'
import { hashPassword, passwordMatches } from './passwords'
import { endSessionsOf } from './sessions'
import { revokeTokensOf } from './tokens'
import type { Visitor } from './visitor'

/**
 * Changes one's own password, and at once ends every other session and revokes every token, unless the form says to keep
 * them; `kept` is the session that goes on. An account that
 * came by a provider has none yet and is asked for none. Refused as `passwordWrong` at `current`.
 */
export async function changePassword(
  viewer: Viewer,
  visitor: Visitor,
  kept: string,
  form: PasswordChangeForm,
): Promise<Result<{ ended: number }>> {
  if (viewer.kind !== 'user') return refuse('signInFirst')
  if (!can(viewer, 'account.own', viewer)) return refuse('notAllowed')
  const { id } = viewer
  const spent = await spend(['password:account', id])
  if (!spent.ok) return spent
  const user = await db.user.findUnique({ where: { id }, select: { passwordHash: true, email: true, locale: true } })
  if (!user) return refuse('signInFirst')
  if (user.passwordHash && !(await passwordMatches(user.passwordHash, form.current))) return refuse('passwordWrong', 'current')
  await refund(['password:account', id])
  const chosen = await checkChosenPassword(form.password, id)
  if (!chosen.ok) return chosen
  const passwordHash = await hashPassword(form.password)
  const ended = await db.$transaction(async (tx) => {
    await tx.user.update({ where: { id }, data: { passwordHash }, select: { id: true } })
    await tx.mailLink.deleteMany({ where: { userId: id, purpose: 'reset_password' } })
    await tx.auditRow.create({ data: { actorId: id, action: 'account.change-password', subjectType: 'user', subjectId: id, detail: {} } })
    if (form.tokens !== 'keep') await revokeTokensOf(tx, viewer, id)
    return form.sessions === 'keep' ? 0 : endSessionsOf(tx, id, kept)
  })
  const { email, locale } = user
  if (email && mailWay() !== 'none') {
    inBackground('Telling of a new password', () => sendLetter(email, locale ?? visitor.locale, 'passwordChanged', '/forgot-password'))
  }
  return accept({ ended })
}
