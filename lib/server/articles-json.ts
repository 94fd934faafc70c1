import 'server-only'
import type { ArticleJson, ArticlePage } from '@/lib/domain/article-json'
import { can } from '@/lib/domain/permissions'
import { accept, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { isUuid } from './layers'
import { findArticles, type LibraryQuery } from './library'

/** An article as programs see it; null where there is none, or none for this viewer. */
export async function readArticleJson(viewer: Viewer, id: string): Promise<ArticleJson | null> {
  const [article] = isUuid(id) ? await readMany(viewer, [id.toLowerCase()]) : []
  return article ?? null
}

/** The articles that `listArticles` lists, as programs see them. Refused alike. */
export async function listArticlesJson(viewer: Viewer, query: LibraryQuery): Promise<Result<ArticlePage>> {
  const found = await findArticles(viewer, query)
  if (!found.ok) return found
  const items = await readMany(viewer, found.value.rows.map(({ id }) => id))
  return accept({ items, nextCursor: found.value.nextCursor })
}

/** Those that the viewer may see, in the order of `ids`. */
async function readMany(viewer: Viewer, ids: string[]): Promise<ArticleJson[]> {
  const rows = ids.length === 0 ? [] : await db.article.findMany({ where: { id: { in: ids } }, select: articleFields })
  const seen = new Map(rows.filter((row) => can(viewer, 'article.read', row)).map((row) => [row.id, toJson(row)]))
  return ids.flatMap((id) => seen.get(id) ?? [])
}

const articleFields = {
  id: true, slug: true, title: true, byline: true, siteName: true, sourceUrl: true, language: true, publishedAt: true,
  visibility: true, ownerId: true, createdAt: true,
  // The current one is the last.
  revisions: { select: { number: true, textLength: true, sha256: true }, orderBy: { number: 'desc' }, take: 1 },
  // A class's layers are not for whoever reads the article.
  layers: {
    where: { kind: 'open' },
    select: {
      id: true, kind: true, name: true, codebookSlug: true, codebookVersion: true,
      _count: { select: { annotations: { where: { deletedAt: null } } } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.ArticleSelect

function toJson(row: Prisma.ArticleGetPayload<{ select: typeof articleFields }>): ArticleJson {
  const { revisions, layers, publishedAt, createdAt, ownerId: _, ...article } = row
  const [revision] = revisions
  if (!revision) throw new Error(`Article ${row.id} has no revision`)
  return {
    ...article,
    publishedAt: publishedAt?.toISOString().slice(0, 10) ?? null,
    createdAt: createdAt.toISOString(),
    revision,
    layers: layers.map(({ id, kind, name, codebookSlug, codebookVersion, _count }) => ({
      id, kind, name, codebook: { slug: codebookSlug, version: codebookVersion }, annotations: _count.annotations,
    })),
  }
}
