import type { Brush } from './paint'
import { layers, type PaintLayer } from './paint-layers'
import type { TextMap } from './text-map'

type Stroke = { layer: PaintLayer; range: StaticRange }

/** Draws by the CSS Custom Highlight API: the DOM is not touched, and thousands of ranges paint in one go. */
export function highlightBrush(map: TextMap): Brush<Stroke> {
  const highlights = new Map<PaintLayer, Highlight>()
  const highlightOf = (layer: PaintLayer) => {
    const known = highlights.get(layer)
    if (known) return known
    const fresh = new Highlight()
    fresh.priority = layers.indexOf(layer)
    CSS.highlights.set(`gloss-${layer}`, fresh)
    highlights.set(layer, fresh)
    return fresh
  }
  return {
    put(layer, span) {
      const range = map.staticRangeOf(span)
      highlightOf(layer).add(range)
      return { layer, range }
    },
    drop: ({ layer, range }) => void highlights.get(layer)?.delete(range),
    flush: () => undefined,
  }
}
