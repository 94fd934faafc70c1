import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Replaced } from '@/lib/domain/anchoring/replaced'
import { anchorStates, type AnchorState } from '@/lib/domain/annotation'
import type { ArticleDetails } from '@/lib/domain/article'
import { mergeDetails } from '@/lib/domain/merge-details'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { articleDocument, type ArticleDocument } from '@/lib/domain/text/document'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { carryAnnotations } from './anchors'
import { changesOf, detailFields, detailsOf, type DetailRow } from './article-details'
import { articleFields, checkDetails, storeSearch } from './article-rows'
import { writing } from './articles'
import { audit } from './audit'
import { ownerOf } from './compute/compute'
import { db } from './db'
import { checkPosted } from './import/document-read'
import { prepareCarry, type PreparedCarry } from './prepared-carry'
import type { RevisionContent } from './revision-content'

/**
 * An edit: of which revision, and what it is to become. Without `details` they stay; a null language is told anew.
 * `known`: the details it began on; without them nobody else's change of a detail is looked for. `replaced`: what our
 * editor recorded, in code points of the base revision's text; it is checked against the texts and may be missing.
 */
export type Edit = {
  baseRevision: number
  document: unknown
  details?: ArticleDetails
  known?: Partial<ArticleDetails>
  replaced?: readonly Replaced[] | null
}
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

/**
 * One revision of an article; null where there is none, or none for this viewer: what was saved while the article was
 * its owner's alone stays theirs.
 */
export async function readRevision(viewer: Viewer, articleId: string, number: number): Promise<RevisionView | null> {
  const article = await db.article.findUnique({ where: { id: articleId }, select: { visibility: true, ownerId: true } })
  if (!article || !can(viewer, 'article.read', article)) return null
  const row = await db.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { id: true, number: true, document: true, html: true, text: true, textLength: true, sha256: true, createdAt: true, private: true },
  })
  if (!row || (row.private && !seesPrivate(viewer, article))) return null
  const { private: _, ...shown } = row
  return { ...shown, document: articleDocument.parse(row.document), createdAt: row.createdAt.toISOString() }
}

/** May the viewer see what was saved while the article was its owner's alone? */
export const seesPrivate = (viewer: Viewer, { ownerId }: { ownerId: string | null }) =>
  viewer.kind === 'system' || (viewer.kind === 'user' && viewer.id === ownerId)

/**
 * Saves an edit as the article's next revision and carries the annotations over, in one transaction (where they come to
 * stand in a long text is worked out before it, in another process), and drops the
 * editor's draft. Refuses with `conflict` where another revision came first, and with `detailChanged` where somebody else
 * changed the same detail: nothing is overwritten and the draft stays. The same save again, after an answer that was lost,
 * is accepted as the first was. An edit that changes nothing makes no revision; changed details alone make none either.
 */
export async function saveRevision(viewer: Viewer, articleId: string, edit: Edit): Promise<Result<Saved>> {
  const author = await authorOf(viewer, articleId, edit.details)
  if (!author.ok) return author
  const checked = await checkPosted(edit.document, { owner: ownerOf(viewer) })
  return checked.ok ? saveContent(author.value, articleId, edit, checked.value) : checked
}

/** The same for a text that was read on the server, as a program sends one: whoever sends it may have a draft open in the editor, which stays. */
export async function saveReadText(viewer: Viewer, articleId: string, baseRevision: number, content: RevisionContent): Promise<Result<Saved>> {
  const author = await authorOf(viewer, articleId)
  return author.ok ? saveContent(author.value, articleId, { baseRevision, draft: 'kept' }, content) : author
}

/** The viewer, where they may edit the article and give it these details. */
async function authorOf(viewer: Viewer, articleId: string, details?: ArticleDetails): Promise<Result<Author>> {
  const article = await findEditable(viewer, articleId)
  if (!article.ok) return article
  if (viewer.kind !== 'user') return refuse('signInFirst')
  return (details && (checkDetails(details) ?? mayShow(viewer, article.value, details))) ?? accept(viewer)
}

type Saving = Omit<Edit, 'document'> & { draft?: 'kept' }

