import { codePointIndex } from '../text/code-points'
import { segmenter } from '../text/segmenter'
import { sentencesOf } from '../text/sentences'

/** A stretch of the text in UTF-16 units. */
export type WebannoToken = { begin: number; end: number }
export type WebannoSentence = WebannoToken & { tokens: WebannoToken[] }

/**
 * The sentences of a text and their tokens, in UTF-16 units. A token is a word or a sign by the platform's segmentation,
 * which knows Chinese words; space is in none, and a sentence begins with its first token and ends with its last.
 */
export function* webannoSentences(text: string, language: string | null): Generator<WebannoSentence> {
  const index = codePointIndex(text)
  for (const sentence of sentencesOf(text, language)) {
    const [from, to] = [index.toUtf16(sentence.start), index.toUtf16(sentence.end)]
    const tokens: WebannoToken[] = []
    for (const { segment, index: at } of segmenter(language, 'word').segment(text.slice(from, to))) {
      for (const words of segment.matchAll(/\S+/g)) {
        const begin = from + at + words.index
        tokens.push({ begin, end: begin + words[0].length })
      }
    }
    const [first, last] = [tokens[0], tokens.at(-1)]
    if (first && last) yield { begin: first.begin, end: last.end, tokens }
  }
}
