import 'server-only'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { env } from './env'

/**
 * What outlasts a password (tokens, links to platforms) or reaches others (invitations, letters) waits until the address is
 * confirmed, so that nobody gets it under a stranger's address: refused as `addressUnconfirmed`. Where no mail is sent, nobody
 * could confirm; who has no address came by a service that knows them.
 */
export async function requireConfirmed(viewer: Viewer): Promise<Result<void>> {
  if (viewer.kind !== 'user' || env('SMTP_URL') === undefined) return accept(undefined)
  const waiting = await db.user.count({ where: { id: viewer.id, email: { not: null }, emailVerified: null } })
  return waiting === 0 ? accept(undefined) : refuse('addressUnconfirmed')
}
