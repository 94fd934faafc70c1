import { firstWhere } from './first-where'
import { caretAt } from './place-on-screen'
import type { Block, TextMap } from './text-map'

/** Whether words of the text stand at a point of the window, not covered by anything else. */
export function isOverText(map: TextMap, x: number, y: number): boolean {
  const block = document.elementFromPoint(x, y)?.closest('[data-block]')
  return block ? map.root.contains(block) : false
}

/**
 * The code point before which a caret goes at a point of the window, as the eye sees it: on a line between two letters,
 * beside a line at its start or end, above the text in sight at its start, below it at its end. The browser goes by the
 * order of elements instead: right of the column it takes all the text that follows.
 */
export function placeNear(map: TextMap, x: number, y: number): number {
  if (isOverText(map, x, y)) {
    const caret = caretAt(x, y)
    if (caret && map.root.contains(caret.node)) return map.codePointAt(caret)
  }
  const sight = inSight(map)
  const line = lineAt(map, Math.max(sight.top, Math.min(y, sight.bottom - 1)))
  if (!line || (y < line.top && y < sight.top)) return line?.start ?? 0
  if (y >= line.bottom && y >= sight.bottom) return line.end
  if (x <= line.left || x >= line.right) return x <= line.left === line.rightToLeft ? line.end : line.start
  for (let letter = line.start; letter < line.end; letter += 1) {
    const box = letterBox(map, letter)
    if (!box || x < box.left || x > box.right) continue
    return x < (box.left + box.right) / 2 === line.rightToLeft ? letter + 1 : letter
  }
  return line.end
}

type Line = { start: number; end: number; left: number; right: number; top: number; bottom: number; rightToLeft: boolean }

/** The line nearest to a height of the window; null where there is no text at all. */
function lineAt(map: TextMap, y: number): Line | null {
  const block = blockNear(map, y)
  const [first, length] = block ? [map.index.toCodePoint(block.start), map.index.toCodePoint(block.end) - map.index.toCodePoint(block.start)] : [0, 0]
  if (!block || length === 0) return null
  // What takes no room, such as a space at which a line was broken, counts as the letter before it.
  const boxOf = (at: number): DOMRect => letterBox(map, first + at) ?? (at > 0 ? boxOf(at - 1) : block.element.getBoundingClientRect())
  const lower = boxOf(Math.min(firstWhere(length, (at) => boxOf(at).bottom > y), length - 1))
  const upperEnd = firstWhere(length, (at) => boxOf(at).bottom >= lower.bottom)
  const upper = upperEnd > 0 ? boxOf(upperEnd - 1) : null
  const { top, bottom } = upper && y - upper.bottom < lower.top - y ? upper : lower
  const middle = (top + bottom) / 2
  const from = firstWhere(length, (at) => boxOf(at).bottom > middle)
  let to = firstWhere(length, (at) => boxOf(at).top > middle)
  while (to > from + 1 && /\s/.test(map.index.slice({ start: first + to - 1, end: first + to }))) to -= 1
  const [a, b] = [boxOf(from), boxOf(Math.max(from, to - 1))]
  return {
    start: first + from, end: first + to, top, bottom,
    left: Math.min(a.left, b.left), right: Math.max(a.right, b.right),
    rightToLeft: getComputedStyle(block.element).direction === 'rtl',
  }
}

/** The block at a height of the window; between two, the nearer one. */
function blockNear({ blocks }: TextMap, y: number): Block | undefined {
  const boxOf = (at: number) => blocks[at]!.element.getBoundingClientRect()
  const at = Math.min(firstWhere(blocks.length, (i) => boxOf(i).bottom > y), blocks.length - 1)
  const nearerAbove = at > 0 && y - boxOf(at - 1).bottom < boxOf(at).top - y
  return blocks[nearerAbove ? at - 1 : at]
}

function letterBox(map: TextMap, at: number): DOMRect | null {
  return Array.from(map.rangeOf({ start: at, end: at + 1 }).getClientRects()).at(-1) ?? null
}

/** Between which heights of the window the text can be seen: bars that stay at its top lie over it. */
function inSight({ root }: TextMap): { top: number; bottom: number } {
  const { left, width, top, bottom } = root.getBoundingClientRect()
  const isShown = (y: number) => root.contains(document.elementFromPoint(left + width / 2, y))
  let shown = Math.max(0, Math.ceil(top))
  while (shown < window.innerHeight / 2 && !isShown(shown)) shown += 4
  return { top: shown, bottom: Math.min(window.innerHeight, bottom) }
}
