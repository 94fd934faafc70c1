import 'server-only'
import { z } from 'zod'
import { articleDetails } from '@/lib/domain/article'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { checkDetails } from './article-rows'
import { storeArticle, writing } from './articles'
import { ownerOf } from './compute/compute'
import { db } from './db'
import { fileKind } from './import/file-kind'
import { checkPosted } from './import/document-read'
import { uploadName } from './imports'
import { spendToday } from './limits'

/** An import as its owner made it: the details, and the document of the editor. */
export const importedArticle = z.object({ importId: z.uuid(), details: articleDetails, document: z.unknown() })
export type NewImportedArticle = z.infer<typeof importedArticle>

/**
 * Makes an article of what one imported and looked over, and notes where it came from. A second time, after an answer
 * that was lost, answers the article that was made the first time. Refuses at `details.<field>` and `document`, and
 * `notFound` for an import that is not one's own or not ready.
 */
export async function createImportedArticle(viewer: Viewer, { importId, details, document }: NewImportedArticle): Promise<Result<{ slug: string }>> {
  if (viewer.kind !== 'user' || !can(viewer, 'article.create', undefined)) return refusal(viewer, 'article.create', undefined)
  const refused = checkDetails(details)
  if (refused) return refused
  const spent = await spendToday(viewer, 'article:account')
  if (!spent.ok) return spent
  const checked = await checkPosted(document, { owner: ownerOf(viewer) })
  if (!checked.ok) return checked
  return db.$transaction(async (tx) => {
    // Held until the end, so that two at once make one article.
    const [row] = await tx.$queryRaw<{ state: string; articleId: string | null }[]>(
      Prisma.sql`select state::text, "articleId" from "ArticleImport" where id = ${importId}::uuid and "ownerId" = ${viewer.id}::uuid for update`,
    )
    if (row?.articleId) return accept(await tx.article.findUniqueOrThrow({ where: { id: row.articleId }, select: { slug: true } }))
    if (row?.state !== 'ready') return refuse('notFound')
    const { id, slug } = await storeArticle(tx, viewer, details, checked.value)
    await tx.articleImport.update({ where: { id: importId }, data: { articleId: id, result: Prisma.DbNull, updatedAt: new Date() }, select: { id: true } })
    return accept({ slug })
  }, writing)
}

/** Where an article came from: an address or the name of a file, and when (ISO 8601, UTC). */
export type Origin = { importId: string; address: string | null; file: string | null; at: string }

/** Where an article was imported from, for whoever may read it; null where it was not imported. */
export async function readOrigin(viewer: Viewer, article: { id: string; ownerId: string | null; visibility: 'public' | 'private' }): Promise<Origin | null> {
  if (!can(viewer, 'article.read', article)) return null
  const row = await db.articleImport.findFirst({ where: { articleId: article.id }, select: { id: true, address: true, finalAddress: true, fetchedAt: true } })
  if (!row?.fetchedAt) return null
  const file = uploadName(row.address)
  return { importId: row.id, address: file === null ? (row.finalAddress ?? row.address) : null, file, at: row.fetchedAt.toISOString() }
}

/** What was fetched or uploaded, as it came, for its owner only; `text` is false for a Word file or PDF. */
export async function readOriginal(viewer: Viewer, importId: string): Promise<{ bytes: Uint8Array<ArrayBuffer>; name: string; text: boolean } | null> {
  if (viewer.kind !== 'user' || !z.uuid().safeParse(importId).success) return null
  const row = await db.articleImport.findFirst({ where: { id: importId, ownerId: viewer.id }, select: { raw: true, contentType: true, address: true } })
  if (!row?.raw) return null
  const kind = fileKind(row.raw, row.contentType ?? '')
  const text = kind !== 'pdf' && kind !== 'docx' && kind !== 'locked'
  const host = uploadName(row.address) ?? (URL.canParse(row.address) ? new URL(row.address).hostname : 'page')
  return { bytes: row.raw, name: text ? `${host}.${kind ?? 'page'}.txt` : `${host.replace(/\.(pdf|docx)$/i, '')}.${kind}`, text }
}
