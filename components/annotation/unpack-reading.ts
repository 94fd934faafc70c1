import { unpackAnnotations } from '@/lib/domain/packed-annotations'
import type { Span } from '@/lib/domain/text/span'
import type { LayerAnnotations } from '@/lib/server/annotation-list'
import type { LayerReading } from '@/lib/server/layer-reading'

/** The annotations of a reading; `quoteAt` gives the words of the text where the reading left them out. */
export function unpackReading({ standing, detached }: LayerReading, quoteAt: (span: Span) => string = () => ''): LayerAnnotations {
  return { standing: unpackAnnotations(standing, quoteAt), detached: unpackAnnotations(detached, quoteAt) }
}