async function saveContent(viewer: Author, articleId: string, edit: Saving, next: RevisionContent): Promise<Result<Saved>> {
  const { details } = edit
  const { document, text } = next.revision
  const replaced = edit.replaced ?? undefined
  const prepared = await prepareCarry(viewer, { articleId, number: edit.baseRevision, after: text, replaced })
  if (!prepared.ok) return prepared
  return db.$transaction(async (tx) => {
    const [locked] = await tx.$queryRaw<{ revision: number }[]>`
      select revision from "Article" where id = ${articleId}::uuid for update`
    if (!locked) return refuse('notFound')
    const before = locked.revision === edit.baseRevision ? null : await savedBefore(tx, viewer, articleId, edit.baseRevision, document)
    if (locked.revision !== (before?.number ?? edit.baseRevision)) return refuse('conflict')
    const old = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: detailFields })
    const agreed = details && edit.known ? mergeDetails(detailsOf(old), edit.known, details) : accept(details)
    if (!agreed.ok) return agreed
    const changes = { next, details: agreed.value, replaced, prepared: prepared.value }
    const saved = await write(tx, viewer, { articleId, number: locked.revision, old }, changes)
    if (edit.draft !== 'kept') await tx.draft.deleteMany({ where: { articleId, userId: viewer.id } })
    return accept(before ?? saved)
  }, writing)
}

type Author = Extract<Viewer, { kind: 'user' }>

/** What the same save did before, where its answer was lost on the way; null where it was another. */
async function savedBefore(tx: Prisma.TransactionClient, viewer: Author, articleId: string, base: number, document: ArticleDocument): Promise<Saved | null> {
  const number = base + 1
  const made = await tx.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { authorId: true, document: true },
  })
  const trace = await tx.auditRow.findFirst({
    where: { subjectType: 'article', subjectId: articleId, action: 'article.revised', detail: { path: ['number'], equals: number } },
    select: { detail: true },
  })
  const same = made?.authorId === viewer.id && isDeepStrictEqual(made.document, document)
  const told = savedTrace.safeParse(trace?.detail)
  return same && told.success ? told.data : null
}

const savedTrace = z.object({ number: z.int(), carried: z.record(z.enum(anchorStates), z.int()) })

type Base = { articleId: string; number: number; old: DetailRow }
type Changes = {
  next: RevisionContent
  details?: ArticleDetails
  replaced?: readonly Replaced[]
  prepared: PreparedCarry | null
}

async function write(tx: Prisma.TransactionClient, viewer: Author, base: Base, { next, details, replaced, prepared }: Changes): Promise<Saved> {
  const { articleId, number, old } = base
  const before = await tx.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number } },
    select: { id: true, text: true, document: true },
  })
  const unchanged = isDeepStrictEqual(before.document, next.revision.document)
  const said = details ?? detailsOf(old)
  const fields = articleFields(said, next)
  const changed = details ? changesOf(old, fields) : {}
  if (Object.keys(changed).length > 0) await audit(tx, viewer, 'article.details-changed', articleId, { detail: { before: changed } })
  if (unchanged) {
    if (Object.keys(changed).length > 0) {
      await tx.article.update({ where: { id: articleId }, data: fields, select: { id: true } })
      await storeSearch(tx, articleId, said, next.search)
    }
    // What is current when an article is opened to all is open with it.
    if (fields.visibility === 'public') await tx.revision.updateMany({ where: { id: before.id, private: true }, data: { private: false } })
    return { number, carried: nothing() }
  }
  const made = await tx.revision.create({
    data: { articleId, number: number + 1, authorId: viewer.id, private: fields.visibility === 'private', ...next.revision },
    select: { id: true, text: true },
  })
  const carried = await carryAnnotations(tx, before, made, replaced, prepared)
  await tx.article.update({ where: { id: articleId }, data: { ...fields, revision: number + 1 }, select: { id: true } })
  await storeSearch(tx, articleId, said, next.search)
  await audit(tx, viewer, 'article.revised', articleId, { detail: { number: number + 1, sha256: next.revision.sha256, carried } })
  const layers = await tx.layer.findMany({ where: { articleId }, select: { id: true } })
  for (const { id } of layers) await audit(tx, viewer, 'layer.revised', id, { layerId: id, detail: { number: number + 1 } })
  return { number: number + 1, carried }
}

/** The article where the viewer may edit it; `notFound` where they may not see it, `notAllowed` where they only may read. */
export async function findEditable(viewer: Viewer, articleId: string) {
  const article = await db.article.findUnique({ where: { id: articleId }, select: { visibility: true, ownerId: true, revision: true } })
  if (!article || !can(viewer, 'article.read', article)) return refuse('notFound')
  return can(viewer, 'article.edit', article) ? accept(article) : refusal(viewer, 'article.edit', article)
}

/** Who may see an article is its owner's alone to say. */
const mayShow = (viewer: Author, article: { ownerId: string | null; visibility: string }, details: ArticleDetails) =>
  viewer.id !== article.ownerId && details.visibility !== article.visibility ? refuse('notAllowed', 'details.visibility') : null

const nothing = () => Object.fromEntries(anchorStates.map((state) => [state, 0])) as Record<AnchorState, number>
