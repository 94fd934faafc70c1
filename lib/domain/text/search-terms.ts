import { searchable } from './search-grams'

/** More words than anybody types; the rest would only make the search slow. */
const termLimit = 10

const quotes = '"“”„«»「」『』'
const phrase = new RegExp(`[${quotes}]([^${quotes}]+)[${quotes}]`, 'gu')

/**
 * What must occur in a text for a search to find it, each once, at most ten: words, and what stands in quotation marks of
 * any kind as one, as `searchable` has it. `ferry "old pier"` gives `old pier` and `ferry`; a mark without its pair is dropped.
 */
export function searchTerms(q: string): string[] {
  // U+0000 cannot be in a text of the database, hence in no article either.
  const plain = q.replaceAll('\0', ' ')
  const phrases = Array.from(plain.matchAll(phrase), ([, words]) => words!.trim().replace(/\s+/gu, ' '))
  const words = plain.replace(phrase, ' ').replace(new RegExp(`[${quotes}]`, 'gu'), ' ').split(/\s+/u)
  return [...new Set([...phrases, ...words].map(searchable).filter(Boolean))].slice(0, termLimit)
}
