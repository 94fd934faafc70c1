import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { anchorStates, type AnchorState } from '@/lib/domain/annotation'
import type { ArticleDetails } from '@/lib/domain/article'
import { can } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { articleDocument, type ArticleDocument } from '@/lib/domain/text/document'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { carryAnnotations } from './anchors'
import { articleFields, checkDetails, revisionFields } from './article-rows'
import { writing } from './articles'
import { audit } from './audit'
import { db } from './db'
import { storable } from './import/document-from'

/** An edit: of which revision, and what it is to become. Without `details` they stay; a null language is told anew. */
export type Edit = { baseRevision: number; document: unknown; details?: ArticleDetails }
/** The revision that is current afterwards, and what became of the annotations of the one before. */
export type Saved = { number: number; carried: Record<AnchorState, number> }

/** One revision as stored. `createdAt` in ISO 8601, UTC; lengths in code points. */
export type RevisionView = {
  id: string
  number: number
  document: ArticleDocument
  html: string
  text: string
  textLength: number
  sha256: string
  createdAt: string
}

/** One revision of an article; null where there is none, or none for this viewer. */
export async function readRevision(viewer: Viewer, articleId: string, number: number): Promise<RevisionView | null> {
  const article = await db.article.findUnique({ where: { id: articleId }, select: { visibility: true, ownerId: true } })
  if (!article || !can(viewer, 'article.read', article)) return null
  const row = await db.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { id: true, number: true, document: true, html: true, text: true, textLength: true, sha256: true, createdAt: true },
  })
  return row && { ...row, document: articleDocument.parse(row.document), createdAt: row.createdAt.toISOString() }
}

/**
 * Saves an edit as the article's next revision and carries the annotations over, in one transaction, and drops the
 * editor's draft. Refuses with `conflict` where another revision came first: nothing is overwritten and the draft stays.
 * An edit that changes nothing makes no revision; changed details alone make none either.
 */
export async function saveRevision(viewer: Viewer, articleId: string, edit: Edit): Promise<Result<Saved>> {
  const article = await findEditable(viewer, articleId)
  if (!article.ok) return article
  if (viewer.kind !== 'user') return refuse('signInFirst')
  const { details } = edit
  const document = storable(edit.document, 'document')
  const refused = (details && (checkDetails(details) ?? mayShow(viewer, article.value, details))) ?? (document.ok ? null : document)
  if (refused || !document.ok) return refused ?? refuse('invalid')
  return db.$transaction(async (tx) => {
    const [locked] = await tx.$queryRaw<{ revision: number }[]>`
      select revision from "Article" where id = ${articleId}::uuid for update`
    if (locked?.revision !== edit.baseRevision) return refuse('conflict')
    const saved = await write(tx, viewer, { articleId, number: locked.revision }, document.value, details)
    await tx.draft.deleteMany({ where: { articleId, userId: viewer.id } })
    return accept(saved)
  }, writing)
}

type Author = Extract<Viewer, { kind: 'user' }>

async function write(tx: Prisma.TransactionClient, viewer: Author, at: { articleId: string; number: number }, document: ArticleDocument, details?: ArticleDetails): Promise<Saved> {
  const { articleId, number } = at
  const before = await tx.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number } },
    select: { id: true, text: true, document: true },
  })
  const unchanged = isDeepStrictEqual(before.document, document)
  const next = revisionFields(document)
  const old = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: detailFields })
  const fields = articleFields(details ?? detailsOf(old), next.text)
  const changed = details ? changesOf(old, fields) : {}
  if (Object.keys(changed).length > 0) await audit(tx, viewer, 'article.details-changed', articleId, { detail: { before: changed } })
  if (unchanged) {
    if (Object.keys(changed).length > 0) await tx.article.update({ where: { id: articleId }, data: fields, select: { id: true } })
    return { number, carried: nothing() }
  }
  const made = await tx.revision.create({
    data: { articleId, number: number + 1, authorId: viewer.id, ...next },
    select: { id: true, text: true },
  })
  const carried = await carryAnnotations(tx, before, made)
  await tx.article.update({ where: { id: articleId }, data: { ...fields, revision: number + 1 }, select: { id: true } })
  await audit(tx, viewer, 'article.revised', articleId, { detail: { number: number + 1, sha256: next.sha256, carried } })
  const layers = await tx.layer.findMany({ where: { articleId }, select: { id: true } })
  for (const { id } of layers) await audit(tx, viewer, 'layer.revised', id, { layerId: id, detail: { number: number + 1 } })
  return { number: number + 1, carried }
}

/** The article where the viewer may edit it; `notFound` where they may not see it, `notAllowed` where they only may read. */
export async function findEditable(viewer: Viewer, articleId: string) {
  const article = await db.article.findUnique({ where: { id: articleId }, select: { visibility: true, ownerId: true, revision: true } })
  if (!article || !can(viewer, 'article.read', article)) return refuse('notFound')
  return can(viewer, 'article.edit', article) ? accept(article) : refuse(viewer.kind === 'signed-out' ? 'signInFirst' : 'notAllowed')
}

/** Who may see an article is its owner's alone to say. */
const mayShow = (viewer: Author, article: { ownerId: string; visibility: string }, details: ArticleDetails) =>
  viewer.id !== article.ownerId && details.visibility !== article.visibility ? refuse('notAllowed', 'details.visibility') : null

const detailFields = {
  title: true, byline: true, siteName: true, sourceUrl: true, language: true, publishedAt: true, visibility: true,
} satisfies Prisma.ArticleSelect
type DetailRow = Omit<ArticleDetails, 'publishedAt' | 'language'> & { language: string; publishedAt: Date | null }

const detailsOf = (row: DetailRow): ArticleDetails => ({ ...row, publishedAt: row.publishedAt?.toISOString().slice(0, 10) ?? null })

/** The former values of the details that change. */
function changesOf(old: DetailRow, next: DetailRow): Prisma.InputJsonObject {
  const [was, is] = [{ ...detailsOf(old) }, { ...detailsOf(next) }]
  const names = Object.keys(detailFields) as (keyof ArticleDetails)[]
  return Object.fromEntries(names.filter((name) => was[name] !== is[name]).map((name) => [name, was[name]]))
}

const nothing = () => Object.fromEntries(anchorStates.map((state) => [state, 0])) as Record<AnchorState, number>
