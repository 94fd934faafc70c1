import 'server-only'
import { createHash } from 'node:crypto'
import type { AnnotationSet } from '@/lib/domain/formats/exchange'
import type { Viewer } from '@/lib/domain/viewer'
import { parseContextOf } from './annotation-json'
import { readExported } from './annotation-export'
import { db } from './db'
import { fingerprint } from './layer-state'
import { readLayer, type LayerContext } from './layers'

/** A layer as it leaves, and a tag that changes whenever anything of it does. */
export type LayerExport = { set: AnnotationSet; tag: string }

/**
 * The annotations of a layer with its article, on the current revision; all of one moment. Null where the layer is not
 * for this viewer.
 */
export async function readLayerExport(viewer: Viewer, layerId: string): Promise<LayerExport | null> {
  for (let tries = 1; ; tries += 1) {
    const layer = await readLayer(viewer, layerId)
    const before = layer && (await stateOf(layer.id))
    if (!layer || !before) return null
    const [article, annotations] = await Promise.all([readArticleOf(layer), readExported(viewer, layer.id)])
    if (!annotations) return null
    const set = { article, layer: { id: layer.id, ...(await named(layer)) }, total: annotations.length, annotations }
    const details = { ...article, text: '', html: '' }
    const tag = createHash('sha256').update(JSON.stringify([before, details])).digest('hex').slice(0, 32)
    // Something was written between the readings: an annotation may stand on a revision that the article was not read in.
    // A layer that never rests is told as it was read: what came meanwhile is another version's.
    if (tries === mostTries || (await stateOf(layer.id)) === before) return { set, tag }
  }
}

const mostTries = 10

/** The layer's state and the names of its readers, which a file tells as well. */
async function stateOf(layerId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ state: string; names: string | null }[]>`
    SELECT ${fingerprint} AS "state",
      (SELECT md5(string_agg(u."name", ',' ORDER BY u."id")) FROM "User" u WHERE u."id" IN (
        SELECT n."authorId" FROM "Annotation" n WHERE n."layerId" = l."id")) AS "names"
    FROM "Layer" l JOIN "Article" a ON a."id" = l."articleId"
    WHERE l."id" = ${layerId}::uuid`
  return row ? `${row.state} ${row.names}` : null
}

async function named(layer: LayerContext): Promise<{ name: string; codebook: AnnotationSet['layer']['codebook'] }> {
  const { name } = await db.layer.findUniqueOrThrow({ where: { id: layer.id }, select: { name: true } })
  return { name, codebook: parseContextOf(layer).codebook }
}

async function readArticleOf(layer: LayerContext): Promise<AnnotationSet['article']> {
  const { publishedAt, ...article } = await db.article.findUniqueOrThrow({
    where: { id: layer.articleId },
    select: { id: true, slug: true, title: true, byline: true, siteName: true, sourceUrl: true, language: true, publishedAt: true },
  })
  const revision = await db.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId: layer.articleId, number: layer.article.revision } },
    select: { number: true, text: true, html: true },
  })
  const { base } = parseContextOf(layer)
  return {
    ...article,
    base,
    publishedAt: publishedAt?.toISOString().slice(0, 10) ?? null,
    revision: revision.number,
    text: revision.text,
    html: revision.html,
  }
}
