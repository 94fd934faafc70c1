import { codePointIndex, type CodePointIndex } from '@/lib/domain/text/code-points'
import type { Span } from '@/lib/domain/text/span'
import { firstWhere } from './first-where'

/** A text block of the page and where it stands in the canonical text, in UTF-16 units. */
export type Block = { element: HTMLElement; start: number; end: number }
/** A place in the DOM: what a Range's boundary is made of. */
export type DomPoint = { node: Node; offset: number }

/**
 * The bridge between an article as the browser holds it and its canonical text. Every other file speaks of spans in code
 * points; UTF-16 units, text nodes and Ranges stay in here.
 */
export type TextMap = {
  readonly root: HTMLElement
  readonly text: string
  readonly index: CodePointIndex
  readonly blocks: readonly Block[]
  /** The code point nearest to a place in the DOM; places outside the text give the nearest end of it. */
  codePointAt(point: DomPoint): number
  /** What a Range covers of the text, or null where it covers nothing of it. */
  spanOf(range: AbstractRange): Span | null
  /** A Range that does not follow later changes of the DOM, which makes ten thousand of them cheap. */
  staticRangeOf(span: Span): StaticRange
  /** A live Range, for measuring and for the browser's own selection. */
  rangeOf(span: Span): Range
  /** The block that holds a code point; the newline behind a block belongs to it. */
  blockOf(codePoint: number): Block | null
  /** The blocks that a span has characters of, by their numbers, `last` exclusive. */
  blocksOver(span: Span): { first: number; last: number }
  /** Reads the text nodes again: to be called after somebody wrapped or split some of them, never while their text changes. */
  refresh(): void
}

type Piece = { node: Text | HTMLElement; start: number; end: number }

/**
 * Maps the text of `root`, made of its `[data-block]` elements in order: their text nodes, a newline for each `<br>`, a
 * newline between blocks. It takes a few milliseconds for 200,000 characters; after that every question is answered by
 * binary search.
 */
export function mapText(root: HTMLElement): TextMap {
  const { text, ...read } = readPieces(root)
  let { pieces, blocks } = read
  let pieceOf = new Map(pieces.map((piece) => [piece.node as Node, piece]))
  const index = codePointIndex(text)

  const utf16At = (point: DomPoint, side: 'start' | 'end'): number => {
    const piece = pieceOf.get(point.node)
    if (piece && point.node instanceof Text) return piece.start + Math.min(point.offset, piece.end - piece.start)
    const probe = document.createRange()
    probe.setStart(point.node, point.offset)
    const behind = firstWhere(pieces.length, (i) => probe.comparePoint(pieces[i]!.node, 0) >= 0)
    const next = pieces[behind]
    const last = pieces[behind - 1]
    return side === 'start' ? (next?.start ?? text.length) : (last?.end ?? 0)
  }
  const pointAt = (utf16: number, side: 'start' | 'end'): DomPoint => {
    // A start belongs to the piece that goes on behind it, an end to the piece that came before it.
    const at = firstWhere(pieces.length, (i) => (side === 'start' ? pieces[i]!.end > utf16 : pieces[i]!.end >= utf16))
    const piece = pieces[Math.min(at, pieces.length - 1)]
    if (!piece) return { node: root, offset: 0 }
    const into = Math.min(Math.max(utf16 - piece.start, 0), piece.end - piece.start)
    if (piece.node instanceof Text) return { node: piece.node, offset: into }
    const parent = piece.node.parentNode ?? root
    return { node: parent, offset: Array.prototype.indexOf.call(parent.childNodes, piece.node) + into }
  }
  const boundaries = ({ start, end }: Span) => {
    const from = pointAt(index.toUtf16(clamp(start)), 'start')
    const to = pointAt(index.toUtf16(clamp(end)), 'end')
    return { startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset }
  }
  const clamp = (codePoint: number) => Math.min(Math.max(codePoint, 0), index.length)

  return {
    root,
    text,
    index,
    get blocks() {
      return blocks
    },
    codePointAt: (point) => index.toCodePoint(utf16At(point, 'start')),
    spanOf(range) {
      const start = utf16At({ node: range.startContainer, offset: range.startOffset }, 'start')
      const end = utf16At({ node: range.endContainer, offset: range.endOffset }, 'end')
      return start < end ? { start: index.toCodePoint(start), end: index.toCodePoint(end) } : null
    },
    staticRangeOf: (span) => new StaticRange(boundaries(span)),
    rangeOf(span) {
      const { startContainer, startOffset, endContainer, endOffset } = boundaries(span)
      const range = document.createRange()
      range.setStart(startContainer, startOffset)
      range.setEnd(endContainer, endOffset)
      return range
    },
    blockOf(codePoint) {
      const utf16 = index.toUtf16(clamp(codePoint))
      return blocks[Math.min(firstWhere(blocks.length, (i) => blocks[i]!.end >= utf16), blocks.length - 1)] ?? null
    },
    blocksOver(span) {
      const [start, end] = [index.toUtf16(clamp(span.start)), index.toUtf16(clamp(span.end))]
      const first = firstWhere(blocks.length, (i) => blocks[i]!.end > start)
      return { first, last: Math.max(first, firstWhere(blocks.length, (i) => blocks[i]!.start >= end)) }
    },
    refresh() {
      ;({ pieces, blocks } = readPieces(root))
      pieceOf = new Map(pieces.map((piece) => [piece.node as Node, piece]))
    },
  }
}

function readPieces(root: HTMLElement) {
  const pieces: Piece[] = []
  const blocks: Block[] = []
  const parts: string[] = []
  let at = 0
  for (const element of root.querySelectorAll<HTMLElement>('[data-block]')) {
    if (blocks.length > 0) {
      parts.push('\n')
      at += 1
    }
    const start = at
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node instanceof Text ? node.data : node.nodeName === 'BR' ? '\n' : ''
      if (words === '') continue
      pieces.push({ node: node as Piece['node'], start: at, end: at + words.length })
      parts.push(words)
      at += words.length
    }
    blocks.push({ element, start, end: at })
  }
  return { pieces, blocks, text: parts.join('') }
}
