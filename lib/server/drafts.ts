import 'server-only'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { replacedList, type Replaced } from '@/lib/domain/anchoring/replaced'
import type { ArticleDetails } from '@/lib/domain/article'
import { can } from '@/lib/domain/permissions'
import { accept, problemsOf, refuse, type Result } from '@/lib/domain/problem'
import { checkDraft } from '@/lib/domain/text/article-body'
import { articleDocument, type ArticleDocument } from '@/lib/domain/text/document'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { readArticle } from './articles'
import { db } from './db'
import { countRepairs } from './repair-list'
import { findEditable, readRevision } from './revisions'

/**
 * An edit not yet saved, with the revision it began from; `updatedAt` (ISO 8601, UTC) tells one state of it from another.
 * `replaced` is what the editor recorded of it, in code points of that revision's text; null where that is not known.
 */
export type DraftView = { document: ArticleDocument; baseRevision: number; replaced: readonly Replaced[] | null; updatedAt: string }
/** What the edit page starts with. */
export type Editing = {
  id: string
  slug: string
  details: ArticleDetails
  revision: number
  document: ArticleDocument
  draft: DraftView | null
  /** Annotations that a save will carry over. */
  flags: number
  /** Those that an edit changed or detached and the viewer may look after. */
  repairs: number
  /** Whether the viewer may say who sees the article. */
  ownsIt: boolean
}

/** `known` is the `updatedAt` of the draft as this window knows it, null for none, `any` to write over whatever is there. */
export const draftInput = z.object({
  baseRevision: z.int().positive(),
  document: articleDocument,
  /** A record that is none is as good as none: the texts can be compared. */
  replaced: replacedList.nullable().catch(null).default(null),
  known: z.union([z.literal('any'), z.iso.datetime()]).nullable(),
})
export type DraftInput = z.input<typeof draftInput>

/** An article with the viewer's draft of it, for editing; null where they may not. */
export async function loadForEditing(viewer: Viewer, slug: string): Promise<Editing | null> {
  const article = await readArticle(viewer, slug)
  if (!article?.mayEdit || viewer.kind !== 'user') return null
  const { id, title, byline, siteName, sourceUrl, language, publishedAt, visibility } = article
  const [revision, repairs, draft] = await Promise.all([
    readRevision(viewer, id, article.revision.number),
    countRepairs(viewer, article.layer.id),
    db.draft.findUnique({
      where: { articleId_userId: { articleId: id, userId: viewer.id } },
      select: { document: true, changes: true, baseRevision: true, updatedAt: true },
    }),
  ])
  if (!revision) return null
  const kept = draft && articleDocument.safeParse(draft.document)
  return {
    id,
    slug: article.slug,
    details: { title, byline, siteName, sourceUrl, language, publishedAt, visibility },
    revision: revision.number,
    document: revision.document,
    draft: draft && kept?.success ? shown(draft, kept.data) : null,
    flags: article.flags,
    repairs,
    ownsIt: viewer.id === article.ownerId,
  }
}

type DraftRow = { changes: unknown; baseRevision: number; updatedAt: Date }
function shown({ changes, baseRevision, updatedAt }: DraftRow, document: ArticleDocument): DraftView {
  const recorded = replacedList.safeParse(changes)
  return { document, baseRevision, replaced: recorded.success ? recorded.data : null, updatedAt: updatedAt.toISOString() }
}

/**
 * Keeps the viewer's unsaved edit of an article. Refuses with `draftStale` where another window of theirs kept one since
 * `known`, so that neither writes over the other unseen. The same draft again, after an answer that was lost, is accepted
 * as the first was. A draft may be empty or unfinished: it is checked for what cannot be stored only.
 */
export async function saveDraft(viewer: Viewer, articleId: string, input: DraftInput): Promise<Result<{ updatedAt: string }>> {
  const article = await findEditable(viewer, articleId)
  if (!article.ok) return article
  if (viewer.kind !== 'user') return refuse('signInFirst')
  const parsed = draftInput.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const { document, baseRevision, replaced, known } = parsed.data
  const refused = checkDraft(document, 'document')
  if (refused) return refused
  const key = { articleId, userId: viewer.id }
  const updatedAt = new Date()
  const change = { document, changes: replaced ?? Prisma.DbNull, baseRevision, updatedAt }
  const kept = await db.$transaction(async (tx) => {
    const expected = known === 'any' ? {} : { updatedAt: known ?? new Date(0) }
    const { count } = await tx.draft.updateMany({ where: { ...key, ...expected }, data: change })
    if (count > 0) return updatedAt
    const made = await tx.draft.createMany({ data: { ...key, ...change }, skipDuplicates: true })
    if (made.count > 0) return updatedAt
    const there = await tx.draft.findUnique({
      where: { articleId_userId: key },
      select: { document: true, baseRevision: true, updatedAt: true },
    })
    return there?.baseRevision === baseRevision && isDeepStrictEqual(there.document, document) ? there.updatedAt : null
  })
  return kept ? accept({ updatedAt: kept.toISOString() }) : refuse('draftStale')
}

/** Drops the viewer's draft of an article. Dropping none is no error. */
export async function discardDraft(viewer: Viewer, articleId: string): Promise<Result<null>> {
  if (viewer.kind !== 'user' || !can(viewer, 'article.create', undefined)) return refuse('signInFirst')
  await db.draft.deleteMany({ where: { articleId, userId: viewer.id } })
  return accept(null)
}
