import search from 'approx-string-match'
import type { Answer } from './score'

/** What is known of a passage when only its words were kept. */
export type Description = { quote: string; prefix: string; suffix: string; position: number }

/**
 * The way the Hypothesis client finds a quote again, as the measure to beat: every exact occurrence, or else every
 * place within half the quote's length of edits; among those the best by quote (50), prefix and suffix (20 each) and
 * distance from where it was (2).
 */
export function searchQuote(text: string, { quote, prefix, suffix, position }: Description): Answer {
  const places = occurrences(text, quote, Math.min(256, quote.length / 2))
  let best: Answer = null
  let bestScore = -1
  for (const { start, end, errors } of places) {
    const total =
      50 * (1 - errors / quote.length) +
      20 * likeness(text.slice(Math.max(0, start - prefix.length), start), prefix) +
      20 * likeness(text.slice(end, end + suffix.length), suffix) +
      2 * (1 - Math.abs(start - position) / text.length)
    if (total > bestScore) [best, bestScore] = [{ start, end }, total]
  }
  return best
}

function occurrences(text: string, words: string, mostErrors: number) {
  const found = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    found.push({ start: at, end: at + words.length, errors: 0 })
  }
  return found.length > 0 ? found : search(text, words, mostErrors)
}

function likeness(text: string, words: string): number {
  if (words === '') return 1
  if (text === '') return 0
  return 1 - occurrences(text, words, words.length)[0]!.errors / words.length
}
