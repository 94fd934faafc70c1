import { segmenter } from './segmenter'

/**
 * A stretch in UTF-16 units, `start` inclusive, `end` exclusive: what `String.slice` and the browser's Range count in.
 * Never stored and never sent; `code-points.ts` makes a Span of it.
 */
export type Utf16Range = { start: number; end: number }

/**
 * The part of a text that has to be segmented to know what is around `index` (0..text.length, UTF-16): its paragraph
 * with the newline that ends it. `Intl.Segmenter` copies its whole input at every step in today's engines, so walking
 * 200,000 characters in one piece takes a minute and in paragraphs milliseconds.
 *
 * A paragraph of more than 1,024 units is worked through in blocks of about that size, cut behind the end of a sentence
 * where one is near, else behind a space or comma, else between two characters. The cuts depend on the paragraph alone,
 * never on `index`, so that stepping forth and back visits the same places.
 */
export function blockAround(text: string, index: number): Utf16Range {
  const paragraph = paragraphAround(text, index)
  if (paragraph.end - paragraph.start <= blockSize) return paragraph
  const line = Math.floor((Math.min(index, paragraph.end - 1) - paragraph.start) / blockSize)
  const cut = cutAfter(text, paragraph, line)
  if (index < cut) return { start: cutAfter(text, paragraph, line - 1), end: cut }
  const next = cutAfter(text, paragraph, line + 1)
  // At the very end of the text the block is the one that ends there, not the empty one behind it.
  return cut === next ? { start: cutAfter(text, paragraph, line - 1), end: cut } : { start: cut, end: next }
}

/** The blocks of a whole text in order, without gaps. An empty text has none. */
export function* blocksOf(text: string): Generator<Utf16Range> {
  for (let at = 0; at < text.length; ) {
    const block = blockAround(text, at)
    yield block
    at = block.end
  }
}

const blockSize = 1_024
/** How far behind its line a cut may move to find a better place. */
const reach = 512

function paragraphAround(text: string, index: number): Utf16Range {
  // At the end of a text that does not end in a newline the last paragraph is meant, not the nothing behind it.
  const from = index === text.length ? index - 1 : index
  if (from < 0) return { start: 0, end: 0 }
  const newline = text.indexOf('\n', from)
  return { start: from === 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1, end: newline < 0 ? text.length : newline + 1 }
}

function cutAfter(text: string, paragraph: Utf16Range, line: number): number {
  if (line <= 0) return paragraph.start
  const from = paragraph.start + line * blockSize
  if (from >= paragraph.end) return paragraph.end
  const ahead = text.slice(from, Math.min(from + reach, paragraph.end))
  const better = sentenceEnd.exec(ahead) ?? pause.exec(ahead)
  return better ? from + better.index + better[0].length : betweenCharacters(text, from, paragraph.end)
}

const sentenceEnd = /[。！？]+[」』”’）]*(?![」』”’）。！？，、\p{M}\u200d])|[.!?]+["”’)]*\s+(?=\p{Lu})/u
const pause = /[\s，、；](?![\s，、；\p{M}\u200d])/u

/** A place at or soon after `index` where no character is cut, for want of anything better to cut at. */
function betweenCharacters(text: string, index: number, end: number): number {
  const ahead = text.slice(index, Math.min(index + reach, end))
  const plain = ahead.search(betweenPlain)
  if (plain >= 0) return index + plain
  // The segmenter starts a little before, so that it is in step with the characters when it reaches the index.
  const from = Math.max(0, index - 64)
  const across = segmenter(null, 'grapheme').segment(text.slice(from, index + reach)).containing(index - from)
  return across === undefined || from + across.index === index ? index : from + across.index + across.segment.length
}

/** Between two characters that never join their neighbours: ASCII, ideographs, CJK punctuation, full-width forms. */
const plain = '[\\x20-\\x7e\\u3001-\\u3029\\u3400-\\u9fff\\uff01-\\uff5e]'
const betweenPlain = new RegExp(`(?<=${plain})${plain}`)
