import 'server-only'
import { can } from '@/lib/domain/permissions'
import type { ArticleSubject } from '@/lib/domain/predicates'
import type { Viewer } from '@/lib/domain/viewer'
import { pool } from './db'
import { recordLayerSight } from './first-sights'
import { authorsSeen, seesHandedIn, subjectFor, type LayerOwner } from './layer-standing'

/** What every work on a layer must know: its codebook, its article for the rules, and the article's current revision. */
export type LayerContext = {
  id: string
  articleId: string
  codebookSlug: string
  codebookVersion: number
  article: ArticleSubject & { slug: string; language: string; revision: number }
}

/**
 * A layer of which `viewer` may see everything; null where there is none, or none for them. While an assignment is blind
 * its layer is not there for a student: what they do themselves goes by `readGround` and `listAnnotations`.
 */
export async function readLayer(viewer: Viewer, layerId: string): Promise<LayerContext | null> {
  const row = await readRow(layerId)
  return row && wholeLayerFor(viewer, row)
}

/** The same for who counts what was handed in alone, which a student may whom the gate lets see that. */
export async function readCountedLayer(viewer: Viewer, layerId: string): Promise<LayerContext | null> {
  const row = await readRow(layerId)
  return row && servedLayer(viewer, row, seesHandedIn)
}

async function readRow(layerId: string): Promise<LayerColumns | null> {
  if (!isUuid(layerId)) return null
  const { rows } = await pool.query<LayerColumns>({ name: 'gloss-read-layer', text: statement, values: [layerId] })
  return rows[0] ?? null
}

/** A row of `layerColumns`. */
export type LayerColumns = Omit<LayerContext, 'article'> & Omit<LayerContext['article'], 'standing'> & LayerOwner

/** What a `LayerContext` is made of, as SQL over the tables of `layerTables`. */
export const layerColumns = `
  layer.id, layer.kind, layer."articleId", layer."codebookSlug", layer."codebookVersion",
  article.visibility, article."ownerId", article.slug, article.language, article.revision`
export const layerTables = '"Layer" layer join "Article" article on article.id = layer."articleId"'

/** The layer of such a row as far as `viewer` may read it, be it only what is their own. */
export async function layerFor(viewer: Viewer, row: LayerColumns): Promise<LayerContext | null> {
  const { id, articleId, codebookSlug, codebookVersion, slug, language, revision } = row
  const article = { ...(await subjectFor(viewer, id, row)), slug, language, revision }
  return can(viewer, 'layer.read', article) ? { id, articleId, codebookSlug, codebookVersion, article } : null
}

/** The same, where they may see everything of it. */
export async function wholeLayerFor(viewer: Viewer, row: LayerColumns): Promise<LayerContext | null> {
  return servedLayer(viewer, row, (article) => authorsSeen(article) === null)
}

/** A student's first sight of what is in it is noted, and what they may see is then read anew. */
async function servedLayer(viewer: Viewer, row: LayerColumns, may: (article: ArticleSubject) => boolean): Promise<LayerContext | null> {
  const layer = await layerFor(viewer, row)
  if (!layer || !may(layer.article)) return null
  return (await recordLayerSight(viewer, row.id, layer.article.standing)) ? servedLayer(viewer, row, may) : layer
}

/** Whether an id from an address can name a row at all: PostgreSQL throws at others. */
export const isUuid = (id: unknown): id is string =>
  typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)

const statement = `select ${layerColumns} from ${layerTables} where layer.id = $1`
