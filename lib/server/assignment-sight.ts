import 'server-only'
import { seenAuthors } from '@/lib/domain/classroom/standing'
import { can } from '@/lib/domain/permissions'
import type { Viewer } from '@/lib/domain/viewer'
import { readAssignmentContext } from './assignment-context'
import { db } from './db'
import { readStandings } from './layer-standing'

/**
 * What a student sees of the others' work by now, as a word that changes whenever there is other work to see: their page looks
 * whether it still is the word it was drawn with. `live` where the page is told of everything as it happens; null for
 * who is no student of it.
 */
export async function readSight(viewer: Viewer, assignmentId: string, now = Date.now()): Promise<string | null> {
  const found = await readAssignmentContext(viewer, assignmentId)
  if (!found || found.role !== 'student' || viewer.kind !== 'user' || !can(viewer, 'class.read', found)) return null
  const [standing] = await readStandings(found.layerId, [viewer], now)
  const seen = standing ? seenAuthors(standing) : []
  if (seen === null && standing?.named) return 'live'
  const others = seen?.filter((id) => id !== viewer.id)
  if (others?.length === 0) return standing?.open ? 'open' : 'shut'
  const { _count, _sum } = await db.annotation.aggregate({
    where: { layerId: found.layerId, authorId: others ? { in: others } : { not: viewer.id } },
    _count: true,
    _sum: { version: true },
  })
  return [standing?.open ? 'open' : 'shut', others?.length ?? 'all', _count, _sum.version ?? 0].join(' ')
}
