import type { ArticleDocument, BlockNode, InlineNode, ListItemNode } from './document'
import { sameMark } from './html'

/**
 * A document without what says nothing: blank paragraphs, headings, items, lists and quotes, pictures with neither file
 * nor words, hard breaks and spaces at the ends of a block; neighbouring text of equal marks is joined. Words are never
 * changed. The same document in two editors' forms becomes the same JSON, so an edit that changes nothing can be seen.
 * A document of nothing comes out with no blocks.
 */
export function tidyDocument(document: ArticleDocument): ArticleDocument {
  return { type: 'doc', content: document.content.flatMap(tidyBlock) }
}

/** Whether a text shows nothing at all: white space, and characters without a shape of their own. */
export const isBlank = (text: string): boolean => /^[\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]*$/u.test(text)

function tidyBlock(block: BlockNode): BlockNode[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const content = tidyInline(block.content)
      return content.length === 0 ? [] : [{ ...block, content }]
    }
    case 'figure': {
      const content = tidyInline(block.content)
      const alt = isBlank(block.attrs.alt) ? '' : block.attrs.alt.trim()
      if (block.attrs.src === null && alt === '' && content.length === 0) return []
      return [{ type: 'figure', attrs: { src: block.attrs.src, alt }, ...(content.length > 0 && { content }) }]
    }
    case 'bulletList':
    case 'orderedList': {
      const content = block.content.flatMap(tidyItem)
      return content.length === 0 ? [] : [{ ...block, content }]
    }
    case 'blockquote': {
      const content = block.content.flatMap(tidyBlock)
      return content.length === 0 ? [] : [{ ...block, content }]
    }
    case 'horizontalRule':
      return [block]
  }
}

/** An item begins with a paragraph, an empty one where it holds only something else. */
function tidyItem(item: ListItemNode): ListItemNode[] {
  const content = item.content.flatMap(tidyBlock)
  if (content.length === 0) return []
  return [{ type: 'listItem', content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content] }]
}

function tidyInline(content: readonly InlineNode[] = []): InlineNode[] {
  const joined: InlineNode[] = []
  for (const node of content) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text' && sameMarks(node.marks, last.marks)) {
      joined[joined.length - 1] = { ...last, text: last.text + node.text }
    } else joined.push(node.type === 'text' ? withoutEmptyMarks(node) : node)
  }
  return trimEnds(joined)
}

type TextNode = Extract<InlineNode, { type: 'text' }>
const withoutEmptyMarks = ({ marks, text }: TextNode): TextNode => ({
  type: 'text',
  text,
  ...(marks && marks.length > 0 && { marks }),
})

const sameMarks = (a: TextNode['marks'] = [], b: TextNode['marks'] = []) =>
  a.length === b.length && a.every((mark, i) => sameMark(mark, b[i]!))

const saysNothing = (node: InlineNode | undefined) => node !== undefined && (node.type === 'hardBreak' || isBlank(node.text))

/** Takes hard breaks and blank text off both ends, and ASCII spaces off what then begins and ends the block. */
function trimEnds(nodes: InlineNode[]): InlineNode[] {
  let [from, to] = [0, nodes.length]
  while (from < to && saysNothing(nodes[from])) from += 1
  while (to > from && saysNothing(nodes[to - 1])) to -= 1
  const kept = nodes.slice(from, to)
  const change = (at: number, trimmed: (text: string) => string) => {
    const node = kept[at]
    if (node?.type === 'text') kept[at] = { ...node, text: trimmed(node.text) }
  }
  change(0, (text) => text.replace(/^[ \t\f]+/, ''))
  change(kept.length - 1, withoutSpacesAtEnd)
  return kept
}

/** Not by a pattern: one that is tied to the end tries every space of a long run within the text as its beginning. */
function withoutSpacesAtEnd(text: string): string {
  let end = text.length
  while (end > 0 && ' \t\f'.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
