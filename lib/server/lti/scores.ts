import 'server-only'
import type { Problem } from '@/lib/domain/problem'
import { accept, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { findAssignment } from '../assignment-context'
import { db } from '../db'
import { enqueue, openQueue } from '../jobs/queue'

/** What became of the scores of an assignment behind one link of a platform. Moments in ISO 8601. */
export type ScoreReport = {
  linkId: string
  platform: string
  course: string
  /** Nothing is sent to a platform that is switched off, or from which nobody may come. */
  off: boolean
  /** The course has no place for scores. */
  without: boolean
  sent: number
  lastSent: string | null
  /** On their way, or waiting for the next minute. */
  waiting: number
  /** `nextTryAt` null: nothing happens until somebody asks for it. */
  failed: { userId: string; name: string; problem: Problem; nextTryAt: string | null }[]
}

/**
 * What platforms have been told of the work in an assignment, by link, the oldest first; empty where none links to it and
 * for who does not teach there.
 */
export async function readScoreReports(viewer: Viewer, assignmentId: string): Promise<ScoreReport[]> {
  const found = await findAssignment(viewer, assignmentId, 'class.see-people')
  if (!found.ok) return []
  const rows = await db.ltiLink.findMany({
    where: { assignmentId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 50,
    select: {
      id: true, lineItemUrl: true,
      context: { select: { title: true, lineItemsUrl: true, deployment: { select: { allowedAt: true, platform: { select: { name: true, disabledAt: true } } } } } },
      scores: { orderBy: { user: { name: 'asc' } }, take: 2_000, select: { userId: true, sentAt: true, nextTryAt: true, problem: true, user: { select: { name: true } } } },
    },
  })
  return rows.map(({ id, lineItemUrl, context: { title, lineItemsUrl, deployment: { allowedAt, platform } }, scores }) => {
    const failed = scores.flatMap(({ userId, user: { name }, problem, nextTryAt }) => {
      const told = problemIn(problem)
      return told ? [{ userId, name, problem: told, nextTryAt: nextTryAt?.toISOString() ?? null }] : []
    })
    const sent = scores.filter(({ sentAt, problem }) => sentAt !== null && problem === null)
    return {
      linkId: id,
      platform: platform.name,
      course: title,
      off: platform.disabledAt !== null || allowedAt === null,
      without: lineItemUrl === null && lineItemsUrl === null,
      sent: sent.length,
      lastSent: sent.map(({ sentAt }) => sentAt!.toISOString()).sort().at(-1) ?? null,
      waiting: scores.length - sent.length - failed.length,
      failed,
    }
  })
}

/**
 * Sends again whatever failed in an assignment, at once. A place for scores that the platform had given up is looked for,
 * or made, anew.
 */
export async function sendScoresAgain(viewer: Viewer, assignmentId: string): Promise<Result<{ count: number }>> {
  const found = await findAssignment(viewer, assignmentId, 'class.teach')
  if (!found.ok) return found
  const queue = await openQueue()
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`
      update "LtiLink" l set "lineItemUrl" = null from "LtiContext" c
      where c.id = l."ltiContextId" and c."lineItemsUrl" is not null and l."assignmentId" = ${assignmentId}::uuid
        and exists (select from "LtiScore" s where s."linkId" = l.id and s.problem->>'code' = 'platformGone')`
    const count = await tx.$executeRaw`
      update "LtiScore" s set tries = 0, "nextTryAt" = null, problem = null from "LtiLink" l
      where l.id = s."linkId" and l."assignmentId" = ${assignmentId}::uuid and s.problem ? 'code'`
    await enqueue(tx, queue, 'send-scores', { assignmentId }, assignmentId)
    return accept({ count })
  })
}

/** A row that is being sent just now has no problem but a mark. */
function problemIn(stored: unknown): Problem | null {
  if (typeof stored !== 'object' || stored === null || !('code' in stored)) return null
  const { code, path = '', values } = stored as Problem
  return { code, path, ...(values && { values }) }
}
