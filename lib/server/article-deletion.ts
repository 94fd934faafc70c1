import 'server-only'
import { can, refusal } from '@/lib/domain/permissions'
import { refuse, type Result } from '@/lib/domain/problem'
import { passesIfMatch } from '@/lib/domain/protocol/entity-tag'
import type { Viewer } from '@/lib/domain/viewer'
import { removeArticle } from './article-removal'
import { readArticleJson } from './articles-json'
import { db } from './db'
import { hashOf } from './http'
import { isUuid } from './layers'

/**
 * Removes an article for a program, where `ifMatch` holds the tag with which the article was told, or that of its current
 * text. Refused: `notFound`, `signInFirst`, `scopeMissing`, `notAllowed`, `ifMatchMissing`, `ifMatchStale`.
 */
export async function deletePosted(viewer: Viewer, id: string, ifMatch: string | null): Promise<Result<void>> {
  const article = await readArticleJson(viewer, id)
  const row = article && isUuid(id) ? await db.article.findUnique({ where: { id }, select: { visibility: true, ownerId: true } }) : null
  if (!article || !row) return refuse('notFound')
  if (!can(viewer, 'article.remove', row)) return refusal(viewer, 'article.remove', row)
  if (ifMatch === null) return refuse('ifMatchMissing')
  const tags = [`"${hashOf(article)}"`, `"${article.revision.sha256}"`]
  if (!tags.some((tag) => passesIfMatch(ifMatch, tag))) return refuse('ifMatchStale')
  return removeArticle(viewer, article.id, 'by-tag')
}
