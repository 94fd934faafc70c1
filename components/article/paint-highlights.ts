import type { Span } from '@/lib/domain/text/span'
import { watchNearBlocks, type BlockRange } from './near-blocks'
import type { Brush } from './paint'
import { layers, type PaintLayer } from './paint-layers'
import type { TextMap } from './text-map'

type Stroke = {
  layer: PaintLayer
  span: Span
  blocks: BlockRange
  /** Made when first needed. */
  range: StaticRange | null
}

/**
 * Draws by the CSS Custom Highlight API, which leaves the DOM as it is. Only strokes near the window are given to the
 * browser: at any change of the document it looks at every range it was given again, so that ten thousand of them would
 * cost each scrolled card and each pressed key a tenth of a second, and fifty thousand half of one.
 */
export function highlightBrush(map: TextMap): Brush<Stroke> {
  const highlights = new Map<PaintLayer, Highlight>()
  /** The strokes over each block. */
  const over = new Map<number, Set<Stroke>>()
  let strokes = 0
  let near: BlockRange = { first: 0, last: 0 }
  let unwatch: (() => void) | null = null

  const highlightOf = (layer: PaintLayer) => {
    const known = highlights.get(layer)
    if (known) return known
    const fresh = new Highlight()
    fresh.priority = layers.indexOf(layer)
    CSS.highlights.set(`gloss-${layer}`, fresh)
    highlights.set(layer, fresh)
    return fresh
  }
  const show = (stroke: Stroke) => highlightOf(stroke.layer).add((stroke.range ??= map.staticRangeOf(stroke.span)))
  const hide = ({ layer, range }: Stroke) => range && highlights.get(layer)?.delete(range)
  const move = (to: BlockRange) => {
    const from = near
    near = to
    for (const block of blocksIn(from)) {
      for (const stroke of over.get(block) ?? []) if (!meet(stroke.blocks, to)) hide(stroke)
    }
    for (const block of blocksIn(to)) {
      if (block >= from.first && block < from.last) continue
      for (const stroke of over.get(block) ?? []) if (!meet(stroke.blocks, from)) show(stroke)
    }
  }

  return {
    put(layer, span) {
      unwatch ??= watchNearBlocks(map, move)
      const stroke: Stroke = { layer, span, blocks: map.blocksOver(span), range: null }
      for (const block of blocksIn(stroke.blocks)) {
        const known = over.get(block)
        if (known) known.add(stroke)
        else over.set(block, new Set([stroke]))
      }
      strokes += 1
      if (meet(stroke.blocks, near)) show(stroke)
      return stroke
    },
    drop(stroke) {
      hide(stroke)
      for (const block of blocksIn(stroke.blocks)) over.get(block)?.delete(stroke)
      strokes -= 1
    },
    flush() {
      if (strokes > 0) return
      unwatch?.()
      unwatch = null
      near = { first: 0, last: 0 }
    },
  }
}

const meet = (a: BlockRange, b: BlockRange) => a.first < b.last && b.first < a.last

function* blocksIn({ first, last }: BlockRange): Generator<number> {
  for (let block = first; block < last; block += 1) yield block
}
