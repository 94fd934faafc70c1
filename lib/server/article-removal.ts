import 'server-only'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { isLargeArticle, isTyped, restoreDays, type ArticleContents } from '@/lib/domain/removal'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from './audit'
import { db } from './db'
import { isUuid } from './layers'

/** An article before or after its removal, for who may decide about it. Moments in ISO 8601, UTC. */
export type ArticleRemoval = {
  id: string
  slug: string
  title: string
  language: string
  visibility: 'public' | 'private'
  contents: ArticleContents
  /** Null while it is there. */
  removed: { at: string; until: string; mayRestore: boolean } | null
}

/** What removing the article under this slug, or making it private, would come to; null for who may not do so. */
export async function readArticleRemoval(viewer: Viewer, slug: string): Promise<ArticleRemoval | null> {
  const row = slug.includes('\0') ? null : await db.article.findUnique({ where: { slug }, select: fields })
  if (!row) return null
  const mine = viewer.kind === 'user' && viewer.id === row.formerOwnerId
  if (row.removedAt ? !mine && !can(viewer, 'article.restore', row) : !can(viewer, 'article.remove', row)) return null
  const { removedAt, id, title, language, visibility } = row
  return {
    id, slug, title, language, visibility,
    contents: await countContents(viewer, id, row.ownerId ?? row.formerOwnerId),
    removed: removedAt && { at: removedAt.toISOString(), until: endOf(removedAt).toISOString(), mayRestore: removedAt > startOf(new Date()) && can(viewer, 'article.restore', row) },
  }
}

/** The viewer's removed articles that can still be put back, the last removed first. */
export async function listRemovedArticles(viewer: Viewer): Promise<{ slug: string; title: string; language: string; until: string }[]> {
  if (viewer.kind !== 'user') return []
  const rows = await db.article.findMany({
    where: { formerOwnerId: viewer.id, removedAt: { gt: startOf(new Date()) } },
    orderBy: { removedAt: 'desc' }, take: 100, select: { slug: true, title: true, language: true, removedAt: true },
  })
  return rows.map(({ removedAt, ...row }) => ({ ...row, until: endOf(removedAt!).toISOString() }))
}

/**
 * Makes a public article its owner's alone. Everybody's flags stay their own, in what they can take away of their account;
 * exercises that are set on it go on. Doing it again changes nothing. `typed` is the title, where much hangs on it
 * (`titleNotTyped`).
 */
export async function withdrawArticle(viewer: Viewer, id: string, typed: string | null): Promise<Result<void>> {
  return changed(viewer, id, 'article.withdraw', typed, async (tx, row) => {
    if (row.visibility === 'private') return
    await tx.article.update({ where: { id }, data: { visibility: 'private' }, select: { id: true } })
    await audit(tx, viewer, 'article.withdrawn', id)
    await tellReaders(tx, viewer, id)
  })
}

/**
 * Takes an article away: from then on it is nobody's, at none of its addresses, until it is put back or erased. Exercises
 * that are set on it keep the revision that they are set on. `typed` as for `withdrawArticle`; a program, which sends the
 * tag of what it removes, types nothing (`by-tag`).
 */
export async function removeArticle(viewer: Viewer, id: string, typed: string | null | 'by-tag', now = new Date()): Promise<Result<void>> {
  return changed(viewer, id, 'article.remove', typed, async (tx, row) => {
    const removed = { removedAt: now, removedById: viewer.kind === 'user' ? viewer.id : null, formerOwnerId: row.ownerId, removedFrom: row.visibility }
    await tx.article.update({ where: { id }, data: { ...removed, visibility: 'private', ownerId: null }, select: { id: true } })
    await audit(tx, viewer, 'article.removed', id, { detail: { visibility: row.visibility } })
    await tellReaders(tx, viewer, id)
  })
}

