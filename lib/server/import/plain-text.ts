import 'server-only'
import type { ArticleDocument, BlockNode, InlineNode } from '@/lib/domain/text/document'
import { webAddress } from '@/lib/domain/web-address'
import { usesLinesAsParagraphs } from './line-paragraphs'

/**
 * Plain text as a document: paragraphs are parted by blank lines and a single line end is a hard break; in a text
 * without any blank line every line is a paragraph. A line that is a picture in Markdown, as content platforms leave it,
 * becomes a figure. Nothing else is interpreted.
 */
export function parsePlainText(source: string): ArticleDocument {
  const text = source.replace(/\r\n?/g, '\n')
  const parts = usesLinesAsParagraphs(text) ? text.split('\n') : text.split(/\n[^\S\n\u3000]*\n\s*?(?=\S|\u3000|$)/)
  return { type: 'doc', content: parts.flatMap(blocksOf) }
}

function blocksOf(part: string): BlockNode[] {
  const blocks: BlockNode[] = []
  let lines: InlineNode[] = []
  const flush = () => {
    if (lines.length > 0) blocks.push({ type: 'paragraph', content: lines })
    lines = []
  }
  for (const line of part.split('\n')) {
    const picture = /^\s*!\[([^\]\n]*)\]\(\s*(?:([^\s)]+)\s*)?\)\s*$/.exec(line)
    if (picture) {
      flush()
      const address = webAddress.safeParse(picture[2])
      blocks.push({ type: 'figure', attrs: { src: address.success ? address.data : null, alt: (picture[1] ?? '').slice(0, 500) } })
      continue
    }
    if (lines.length > 0) lines.push({ type: 'hardBreak' })
    if (line !== '') lines.push({ type: 'text', text: line })
  }
  flush()
  return blocks
}
