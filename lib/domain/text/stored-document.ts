import type { ArticleDocument, BlockNode, InlineNode } from './document'
import { tidyDocument } from './tidy-document'

/**
 * A document in the one form that is stored: paragraphs parted at double line breaks, then tidied. Its canonical text is
 * what offsets of the revision made of it count in.
 */
export function storedDocument(document: ArticleDocument): ArticleDocument {
  return tidyDocument({ ...document, content: document.content.flatMap(partAtDoubleBreaks) })
}

/** Old HTML parts paragraphs by two line breaks. */
function partAtDoubleBreaks(block: BlockNode): BlockNode[] {
  if (block.type !== 'paragraph') return [block]
  const parts: InlineNode[][] = [[]]
  let breaks: InlineNode[] = []
  for (const node of block.content ?? []) {
    const nothing = node.type === 'hardBreak' || (breaks.length > 0 && /^[ \t]+$/.test(node.text))
    if (nothing) {
      breaks.push(node)
      continue
    }
    if (breaks.filter(({ type }) => type === 'hardBreak').length > 1) parts.push([])
    else parts.at(-1)!.push(...breaks)
    parts.at(-1)!.push(node)
    breaks = []
  }
  return parts.map((content) => ({ type: 'paragraph', content }))
}
