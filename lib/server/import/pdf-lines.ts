import 'server-only'
import type { StructuredTextItem } from 'unpdf'
import { raised } from '@/lib/domain/text/raised-text'

/** A line of a page: its words, its place (points, from the lower left corner) and the size of its letters. */
export type PdfLine = { text: string; left: number; right: number; y: number; size: number; page: number }

/**
 * The lines of a document's pages, in the order in which the file writes them, which keeps columns apart. What stands at
 * the head or foot of most pages, and bare page numbers there, are left out.
 */
export function pdfLines(pages: readonly (readonly StructuredTextItem[])[]): PdfLine[] {
  const lines = pages.map((items, page) => linesOf(items, page))
  const running = runningLines(lines)
  return lines.flatMap((all) => {
    const edges = edgesOf(all)
    return all.filter((line) => !edges.includes(line) || !(running.has(shapeOf(line)) || pageNumber.test(line.text)))
  })
}

function linesOf(items: readonly StructuredTextItem[], page: number): PdfLine[] {
  const lines: PdfLine[] = []
  let line: PdfLine | null = null
  for (const { str, x, y, width, fontSize } of items) {
    const text = str.replace(/[\0\p{Surrogate}]/gu, '').replace(/\s+/g, ' ')
    if (text === '') continue
    const size = fontSize || 10
    // A note's number is set higher, and a large first letter lower, within one line.
    const same: boolean = line !== null && Math.abs(line.y - y) < 0.6 * Math.max(line.size, size) && x > line.right - size
    if (!line || !same) {
      if (text === ' ') continue
      line = { text, left: x, right: x + width, y, size, page }
      lines.push(line)
      continue
    }
    const gap = x - line.right > 0.18 * size && !line.text.endsWith(' ') && !text.startsWith(' ')
    // Smaller and higher: an exponent or a note's number, which must not go on the number before it.
    const words = size < 0.85 * line.size && y - line.y > 0.15 * line.size ? raised(text) : text
    line.text += (gap && !(isCjk(line.text.slice(-1)) && isCjk(text[0] ?? '')) ? ' ' : '') + words
    line.right = Math.max(line.right, x + width)
    if (text.length > line.text.length / 2) [line.size, line.y] = [size, y]
  }
  return lines.map((each) => ({ ...each, text: each.text.replace(/ +/g, ' ').trim() })).filter(({ text }) => text !== '')
}

/** The uppermost and the lowest lines of a page: two each, of a short page one. */
function edgesOf(lines: readonly PdfLine[]): PdfLine[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y)
  const few = lines.length < 8 ? 1 : 2
  return [...byHeight.slice(0, few), ...byHeight.slice(-few)]
}

/** What stands at the edge of more than half of the pages, whatever numbers it counts by. */
function runningLines(pages: readonly PdfLine[][]): Set<string> {
  const seen = new Map<string, number>()
  for (const page of pages) for (const shape of new Set(edgesOf(page).map(shapeOf))) seen.set(shape, (seen.get(shape) ?? 0) + 1)
  return new Set([...seen].filter(([, count]) => count > 1 && count > pages.length / 2).map(([shape]) => shape))
}

const shapeOf = ({ text }: PdfLine) => text.replace(/\d+/g, '#')
const pageNumber = /^(page |p\. ?|第 ?)?[-–—• ]*\d{1,4}[-–—• ]*( ?(\/|of) ?\d{1,4})?( ?[頁页])?$/i

/** Characters that are written without spaces between them. */
export const isCjk = (character: string) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u.test(character)
