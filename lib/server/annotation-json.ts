import 'server-only'
import { findCodebook } from '@/lib/domain/codebook/registry'
import type { ExportedAnnotation, ParseContext } from '@/lib/domain/formats/exchange'
import type { JsonObject } from '@/lib/domain/formats/foreign'
import { toW3cDocument } from '@/lib/domain/formats/w3c-write'
import type { LayerContext } from './layers'
import { siteAddress } from './site-address'

/** What must be known of a layer to write its annotations down. */
export type WrittenLayer = Pick<LayerContext, 'id' | 'articleId' | 'codebookSlug' | 'codebookVersion'>

/** What reading an annotation that comes into a layer may depend on. @throws Error for a codebook that nothing publishes. */
export function parseContextOf({ codebookSlug, codebookVersion }: Pick<WrittenLayer, 'codebookSlug' | 'codebookVersion'>): ParseContext {
  const codebook = findCodebook(codebookSlug, codebookVersion)
  if (!codebook) throw new Error(`There is no codebook ${codebookSlug} ${codebookVersion}.`)
  return { base: siteAddress(), codebook }
}

/** How the annotations of a layer are written down for the protocol: each a JSON-LD document that stands alone. */
export function annotationWriter(layer: WrittenLayer): (annotation: ExportedAnnotation) => JsonObject {
  const { base, codebook } = parseContextOf(layer)
  const set = { article: { base, id: layer.articleId }, layer: { id: layer.id, codebook } }
  return (annotation) => toW3cDocument(annotation, set)
}
