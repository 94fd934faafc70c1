import type { Span } from '@/lib/domain/text/span'
import { firstWhere } from './first-where'
import type { DomPoint, TextMap } from './text-map'

/** The code point under a place on the screen, or null where no letter of the text is there. */
export function codePointUnder(map: TextMap, x: number, y: number): number | null {
  const point = caretAt(x, y)
  if (!point || !map.root.contains(point.node)) return null
  const at = map.codePointAt(point)
  // The caret is the gap nearest to the place; the letter may be on either side of it.
  for (const letter of [at, at - 1]) {
    if (letter < 0 || letter >= map.index.length) continue
    const rects = map.rangeOf({ start: letter, end: letter + 1 }).getClientRects()
    if (Array.from(rects).some((rect) => holds(rect, x, y))) return letter
  }
  return null
}

/** The first code point of the text at or below a height of the screen: where somebody is reading. */
export function codePointAtHeight(map: TextMap, y: number): number {
  const block = blockAtHeight(map, y)
  if (!block) return map.index.length
  const box = block.element.getBoundingClientRect()
  if (box.top >= y) return map.index.toCodePoint(block.start)
  const point = caretAt(box.left + 2, y + 2)
  return point && block.element.contains(point.node) ? map.codePointAt(point) : map.index.toCodePoint(block.start)
}

/** The same, to within a line or two, from the boxes of blocks alone: cheap enough to ask while somebody scrolls. */
export function codePointNear(map: TextMap, y: number): number {
  const block = blockAtHeight(map, y)
  if (!block) return map.index.length
  const { top, height } = block.element.getBoundingClientRect()
  const share = height > 0 ? Math.max(0, (y - top) / height) : 0
  return map.index.toCodePoint(block.start + Math.floor(share * (block.end - block.start)))
}

/** Blocks follow one another down the page, so a few looks find the one that a height is in or above. */
function blockAtHeight({ blocks }: TextMap, y: number) {
  return blocks[firstWhere(blocks.length, (at) => blocks[at]!.element.getBoundingClientRect().bottom > y)]
}

/** Where a span stands on the screen: its whole box, and the boxes of its lines. Null where it takes no room. */
export function boxOf(map: TextMap, span: Span): { box: DOMRect; lines: DOMRect[] } | null {
  const range = map.rangeOf(span)
  const lines = Array.from(range.getClientRects()).filter(({ width, height }) => width > 0 && height > 0)
  return lines.length > 0 ? { box: range.getBoundingClientRect(), lines } : null
}

/** How much of the window's top bars cover that stay there, in pixels: as much as the page leaves free above what a link leads to. */
export const coveredTop = () => parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0

/** Brings a span to the upper third of the window, unless all of it can be seen between `top` and `bottom` already. */
export function scrollToSpan(map: TextMap, span: Span, top: number, bottom: number): void {
  const found = boxOf(map, span)
  if (!found) return
  const { box } = found
  if (box.top >= top && box.bottom <= bottom) return
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  const wanted = Math.max(top + 16, (bottom - top) / 3)
  window.scrollBy({ top: box.top - wanted, behavior: calm || Math.abs(box.top) > 3000 ? 'instant' : 'smooth' })
}

/** The place in the DOM where the browser would put a caret at a point of the window. */
export function caretAt(x: number, y: number): DomPoint | null {
  if ('caretPositionFromPoint' in document) {
    const caret = document.caretPositionFromPoint(x, y)
    return caret && { node: caret.offsetNode, offset: caret.offset }
  }
  // Older Safari knows only this name.
  const legacy = document as Document & { caretRangeFromPoint?: (x: number, y: number) => Range | null }
  const range = legacy.caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}

const holds = (rect: DOMRect, x: number, y: number) =>
  x >= rect.left - 1 && x <= rect.right + 1 && y >= rect.top - 4 && y <= rect.bottom + 6
