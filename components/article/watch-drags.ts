import type { Span } from '@/lib/domain/text/span'
import { isOverText, placeNear } from './place-near'
import type { TextMap } from './text-map'
import { union, unitAt } from './text-units'

type Point = { x: number; y: number }
type Drag = {
  /** What stays selected wherever the drag leads: a place, or the word or paragraph of a double or triple click. */
  anchor: Span
  clicks: number
  from: Point
  at: Point
  moved: boolean
  /** It began where the browser begins no selection of the text: beside the text, in a link, or at the end of another. */
  ours: boolean
  /** It has touched the text; before that it is no business of the text. */
  entered: boolean
  /** Something of it was selected here; the browser takes a pointer on that for one that carries the words away. */
  drawn: boolean
}

/** Less than this, in pixels, is a click with an unsteady hand. */
const steady = 4

export type DragWatch = { isDrawing: () => boolean; stop: () => void }

/**
 * Watches mouse and pen select words. While a drag is outside the text, or began there, in a link or with Shift, the
 * selection is made here: the browser would select by the order of elements, or not at all. Else it is the browser's own.
 * `drawn` is told at the end of each drag: the span made here, or null where the browser's selection counts.
 */
export function watchDrags(map: TextMap, language: string, drawn: (span: Span | null, exact: boolean) => void): DragWatch {
  let drag: Drag | null = null
  let touch = false

  const spanOf = ({ anchor, clicks, at }: Drag) => union(anchor, around(map, placeNear(map, at.x, at.y), clicks, language))
  const isOurs = (now: Drag) => now.moved && now.entered && (now.ours || !isOverText(map, now.at.x, now.at.y))

  const down = (event: MouseEvent) => {
    drag = null
    if (touch || event.button !== 0 || !(event.target instanceof Element) || !mayBegin(map, event.target)) return
    const at = { x: event.clientX, y: event.clientY }
    const over = isOverText(map, at.x, at.y)
    const place = placeNear(map, at.x, at.y)
    const held = event.shiftKey ? heldSpan(map) : null
    const shared = { from: at, at, moved: held !== null, entered: over || held !== null, drawn: held !== null }
    if (!held) {
      const inLink = over && event.target.closest('a') !== null
      drag = { ...shared, anchor: around(map, place, event.detail, language), clicks: event.detail, ours: !over || inLink }
      return
    }
    // The end that is farther away stays.
    const stays = place * 2 >= held.start + held.end ? held.start : held.end
    drag = { ...shared, anchor: { start: stays, end: stays }, clicks: 1, ours: true }
    event.preventDefault()
    draw(map, spanOf(drag), stays)
  }
  const move = (event: MouseEvent) => {
    if (!drag) return
    if ((event.buttons & 1) === 0) return void (drag = null)
    drag.at = { x: event.clientX, y: event.clientY }
    drag.moved ||= Math.hypot(drag.at.x - drag.from.x, drag.at.y - drag.from.y) >= steady
    drag.entered ||= isOverText(map, drag.at.x, drag.at.y)
    if (!isOurs(drag)) return
    draw(map, spanOf(drag), drag.anchor.start)
    drag.drawn = true
    // Above and below the window the browser goes on to scroll.
    if (event.clientY >= 0 && event.clientY < window.innerHeight) event.preventDefault()
  }
  const up = (event: MouseEvent) => {
    const done = drag
    drag = null
    if (!done || event.button !== 0) return
    done.at = { x: event.clientX, y: event.clientY }
    const own = isOurs(done) ? spanOf(done) : null
    if (own && done.ours) swallowClick()
    // The browser drops an old selection only after this event.
    if (own || !done.ours) setTimeout(() => drawn(own, event.altKey), 0)
  }
  const listening = new AbortController()
  const options = { signal: listening.signal, capture: true }
  document.addEventListener('pointerdown', (event) => (touch = event.pointerType === 'touch'), options)
  document.addEventListener('mousedown', down, options)
  document.addEventListener('mousemove', move, options)
  document.addEventListener('mouseup', up, options)
  document.addEventListener('dragstart', (event) => (drag?.ours || drag?.drawn) && event.preventDefault(), options)
  return { isDrawing: () => drag !== null, stop: () => listening.abort() }
}

/** Whether a drag from there may select words of the text: not from what is dragged or selected in itself. */
function mayBegin({ root }: TextMap, target: Element): boolean {
  if (root.contains(target)) return true
  return root.closest('main')?.contains(target) === true && !target.closest('a, input, select, textarea, [role="slider"], [role="dialog"], dialog')
}

/** What so many clicks select at a place: nothing yet, its word, its paragraph. */
function around(map: TextMap, place: number, clicks: number, language: string): Span {
  if (clicks < 2) return { start: place, end: place }
  if (clicks === 2) return unitAt(map, place, 'word', language)
  const block = map.blockOf(place)
  return block ? { start: map.index.toCodePoint(block.start), end: map.index.toCodePoint(block.end) } : { start: place, end: place }
}

/** What is selected of the text, or where in it the last click was. */
function heldSpan(map: TextMap): Span | null {
  const selection = window.getSelection()
  if (!selection || selection.rangeCount === 0) return null
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0)
  if (!map.root.contains(startContainer) || !map.root.contains(endContainer)) return null
  const [start, end] = [map.codePointAt({ node: startContainer, offset: startOffset }), map.codePointAt({ node: endContainer, offset: endOffset })]
  return { start: Math.min(start, end), end }
}

/** Shows a span as the browser's selection, from where the drag began to where it is. */
function draw(map: TextMap, span: Span, anchor: number): void {
  const { startContainer, startOffset, endContainer, endOffset } = map.rangeOf(span)
  const selection = window.getSelection()
  if (span.start < anchor) selection?.setBaseAndExtent(endContainer, endOffset, startContainer, startOffset)
  else selection?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
}

/** Where a drag ends in the link it began in, the browser would follow the link. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0)
}
