import { blocksOf, type Utf16Range } from './blocks'
import { codePointIndex } from './code-points'
import { segmenter } from './segmenter'
import type { Span } from './span'

/**
 * The sentences of a whole text in code points, in order and without gaps: each code point belongs to exactly one, the
 * space or newline behind a sentence to that sentence. A newline always ends one; lines of nothing but space belong to
 * the sentence before. An empty text has none. Where sentences end otherwise: see `sentencesIn`.
 */
export function sentencesOf(text: string, language: string | null): Span[] {
  const index = codePointIndex(text)
  const ends: number[] = []
  for (const block of blocksOf(text)) {
    const words = text.slice(block.start, block.end)
    if (words.trim() === '' && ends.length > 0) ends[ends.length - 1] = block.end
    else for (const sentence of sentencesIn(words, language)) ends.push(block.start + sentence.end)
  }
  const cuts = ends.map(index.toCodePoint)
  return cuts.map((end, i) => ({ start: cuts[i - 1] ?? 0, end }))
}

/**
 * The sentences of one short text (a block), in UTF-16 units, without gaps. The platform's rules (Unicode Standard
 * Annex 29, section 5.1) decide, so English abbreviations and decimals are treated as `Intl.Segmenter` treats them,
 * with two corrections that Chinese needs: an opening mark belongs to the sentence it opens (the annex gives 「 in 。「
 * to the sentence before), and ； and …… end a sentence too. Closing marks 」』”’） stay with the sentence they close.
 */
export function sentencesIn(text: string, language: string | null): Utf16Range[] {
  const cuts = new Set<number>()
  const quotes = quotesBefore(text)
  for (const { index } of segmenter(language, 'sentence').segment(text)) cuts.add(beforeOpening(text, index, quotes))
  for (const stop of chineseStops(text)) cuts.add(beforeOpening(text, stop, quotes))
  const starts = [...cuts].filter((cut) => cut > 0 && cut < text.length).sort((a, b) => a - b)

  const sentences: Utf16Range[] = []
  let [start, looked] = [0, 0]
  for (const end of [...starts, text.length]) {
    // A piece without a letter or figure (a lone …… or 」) is no sentence; it joins what follows.
    const bare = !/[\p{L}\p{N}]/u.test(text.slice(looked, end))
    looked = end
    if (end < text.length && bare) continue
    if (end > start) sentences.push({ start, end })
    start = end
  }
  return sentences
}

/** Places behind ； and, in Chinese or Japanese surroundings, behind an ellipsis, where the platform sees no end. */
function chineseStops(text: string): number[] {
  return Array.from(text.matchAll(/[；…⋯]+[」』”’）》〉】〕"]*\s*/gu), (match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    const asian = match[0].includes('；') || cjk.test(text.slice(start - 1, start)) || cjk.test(text.slice(end, end + 1))
    return asian && !goesOn.test(text.slice(end, end + 1)) ? end : 0
  })
}

const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u301f\uff01-\uff60]/u
const goesOn = /[，、：。！？,:.!?」』”’）》〉】〕]/u

/**
 * Steps back over opening marks that stand directly before a cut; a straight quote opens when an even number precede
 * it.
 */
function beforeOpening(text: string, cut: number, quotes: (at: number) => number): number {
  let at = cut
  while (at > 0 && opens(text, at - 1, quotes)) at -= 1
  return at
}

function opens(text: string, at: number, quotes: (at: number) => number): boolean {
  const mark = text.charAt(at)
  return mark === '"' ? quotes(at) % 2 === 0 : /[\p{Ps}\p{Pi}]/u.test(mark)
}

/** How many straight quotes stand before a place: found once for a text, then by halving. */
function quotesBefore(text: string): (at: number) => number {
  const places: number[] = []
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) places.push(at)
  return (at) => {
    let [low, high] = [0, places.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (places[middle]! < at) low = middle + 1
      else high = middle
    }
    return low
  }
}
