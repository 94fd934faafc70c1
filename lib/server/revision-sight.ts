import 'server-only'
import { can } from '@/lib/domain/permissions'
import type { ArticleSubject } from '@/lib/domain/predicates'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { audit } from './audit'
import { db } from './db'
import { isUuid } from './layers'

/** Who decides who sees the earlier revisions of an article: its owner alone, since they alone see those that nobody else does. */
export const decidesRevisions = (viewer: Viewer, article: ArticleSubject): boolean =>
  viewer.kind === 'user' && viewer.id === article.ownerId && can(viewer, 'article.withdraw', article)

/**
 * Takes one earlier revision of an article out of everybody's sight but its owner's, or shows it again (`to`). Flags stay
 * where they stand now; exercises that are set on it keep it. Refused: `notFound` where the viewer may not decide about the
 * article or there is no such revision, `revisionCurrent` for the text that everybody reads now.
 */
export async function changeRevisionSight(viewer: Viewer, articleId: string, number: number, to: 'owner' | 'everybody'): Promise<Result<void>> {
  if (!isUuid(articleId)) return refuse('notFound')
  return db.$transaction(async (tx) => {
    // Held until the end: what is current must not become an earlier one meanwhile.
    await tx.$queryRaw`select id from "Article" where id = ${articleId}::uuid for update`
    const article = await tx.article.findUnique({ where: { id: articleId }, select: { visibility: true, ownerId: true, revision: true } })
    if (!article || !can(viewer, 'article.read', article) || !decidesRevisions(viewer, article)) return refuse('notFound')
    if (number === article.revision) return refuse('revisionCurrent')
    const { count } = await tx.revision.updateMany({ where: { articleId, number, private: to === 'everybody' }, data: { private: to === 'owner' } })
    const there = count > 0 || (await tx.revision.count({ where: { articleId, number } })) > 0
    if (count > 0) await audit(tx, viewer, to === 'owner' ? 'article.revision-withdrawn' : 'article.revision-shown', articleId, { detail: { number } })
    return there ? accept(undefined) : refuse('notFound')
  })
}
