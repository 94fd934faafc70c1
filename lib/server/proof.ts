import 'server-only'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { db } from './db'
import { refund, spend } from './limits'
import { passwordMatches } from './passwords'
import type { OpenSession } from './sessions'

/** Milliseconds for which a sign-in is recent. */
const recent = 10 * 60_000

/**
 * What cannot be undone, or outlasts a session, asks for a sign-in of the last ten minutes, so that an unlocked computer is
 * not enough. `password` is the session's own person's, given again: where it is right the session counts as just signed in.
 * Refused as `signInAgain` at `proof` where nothing was given (people without a password sign in anew their way), as `passwordWrong`, as
 * `rateLimited`, and as `signInFirst` without a session.
 */
export async function requireProof(session: OpenSession | null, password: string, now = new Date()): Promise<Result<void>> {
  if (!session) return refuse('signInFirst')
  const row = await db.session.findUnique({ where: { id: session.id }, select: { provenAt: true, user: { select: { passwordHash: true } } } })
  if (!row) return refuse('signInFirst')
  if (now.getTime() - row.provenAt.getTime() <= recent) return accept(undefined)
  if (password === '' || row.user.passwordHash === null) return refuse('signInAgain', 'proof')
  const spent = await spend(['password:account', session.viewer.id])
  if (!spent.ok) return spent
  if (!(await passwordMatches(row.user.passwordHash, password))) return refuse('passwordWrong', 'proof')
  await refund(['password:account', session.viewer.id])
  await db.session.updateMany({ where: { id: session.id }, data: { provenAt: now } })
  return accept(undefined)
}
