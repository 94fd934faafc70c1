import 'server-only'
import { randomBytes } from 'node:crypto'
import type { ArticleDetails, Visibility } from '@/lib/domain/article'
import { codebooks } from '@/lib/domain/codebook/registry'
import type { NewArticle } from '@/lib/domain/new-article'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, type Result } from '@/lib/domain/problem'
import { numberedSlug, privateSlug, slugOf } from '@/lib/domain/slug'
import type { SignedIn, Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { articleFields, checkDetails, storeSearch } from './article-rows'
import { audit } from './audit'
import { ownerOf } from './compute/compute'
import { ensureCodebooks } from './codebooks'
import { db } from './db'
import { spendToday } from './limits'
import { readDocument } from './import/document-read'
import type { RevisionContent } from './revision-content'

/** An article as its pages show it: its details, its current revision as HTML and text, its open layer. */
export type ArticleView = Omit<ArticleDetails, 'language'> & {
  id: string
  slug: string
  language: string
  ownerId: string | null
  mayEdit: boolean
  mayAnnotate: boolean
  /** ISO 8601, UTC. */
  createdAt: string
  revision: { id: string; number: number; html: string; text: string; textLength: number; sha256: string; createdAt: string }
  layer: { id: string; name: string; codebookSlug: string; codebookVersion: number }
  /** Annotations of the layer that are not deleted, and how many people made them. */
  flags: number
  readers: number
}

/** Large texts are indexed as they are written; two seconds on a small machine must not undo them. */
export const writing = { timeout: 30_000, maxWait: 10_000 }

/**
 * Makes an article of a source; nothing of it stays where anything fails. Refuses, at `content.body` or
 * `details.<field>`, what `readDocument` and `checkDetails` refuse. `signal` gives the reading up.
 */
export async function createArticle(viewer: Viewer, { details, content }: NewArticle, signal?: AbortSignal): Promise<Result<{ id: string; slug: string }>> {
  if (viewer.kind !== 'user' || !can(viewer, 'article.create', undefined)) return refusal(viewer, 'article.create', undefined)
  const refused = checkDetails(details)
  if (refused) return refused
  const spent = await spendToday(viewer, 'article:account')
  if (!spent.ok) return spent
  const read = await readDocument(content, details.sourceUrl, { owner: ownerOf(viewer), signal })
  return read.ok ? accept(await db.$transaction((tx) => storeArticle(tx, viewer, details, read.value), writing)) : read
}

/** Writes a checked article with its first revision and its open layer, within the caller's transaction. */
export async function storeArticle(
  tx: Prisma.TransactionClient,
  viewer: SignedIn,
  details: ArticleDetails,
  content: RevisionContent,
): Promise<{ id: string; slug: string }> {
  await ensureCodebooks(tx)
  const made = await insertUnderFreeSlug(tx, { ...articleFields(details, content), searchText: '', ownerId: viewer.id })
  await storeSearch(tx, made.id, details, content.search)
  await tx.revision.create({ data: { articleId: made.id, number: 1, authorId: viewer.id, private: details.visibility === 'private', ...content.revision }, select: { id: true } })
  const layer = await tx.layer.create({ data: { articleId: made.id, ...openLayer() }, select: { id: true } })
  await audit(tx, viewer, 'article.created', made.id, { layerId: layer.id, detail: { slug: made.slug, sha256: content.revision.sha256 } })
  return made
}

/** The article under this slug as its pages show it; null where there is none, or none for this viewer. */
export async function readArticle(viewer: Viewer, slug: string): Promise<ArticleView | null> {
  const row = slug.includes('\0') ? null : await db.article.findUnique({ where: { slug }, select: viewFields })
  if (!row || !can(viewer, 'article.read', row)) return null
  const { layers, revision: number, publishedAt, createdAt, ...article } = row
  const layer = layers[0]
  if (!layer) throw new Error(`Article ${row.id} has no layer`)
  const [revision, people] = await Promise.all([
    db.revision.findUniqueOrThrow({ where: { articleId_number: { articleId: row.id, number } }, select: revisionView }),
    db.annotation.groupBy({ by: ['authorId'], where: { layerId: layer.id, deletedAt: null }, _count: true }),
  ])
  return {
    ...article,
    publishedAt: publishedAt?.toISOString().slice(0, 10) ?? null,
    createdAt: createdAt.toISOString(),
    mayEdit: can(viewer, 'article.edit', row),
    mayAnnotate: can(viewer, 'annotation.create', row),
    revision: { ...revision, createdAt: revision.createdAt.toISOString() },
    layer,
    flags: people.reduce((sum, { _count }) => sum + _count, 0),
    readers: people.length,
  }
}

const viewFields = {
  id: true, slug: true, title: true, byline: true, siteName: true, sourceUrl: true, language: true, publishedAt: true,
  visibility: true, ownerId: true, createdAt: true, revision: true,
  layers: {
    where: { kind: 'open' },
    select: { id: true, name: true, codebookSlug: true, codebookVersion: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 1,
  },
} satisfies Prisma.ArticleSelect
const revisionView = { id: true, number: true, html: true, text: true, textLength: true, sha256: true, createdAt: true } satisfies Prisma.RevisionSelect

function openLayer() {
  const codebook = codebooks.filter(({ slug }) => slug === 'reading').at(-1)
  if (!codebook) throw new Error('The codebook of open readings is missing')
  return { kind: 'open' as const, name: 'Open reading', codebookSlug: codebook.slug, codebookVersion: codebook.version }
}

type NewRow = ReturnType<typeof articleFields> & { searchText: string; ownerId: string; visibility: Visibility }

/**
 * Inserts a public article under the first free number of its title's slug, whoever comes first to a number having it; a
 * private one under a mark drawn by lot. An article keeps its address for life, whatever its visibility becomes.
 */
async function insertUnderFreeSlug(tx: Prisma.TransactionClient, data: NewRow): Promise<{ id: string; slug: string }> {
  const base = slugOf(data.title)
  const open = data.visibility === 'public'
  const taken = open ? await tx.article.count({ where: { visibility: 'public', OR: [{ slug: base }, { slug: { startsWith: `${base}-` } }] } }) : 0
  for (let number = 1; ; number = Math.max(number, taken) + 1) {
    const slug = open ? numberedSlug(base, number) : privateSlug(base, randomBytes(suffixBytes).toString('hex'))
    const [made] = await tx.article.createManyAndReturn({ data: { ...data, slug }, skipDuplicates: true, select: { id: true, slug: true } })
    if (made) return made
  }
}

/** Forty bits: nobody finds an address by trying. */
const suffixBytes = 5
