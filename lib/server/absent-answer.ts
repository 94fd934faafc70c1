import 'server-only'
import { refuse } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { answerRefused, notFoundAnswer } from './http'
import { isUuid } from './layers'

/**
 * What a machine is told of something that is not there for it: 410 of a removed article, and of its open reading, to
 * whoever could see it before; else 404, as of what never was.
 */
export async function absentAnswer(viewer: Viewer, of: { articleId: string } | { layerId: string }): Promise<Response> {
  const id = 'articleId' in of ? of.articleId : of.layerId
  if (!isUuid(id)) return notFoundAnswer()
  const known = [{ removedFrom: 'public' as const }, ...(viewer.kind === 'user' ? [{ formerOwnerId: viewer.id }] : [])]
  const place = 'articleId' in of ? { id } : { layers: { some: { id, kind: 'open' as const } } }
  const removed = await db.article.count({ where: { ...place, removedAt: { not: null }, OR: known } })
  return removed > 0 ? answerRefused(refuse('gone').problems) : notFoundAnswer()
}
