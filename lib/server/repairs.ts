import 'server-only'
import { can } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { codePointIndex } from '@/lib/domain/text/code-points'
import type { Span } from '@/lib/domain/text/span'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { deleteAnnotation } from './annotations'
import { audit } from './audit'
import { db } from './db'
import { subjectFor } from './layer-standing'
import { anchorOn } from './place-anchors'

/** Where a person says an annotation stands; `revision` is the current one, which they looked at. */
export type Place = { revision: number; target: Span; quote: string }

/** An anchor that an edit changed or orphaned and nobody has looked at since. */
const unsettled = { state: { in: ['changed', 'orphaned'] }, repair: null } satisfies Prisma.AnchorWhereInput

/**
 * Finds right what became of an annotation: where it now stands, or that its words are gone and it stays detached.
 * Refuses with `repairStale` where the article was saved anew since the person looked.
 */
export async function acceptAnchor(viewer: Viewer, id: string, revision: number): Promise<Result<null>> {
  const found = await findForRepair(viewer, id)
  if (!found) return refuse('notFound')
  return onRevision(found.articleId, revision, async (tx) => {
    const { count } = await tx.anchor.updateMany({ where: { annotationId: id, ...unsettled }, data: { repair: 'accepted' } })
    if (count > 0) await audit(tx, viewer, 'annotation.place-accepted', id, { layerId: found.layerId, detail: { revision } })
  })
}

/**
 * Puts an annotation on other words of the current revision. Earlier revisions keep the place it had on them. Refuses a
 * passage whose words are not `quote`, one that cuts a character, and with `repairStale` one of an earlier revision.
 */
export async function placeAnchor(viewer: Viewer, id: string, place: Place): Promise<Result<null>> {
  const found = await findForRepair(viewer, id)
  if (!found) return refuse('notFound')
  if (found.revision !== place.revision) return refuse('repairStale')
  const anchor = await anchorOn(found.articleId, place)
  if (!anchor.ok) return anchor
  const { revisionId, start, end, quote, prefix, suffix } = anchor.value
  return onRevision(found.articleId, place.revision, async (tx) => {
    const key = { annotationId_revisionId: { annotationId: id, revisionId } }
    const select = { start: true, end: true, quote: true, state: true }
    const before = await tx.anchor.findUnique({ where: key, select })
    const state = before?.quote === quote ? ('moved' as const) : ('changed' as const)
    const data = { start, end, quote, prefix, suffix, state, repair: 'placed' as const }
    await tx.anchor.updateMany({ where: { annotationId: id, ...unsettled }, data: { repair: 'superseded' } })
    await tx.anchor.upsert({ where: key, create: { annotationId: id, revisionId, ...data }, update: data, select: { state: true } })
    const newer = { version: { increment: 1 }, updatedAt: new Date() }
    await tx.annotation.update({ where: { id }, data: newer, select: { id: true } })
    const detail = { revision: place.revision, before, after: { start, end, quote, state } }
    await audit(tx, viewer, 'annotation.reanchored', id, { layerId: found.layerId, detail })
  })
}

/**
 * The same by words typed or copied from the current text. Words that stand in it more than once are refused with
 * `wordsNotClear`: which of them is meant is not guessed.
 */
export async function placeByWords(
  viewer: Viewer,
  id: string,
  { revision, words }: { revision: number; words: string },
): Promise<Result<null>> {
  const found = await findForRepair(viewer, id)
  if (!found) return refuse('notFound')
  if (found.revision !== revision) return refuse('repairStale')
  const { text } = await db.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId: found.articleId, number: revision } },
    select: { text: true },
  })
  // A copy of several paragraphs has blank lines between them.
  const quote = words.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n')
  if (quote === '') return refuse('passageEmpty', 'words')
  if (!text.includes(quote)) return refuse('wordsNotThere', 'words')
  const start = text.indexOf(quote)
  if (text.indexOf(quote, start + 1) >= 0) return refuse('wordsNotClear', 'words')
  const { toCodePoint } = codePointIndex(text)
  const target = { start: toCodePoint(start), end: toCodePoint(start + quote.length) }
  return placeAnchor(viewer, id, { revision, target, quote })
}

/** Lets an annotation go whose words are gone: it is deleted, and its author can bring it back. */
export async function letGo(viewer: Viewer, id: string): Promise<Result<{ id: string; version: number }>> {
  const found = await findForRepair(viewer, id)
  return found ? deleteAnnotation(viewer, id) : refuse('notFound')
}

/** The annotation where the viewer may repair it; null means: for them it is not there. */
async function findForRepair(viewer: Viewer, id: string) {
  const row = await db.annotation.findUnique({
    where: { id },
    select: {
      layerId: true,
      authorId: true,
      deletedAt: true,
      deletedById: true,
      layer: { select: { kind: true, articleId: true, article: { select: { visibility: true, ownerId: true, revision: true } } } },
    },
  })
  if (!row) return null
  const { kind, article, articleId } = row.layer
  const subject = {
    authorId: row.authorId,
    deletedBy: row.deletedAt ? row.deletedById : null,
    article: await subjectFor(viewer, row.layerId, { kind, visibility: article.visibility, ownerId: article.ownerId }),
  }
  if (!can(viewer, 'annotation.repair', subject)) return null
  return { layerId: row.layerId, articleId, revision: article.revision }
}

/** Does `deed` while the article's current revision is, and stays, the one with this number. */
async function onRevision(
  articleId: string,
  number: number,
  deed: (tx: Prisma.TransactionClient) => Promise<void>,
): Promise<Result<null>> {
  return db.$transaction(async (tx) => {
    const [article] = await tx.$queryRaw<{ revision: number }[]>`
      select revision from "Article" where id = ${articleId}::uuid for share`
    if (article?.revision !== number) return refuse('repairStale')
    await deed(tx)
    return accept(null)
  })
}
