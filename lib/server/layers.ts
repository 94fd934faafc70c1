import 'server-only'
import { can } from '@/lib/domain/permissions'
import type { ArticleSubject } from '@/lib/domain/predicates'
import type { Viewer } from '@/lib/domain/viewer'
import { pool } from './db'

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
  const { rows } = await pool.query<LayerColumns>({ name: 'gloss-read-layer', text: statement, values: [layerId] })
  return rows[0] ? layerFor(viewer, rows[0]) : null
}

/** A row of `layerColumns`. */
export type LayerColumns = Omit<LayerContext, 'article'> & LayerContext['article']

/** What a `LayerContext` is made of, as SQL over the tables of `layerTables`. */
export const layerColumns = `
  layer.id, layer."articleId", layer."codebookSlug", layer."codebookVersion",
  article.visibility, article."ownerId", article.slug, article.language, article.revision`
export const layerTables = '"Layer" layer join "Article" article on article.id = layer."articleId"'

/** The layer of such a row as far as `viewer` may read it. */
export function layerFor(viewer: Viewer, row: LayerColumns): LayerContext | null {
  const { id, articleId, codebookSlug, codebookVersion, visibility, ownerId, slug, language, revision } = row
  const article = { visibility, ownerId, slug, language, revision }
  return can(viewer, 'layer.read', article) ? { id, articleId, codebookSlug, codebookVersion, article } : null
}

/** Whether an id from an address can name a row at all: PostgreSQL throws at others. */
export const isUuid = (id: unknown): id is string =>
  typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)

const statement = `select ${layerColumns} from ${layerTables} where layer.id = $1`
