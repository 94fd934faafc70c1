import 'server-only'
import type { BlockNode } from '@/lib/domain/text/document'
import { isCjk, type PdfLine } from './pdf-lines'

type Part = { text: string; size: number; page: number; left: number; bullet: boolean }

/**
 * Lines as blocks: what is set larger than most letters is a heading, by size; of the others a new paragraph begins after
 * a wider space, with an indent, after a line that ends early, and with a bullet. Words parted at a line's end are joined.
 * The largest heading of the first page is the title and stands apart.
 */
export function pdfBlocks(lines: readonly PdfLine[]): { title: string; blocks: BlockNode[] } {
  const body = bodySize(lines)
  const leading = usual(lines.flatMap((line, i) => gapAbove(lines[i - 1], line, body) ?? [])) || body * 1.2
  const left = usual(lines.filter(({ size }) => size < body * 1.15).map((line) => line.left))
  const right = Math.max(...lines.filter(({ size }) => size < body * 1.15).map((line) => line.right), 0)
  const parts: Part[] = []
  lines.forEach((line, i) => {
    const [before, open] = [lines[i - 1], parts.at(-1)]
    const bullet = bullets.test(line.text)
    const text = line.text.replace(bullets, '')
    // An item goes on under its words, not under its bullet.
    const item = open?.bullet === true && line.page === open.page && line.left < open.left + body * 0.3
    if (before && open && !bullet && !item && continues(before, line, { body, leading, left, right })) open.text = joined(open.text, text)
    else parts.push({ text, size: line.size, page: line.page, left: line.left, bullet })
  })
  const isHeading = ({ size, text }: Part) => size > body * 1.12 && text.length < 300
  const sizes = [...new Set(parts.filter(isHeading).map(({ size }) => Math.round(size)))].sort((a, b) => b - a)
  const largest = parts.find((part) => isHeading(part) && part.page === 0 && Math.round(part.size) === sizes[0])
  const rest = parts.filter((part) => part !== largest)
  const levels = sizes.filter((size) => rest.some((part) => isHeading(part) && Math.round(part.size) === size))
  const blocks = rest.flatMap((part, i): BlockNode[] => {
    const content = [{ type: 'text' as const, text: part.text }]
    if (isHeading(part)) return [{ type: 'heading', attrs: { level: levelOf(levels.indexOf(Math.round(part.size))) }, content }]
    if (!part.bullet) return [{ type: 'paragraph', content }]
    if (rest[i - 1]?.bullet) return []
    const until = rest.findIndex((other, j) => j > i && !other.bullet)
    const items = rest.slice(i, until < 0 ? undefined : until)
    return [{
      type: 'bulletList',
      content: items.map(({ text }) => ({ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })),
    }]
  })
  return { title: largest?.text ?? '', blocks }
}

type Page = { body: number; leading: number; left: number; right: number }

function continues(before: PdfLine, line: PdfLine, { body, leading, left, right }: Page): boolean {
  if (Math.abs(before.size - line.size) > 0.08 * Math.max(before.size, line.size)) return false
  const heading = line.size > body * 1.12
  const short = before.right < right - (right - left) * 0.15
  const over = sentenceEnd.test(before.text)
  const down = before.y - line.y
  if (before.page !== line.page || down < 0) return !heading && !(over && (short || line.left > left + body * 0.8)) && !over
  if (down > Math.max(leading, line.size * 1.2) * 1.4) return false
  if (heading) return true
  const indented = line.left > before.left + body * 0.8 && line.left < before.left + body * 6
  return !indented && !(short && over && before.right < Math.max(line.right, right * 0.8))
}

/** `a` and `b` as one text; a word parted by a hyphen is whole again, and Chinese has no space. */
function joined(a: string, b: string): string {
  if (/\p{L}[-\u00ad\u2010]$/u.test(a) && /^\p{Ll}/u.test(b)) return a.slice(0, -1) + b
  return isCjk([...a].at(-1) ?? '') && isCjk([...b][0] ?? '') ? a + b : `${a} ${b}`
}

/** The size that most letters are set in. */
function bodySize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) letters.set(Math.round(size * 2) / 2, (letters.get(Math.round(size * 2) / 2) ?? 0) + text.length)
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}

const gapAbove = (before: PdfLine | undefined, line: PdfLine, body: number) =>
  before && before.page === line.page && before.y > line.y && Math.abs(line.size - body) < 1 && Math.abs(before.size - body) < 1
    ? before.y - line.y
    : null

/** The most frequent value, to half a point. */
function usual(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(Math.round(value * 2) / 2, (counts.get(Math.round(value * 2) / 2) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0
}

const levelOf = (index: number) => (index <= 0 ? 2 : index === 1 ? 3 : 4)
const bullets = /^[•◦▪‣●■–]\s+/
const sentenceEnd = /[.!?…:。！？」』：][”"’')）]?$/
