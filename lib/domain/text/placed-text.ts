import { inlineText } from './canonical-text'
import type { ArticleDocument, BlockNode } from './document'

/**
 * The words of a document with a line for every block that can hold words, empty ones too, and where a ProseMirror
 * position stands in them. UTF-16 on both sides: inside a block ProseMirror counts as a string does.
 */
export type PlacedText = {
  text: string
  /**
   * The place of a position. Between two blocks there are two: the end of the one before and the beginning of the one
   * after. Outside the document the nearest.
   */
  placeOf(position: number, side: 'before' | 'after'): number
}

/** Walks the document once; then each place is found in O(log blocks). */
export function placedText(document: ArticleDocument): PlacedText {
  const blocks: { position: number; start: number; length: number }[] = []
  const lines: string[] = []
  let start = 0
  walk(document.content, 0, (position, line) => {
    blocks.push({ position, start, length: line.length })
    lines.push(line)
    start += line.length + 1
  })
  return {
    text: lines.join('\n'),
    placeOf(position, side) {
      let [low, high] = [0, blocks.length]
      while (low < high) {
        const half = (low + high) >>> 1
        if (blocks[half]!.position <= position) low = half + 1
        else high = half
      }
      const [block, after] = [blocks[low - 1], blocks[low]]
      if (!block) return 0
      const inside = position - block.position
      if (inside <= block.length) return block.start + inside
      return side === 'after' && after ? after.start : block.start + block.length
    },
  }
}

/** Tells of each block with words, in order, at which position its content begins; answers with the position behind all. */
function walk(nodes: readonly BlockNode[], from: number, tell: (position: number, line: string) => void): number {
  let position = from
  for (const node of nodes) {
    // A node costs one position to enter and one to leave; a leaf, one in all.
    if (node.type === 'horizontalRule') position += 1
    else if (node.type === 'bulletList' || node.type === 'orderedList') {
      position += 1
      for (const item of node.content) position = walk(item.content, position + 1, tell) + 1
      position += 1
    } else if (node.type === 'blockquote') position = walk(node.content, position + 1, tell) + 1
    else {
      const line = inlineText(node.content)
      tell(position + 1, line)
      position += line.length + 2
    }
  }
  return position
}
