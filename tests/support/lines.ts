import type { Page } from '@playwright/test'
import { canonicalText, textOf } from './reading'

/** A word of the text on the screen, and the line it stands on, in UTF-16 units of the canonical text and in pixels. */
export type Line = { at: number; end: number; lineStart: number; lineEnd: number; x: number; y: number; left: number; right: number }

/** Where a word is, and from where to where its line goes as it is broken on the screen. */
export async function lineOf(page: Page, word: string): Promise<Line> {
  const before = (await canonicalText(page)).indexOf(word)
  if (before < 0) throw new Error(`Not in the text: ${word}`)
  return textOf(page).evaluate((root, { at, length }) => {
    let start = 0
    for (const block of root.querySelectorAll('[data-block]')) {
      const words = block.textContent ?? ''
      if (at >= start && at < start + words.length) {
        const boxOf = (offset: number) => {
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
          let passed = start
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const size = node.textContent?.length ?? 0
            if (offset < passed + size) {
              const range = document.createRange()
              range.setStart(node, offset - passed)
              range.setEnd(node, offset - passed + 1)
              return range.getBoundingClientRect()
            }
            passed += size
          }
          throw new Error(`No letter ${offset}`)
        }
        const own = boxOf(at)
        const y = (own.top + own.bottom) / 2
        const onLine = (offset: number) => boxOf(offset).top < y && boxOf(offset).bottom > y
        let [lineStart, lineEnd] = [at, at + 1]
        while (lineStart > start && onLine(lineStart - 1)) lineStart -= 1
        while (lineEnd < start + words.length && onLine(lineEnd)) lineEnd += 1
        const column = root.getBoundingClientRect()
        return { at, end: at + length, lineStart, lineEnd, x: own.left + 2, y, left: column.left, right: column.right }
      }
      start += words.length + 1
    }
    throw new Error(`No block at ${at}`)
  }, { at: before, length: word.length })
}
