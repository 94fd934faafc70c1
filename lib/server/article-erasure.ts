import 'server-only'
import { can } from '@/lib/domain/permissions'
import { restoreDays } from '@/lib/domain/removal'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from './audit'
import { db } from './db'
import { removeLayers } from './layer-removal'

const day = 24 * 60 * 60 * 1000

/**
 * Erases the articles whose days for putting back are over: text, open reading and all. Where exercises are set on one, what
 * they stand on stays for their classes until the last of them goes. Any number of processes may do it at once.
 * @returns how many were erased, or cut down to what exercises need
 */
export async function eraseRemovedArticles(viewer: Viewer, now = new Date()): Promise<number> {
  if (!can(viewer, 'article.restore', { removedById: null }) || viewer.kind !== 'system') return 0
  const due = await db.article.findMany({ where: dueAt(now), select: { id: true }, orderBy: { removedAt: 'asc' }, take: 200 })
  let erased = 0
  for (const { id } of due) {
    await db.$transaction(async (tx) => {
      // It may have been put back since the list was made.
      await tx.$queryRaw`select from "Article" where id = ${id}::uuid for update`
      if ((await tx.article.count({ where: { id, ...dueAt(now) } })) === 0) return
      const open = await tx.layer.findMany({ where: { articleId: id, kind: 'open' }, select: { id: true } })
      await removeLayers(tx, open.map((layer) => layer.id), [id])
      if ((await tx.layer.count({ where: { articleId: id } })) > 0) await cutDown(tx, id)
      else await tx.article.delete({ where: { id }, select: { id: true } })
      await audit(tx, viewer, 'article.erased', id)
      erased += 1
    }, { timeout: 120_000, maxWait: 10_000 })
  }
  return erased
}

const dueAt = (now: Date) =>
  ({
    removedAt: { lte: new Date(now.getTime() - restoreDays * day) },
    OR: [{ layers: { some: { kind: 'open' } } }, { layers: { none: {} } }],
  }) satisfies Prisma.ArticleWhereInput

/** Leaves the revisions that exercises stand on, the last of which is then the current one, and nothing to search. */
async function cutDown(tx: Prisma.TransactionClient, articleId: string): Promise<void> {
  await tx.draft.deleteMany({ where: { articleId } })
  await tx.articleImport.deleteMany({ where: { articleId } })
  await tx.revision.deleteMany({ where: { articleId, assignments: { none: {} } } })
  const { _max } = await tx.revision.aggregate({ where: { articleId }, _max: { number: true } })
  const data = { searchText: '', searchGrams: [], ...(_max.number !== null && { revision: _max.number }) }
  await tx.article.update({ where: { id: articleId }, data, select: { id: true } })
}
