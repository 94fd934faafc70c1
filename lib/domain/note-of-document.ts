import type { NoteDocument } from './note'
import type { ArticleDocument, BlockNode, InlineNode, ListItemNode } from './text/document'

type Block = NoteDocument['content'][number]
type Paragraph = Extract<Block, { type: 'paragraph' }>
type Item = Extract<Block, { type: 'bulletList' }>['content'][number]

/**
 * A text of any make as a note, which has only paragraphs and flat lists: every word and link is kept, headings become
 * bold, quotes plain paragraphs, the numbers of a list words, and a picture a link to it. Null where no word is left.
 */
export function noteOfDocument({ content }: ArticleDocument): NoteDocument | null {
  const blocks = content.flatMap(blocksOf)
  return blocks.length > 0 ? { type: 'doc', content: blocks } : null
}

function blocksOf(block: BlockNode): Block[] {
  if (block.type === 'bulletList' || block.type === 'orderedList') {
    const items = itemsOf(block)
    return items.length > 0 ? [{ type: 'bulletList', content: items }] : []
  }
  return block.type === 'blockquote' ? block.content.flatMap(blocksOf) : paragraphsOf(block)
}

function paragraphsOf(block: BlockNode): Paragraph[] {
  if (block.type === 'paragraph') return paragraph(block.content ?? [])
  if (block.type === 'heading') return paragraph((block.content ?? []).map(bold))
  if (block.type !== 'figure') return []
  const { src, alt } = block.attrs
  const words = alt.trim() || src
  const picture: InlineNode[] = words ? [{ type: 'text', text: words, ...(src && { marks: [{ type: 'link', attrs: { href: src } }] }) }] : []
  return [...paragraph(picture), ...paragraph(block.content ?? [])]
}

const paragraph = (content: InlineNode[]): Paragraph[] => (content.length > 0 ? [{ type: 'paragraph', content }] : [])

function bold(node: InlineNode): InlineNode {
  if (node.type !== 'text' || node.marks?.some(({ type }) => type === 'bold')) return node
  return { ...node, marks: [...(node.marks ?? []), { type: 'bold' }] }
}

/** Lists inside lists become items of the outer one. */
function itemsOf(list: Extract<BlockNode, { type: 'bulletList' | 'orderedList' }>): Item[] {
  return list.content.flatMap((item, index) => {
    const number = list.type === 'orderedList' ? `${list.attrs.start + index}. ` : ''
    return partsOf(item, number)
  })
}

function partsOf(item: ListItemNode, number: string): Item[] {
  const found: Item[] = []
  let own: Paragraph[] = []
  const flush = () => {
    if (own.length > 0) found.push({ type: 'listItem', content: own })
    own = []
  }
  for (const block of item.content.flatMap((each) => (each.type === 'blockquote' ? each.content : [each]))) {
    if (block.type === 'bulletList' || block.type === 'orderedList') {
      flush()
      found.push(...itemsOf(block))
    } else own.push(...paragraphsOf(block))
  }
  flush()
  const first = found[0]?.content[0]
  if (first && number !== '') first.content = [{ type: 'text', text: number }, ...(first.content ?? [])]
  return found
}
