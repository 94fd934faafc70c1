import 'server-only'
import type { Viewer } from '@/lib/domain/viewer'
import { signedOutViewer } from '@/lib/domain/viewer'
import { db } from './db'

/**
 * Who the holders of these sessions are at this moment, in one query; a null session is a signed-out viewer, one that
 * ended is missing from the answer.
 */
export async function readViewers(sessionIds: ReadonlySet<string | null>): Promise<Map<string | null, Viewer>> {
  const viewers = new Map<string | null, Viewer>([[null, signedOutViewer]])
  const ids = [...sessionIds].filter((id) => id !== null)
  if (ids.length === 0) return viewers
  const rows = await db.session.findMany({
    where: { id: { in: ids }, expiresAt: { gt: new Date() } },
    select: { id: true, user: { select: { id: true, name: true, role: true } } },
  })
  for (const { id, user } of rows) viewers.set(id, { kind: 'user', ...user })
  return viewers
}
