import type { Span } from '@/lib/domain/text/span'
import type { Brush, Described } from './paint'
import { layers, type PaintLayer } from './paint-layers'
import type { Block, TextMap } from './text-map'

type Stroke = { layer: PaintLayer; span: Span; blocks: Block[]; described: Described | undefined }
/** A stroke in UTF-16 units. */
type Placed = Pick<Stroke, 'layer' | 'described'> & { start: number; end: number }

/**
 * Draws with `<mark>` elements, for browsers without the highlight API. Each block is cut at the ends of the strokes over
 * it and each piece wrapped once for every layer on it, inner above outer, so that lines of several layers add up. Only
 * blocks whose strokes changed are wrapped anew; the text itself never changes, so the map stays true after `refresh`.
 */
export function markBrush(map: TextMap): Brush<Stroke> {
  const strokesOf = new Map<HTMLElement, Set<Stroke>>()
  const dirty = new Map<HTMLElement, Block>()

  const note = (stroke: Stroke, change: (strokes: Set<Stroke>) => void) => {
    for (const block of stroke.blocks) {
      const strokes = strokesOf.get(block.element) ?? new Set()
      strokesOf.set(block.element, strokes)
      change(strokes)
      dirty.set(block.element, block)
    }
  }
  const toUtf16 = ({ start, end }: Span) => ({ start: map.index.toUtf16(start), end: map.index.toUtf16(end) })

  return {
    put(layer, span, described) {
      const { first, last } = map.blocksOver(span)
      const stroke = { layer, span, blocks: map.blocks.slice(first, last), described }
      note(stroke, (strokes) => strokes.add(stroke))
      return stroke
    },
    drop: (stroke) => note(stroke, (strokes) => strokes.delete(stroke)),
    flush() {
      if (dirty.size === 0) return
      for (const block of dirty.values()) {
        unwrap(block.element)
        const strokes = [...(strokesOf.get(block.element) ?? [])]
        wrap(block, strokes.map(({ layer, span, described }) => ({ layer, described, ...toUtf16(span) })))
      }
      dirty.clear()
      map.refresh()
    },
  }
}

function unwrap(element: HTMLElement): void {
  for (const mark of element.querySelectorAll('mark[data-gloss]')) mark.replaceWith(...mark.childNodes)
  element.normalize()
}

function wrap(block: Block, strokes: Placed[]): void {
  if (strokes.length === 0) return
  const cuts = [...new Set(strokes.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const walker = document.createTreeWalker(block.element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const nodes: { node: Text; start: number }[] = []
  let at = block.start
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text) nodes.push({ node, start: at })
    at += node instanceof Text ? node.data.length : node.nodeName === 'BR' ? 1 : 0
  }
  for (const { node, start } of nodes) {
    const end = start + node.data.length
    const inside = cuts.filter((cut) => cut > start && cut < end)
    let rest = node
    for (const [i, from] of [start, ...inside].entries()) {
      const to = inside[i] ?? end
      const piece = rest
      if (to < end) rest = rest.splitText(to - from)
      const over = strokes.filter((stroke) => stroke.start <= from && stroke.end >= to)
      if (over.length === 0) continue
      const outer = nest(piece, [...new Set(over.map(({ layer }) => layer))])
      describe(outer, over.filter(({ start }) => start === from), over.filter(({ end }) => end === to))
    }
  }
}

/** Wraps a text node in one mark for each layer, the lowest outermost. */
function nest(piece: Text, over: PaintLayer[]): HTMLElement {
  let inner: Text | HTMLElement = piece
  for (const layer of over.sort((a, b) => layers.indexOf(b) - layers.indexOf(a))) {
    const outer = document.createElement('mark')
    outer.dataset.gloss = layer
    inner.replaceWith(outer)
    outer.append(inner)
    inner = outer
  }
  return inner as HTMLElement
}

/** Says in a mark what begins and ends in it. The words are drawn by a rule of CSS: as text they would be part of the article's. */
function describe(mark: HTMLElement, begin: Placed[], end: Placed[]): void {
  const words = (strokes: Placed[], part: 'begins' | 'ends') => strokes.flatMap(({ described }) => described?.[part] ?? []).join(' ')
  const [begins, ends] = [words(begin, 'begins'), words(end, 'ends')]
  if (begins) mark.dataset.begins = begins
  if (ends) mark.dataset.ends = ends
  const details = begin.flatMap(({ described }) => described?.details ?? [])
  if (details.length > 0) mark.setAttribute('aria-details', details.join(' '))
}