/** Puts a removed article back as it was. Refused as `notFound` once its days are over, and for who may not know of it. */
export async function restoreArticle(viewer: Viewer, id: string, now = new Date()): Promise<Result<void>> {
  if (!isUuid(id)) return refuse('notFound')
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select from "Article" where id = ${id}::uuid for update`
    const row = await tx.article.findUnique({ where: { id }, select: fields })
    if (!row?.removedAt || row.removedAt <= startOf(now) || !row.formerOwnerId || !row.removedFrom) return refuse('notFound')
    const mine = viewer.kind === 'user' && viewer.id === row.formerOwnerId
    if (!can(viewer, 'article.restore', row)) return mine ? refusal(viewer, 'article.restore', row) : refuse('notFound')
    const back = { ownerId: row.formerOwnerId, visibility: row.removedFrom, removedAt: null, removedById: null, formerOwnerId: null, removedFrom: null }
    await tx.article.update({ where: { id }, data: back, select: { id: true } })
    await audit(tx, viewer, 'article.restored', id)
    return accept(undefined)
  })
}

const day = 24 * 60 * 60 * 1000
const endOf = (removedAt: Date) => new Date(removedAt.getTime() + restoreDays * day)
const startOf = (now: Date) => new Date(now.getTime() - restoreDays * day)

const fields = {
  id: true, title: true, language: true, visibility: true, ownerId: true, removedAt: true, removedById: true, formerOwnerId: true, removedFrom: true,
} satisfies Prisma.ArticleSelect
type Row = Prisma.ArticleGetPayload<{ select: typeof fields }>

async function changed(
  viewer: Viewer,
  id: string,
  action: 'article.withdraw' | 'article.remove',
  typed: string | null | 'by-tag',
  change: (tx: Prisma.TransactionClient, row: Row) => Promise<void>,
): Promise<Result<void>> {
  if (!isUuid(id)) return refuse('notFound')
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select from "Article" where id = ${id}::uuid for update`
    const row = await tx.article.findUnique({ where: { id }, select: fields })
    if (!row || !can(viewer, 'article.read', row)) return refuse('notFound')
    if (!can(viewer, action, row)) return refusal(viewer, action, row)
    const contents = typed === 'by-tag' ? null : await countContents(viewer, id, row.ownerId, tx)
    if (contents && isLargeArticle(contents) && !isTyped(typed ?? '', row.title)) return refuse('titleNotTyped', 'typed')
    await change(tx, row)
    return accept(undefined)
  })
}

/** Pages that have it open learn of it: their streams end with that word. */
async function tellReaders(tx: Prisma.TransactionClient, viewer: Viewer, articleId: string): Promise<void> {
  const layers = await tx.layer.findMany({ where: { articleId, kind: 'open' }, select: { id: true } })
  for (const { id } of layers) await audit(tx, viewer, 'layer.removed', id, { layerId: id })
}

async function countContents(viewer: Viewer, id: string, ownerId: string | null, tx: Prisma.TransactionClient = db): Promise<ArticleContents> {
  const [counts] = await tx.$queryRaw<ArticleContents[]>`
    select flags."ownFlags", flags."othersFlags", flags.readers, work.exercises, work.classes, work.foreign,
      (select count(*)::int from "Revision" where "articleId" = ${id}::uuid) as revisions
    from (
      select count(*) filter (where a."authorId" = ${ownerId}::uuid)::int as "ownFlags",
        count(*) filter (where a."authorId" is distinct from ${ownerId}::uuid)::int as "othersFlags",
        count(distinct a."authorId") filter (where a."authorId" is distinct from ${ownerId}::uuid)::int as readers
      from "Layer" l join "Annotation" a on a."layerId" = l.id and a."deletedAt" is null
      where l."articleId" = ${id}::uuid and l.kind = 'open'
    ) flags, (
      select count(*)::int as exercises, count(distinct s."classId")::int as classes,
        count(*) filter (where m."userId" is null)::int as foreign
      from "Assignment" s join "Revision" r on r.id = s."revisionId"
      left join "ClassMember" m on m."classId" = s."classId" and m.role in ('teacher', 'co-teacher') and m."userId" = ${viewer.kind === 'user' ? viewer.id : null}::uuid
      where r."articleId" = ${id}::uuid
    ) work`
  if (!counts) throw new Error('The database did not count.')
  return counts
}
