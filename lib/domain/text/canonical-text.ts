import type { ArticleDocument, BlockNode, InlineNode } from './document'

/**
 * The text every offset counts in: the text of a document's blocks in reading order, one `\n` between blocks and none at
 * the ends, a hard break as `\n`, pictures as nothing (their captions are blocks). List items and quotes contribute their
 * paragraphs. A block without any character contributes nothing, not even a line. The characters are those that came:
 * no normalisation. Heading "A" over a list of "b" and "c" gives 'A\nb\nc'.
 */
export function canonicalText(document: ArticleDocument): string {
  return document.content.flatMap(textsOf).join('\n')
}

/** The characters of one block's content; '' means that the block contributes nothing. */
export function inlineText(content: readonly InlineNode[] | undefined): string {
  return (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('')
}

function textsOf(block: BlockNode): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'figure': {
      const text = inlineText(block.content)
      return text === '' ? [] : [text]
    }
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(textsOf))
    case 'blockquote':
      return block.content.flatMap(textsOf)
    case 'horizontalRule':
      return []
  }
}
