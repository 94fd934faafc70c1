import 'server-only'
import { can } from '@/lib/domain/permissions'
import type { ArticleSubject } from '@/lib/domain/predicates'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

/** What every work on a layer must know: its codebook, its article for the rules, and the article's current revision. */
export type LayerContext = {
  id: string
  articleId: string
  codebookSlug: string
  codebookVersion: number
  article: ArticleSubject & { slug: string; language: string; revision: number }
}

/** A layer as far as `viewer` may read it; null where there is none, or none for them. */
export async function readLayer(viewer: Viewer, layerId: string): Promise<LayerContext | null> {
  if (!isUuid(layerId)) return null
  const layer = await db.layer.findUnique({
    where: { id: layerId },
    select: {
      id: true,
      articleId: true,
      codebookSlug: true,
      codebookVersion: true,
      article: { select: { visibility: true, ownerId: true, slug: true, language: true, revision: true } },
    },
  })
  return layer && can(viewer, 'layer.read', layer.article) ? layer : null
}

/** Whether an id from an address can name a row at all: PostgreSQL throws at others. */
export const isUuid = (id: unknown): id is string =>
  typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)
