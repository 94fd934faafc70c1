import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { enqueue, openQueue } from '../jobs/queue'

/** Says within a transaction that work has changed, so that platforms are told as soon as it commits. */
export type ScoreNotice = (tx: Prisma.TransactionClient) => Promise<void>

/**
 * How to say that work in this assignment has changed. Asked before the transaction begins: the queue opens outside of it,
 * and an assignment that no platform links to needs none.
 */
export async function scoreNotice(assignmentId: string): Promise<ScoreNotice> {
  if ((await db.ltiLink.count({ where: { assignmentId } })) === 0) return async () => {}
  const queue = await openQueue()
  return (tx) => enqueue(tx, queue, 'send-scores', { assignmentId }, assignmentId)
}
