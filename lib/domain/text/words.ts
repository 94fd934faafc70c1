import type { Utf16Range } from './blocks'
import { segmenter } from './segmenter'

/**
 * The words of one short text, in UTF-16 units; spaces and punctuation between them are left out. Chinese is cut by the
 * platform's dictionary: '記者引述官員' gives 記者, 引述, 官員. Meant for one block (`blocks.ts`), not for an article.
 */
export function wordsIn(text: string, language: string | null): Utf16Range[] {
  const words: Utf16Range[] = []
  for (const { index, segment, isWordLike } of segmenter(language, 'word').segment(text)) {
    if (isWordLike) words.push({ start: index, end: index + segment.length })
  }
  return words
}
