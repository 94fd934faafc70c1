import { searchable } from './search-grams'
import { segmenter } from './segmenter'

/** A piece of a text: whether a search found it. */
export type FoundPiece = { text: string; found: boolean }

/**
 * A text cut where a search found one of its `terms` (as `searchTerms` gives them): in whole graphemes, and as search
 * compares, so that full-width letters, other cases and other normal forms are found. `pieces('Ｆerry 渡輪', ['ferry'])` is
 * `[{ text: 'Ｆerry', found: true }, { text: ' 渡輪', found: false }]`.
 */
export function foundPieces(text: string, terms: readonly string[]): FoundPiece[] {
  if (text === '' || terms.length === 0) return text === '' ? [] : [{ text, found: false }]
  const graphemes = Array.from(segmenter(null, 'grapheme').segment(text), ({ segment }) => segment)
  let folded = ''
  /** Of each UTF-16 unit of the folded text, the grapheme that it came from. */
  const from: number[] = []
  for (const [at, grapheme] of graphemes.entries()) {
    const plain = sameSigma(searchable(grapheme))
    for (let unit = 0; unit < plain.length; unit += 1) from.push(at)
    folded += plain
  }
  const found = new Set<number>()
  for (const term of terms.map(sameSigma).filter(Boolean)) {
    for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length)) {
      for (let grapheme = from[at]!; grapheme <= from[at + term.length - 1]!; grapheme += 1) found.add(grapheme)
    }
  }
  const pieces: FoundPiece[] = []
  for (const [at, grapheme] of graphemes.entries()) {
    const last = pieces.at(-1)
    if (last && last.found === found.has(at)) last.text += grapheme
    else pieces.push({ text: grapheme, found: found.has(at) })
  }
  return pieces
}

/**
 * What is shown of a text in which a search found something: some 120 characters around the first place of it, or its
 * beginning where there is none.
 */
export function excerptAround(text: string, terms: readonly string[]): string {
  const line = text.replaceAll('\n', ' ')
  const [first, ...rest] = foundPieces(line, terms)
  const before = first && !first.found && rest.length > 0 ? [...first.text] : []
  const kept = before.length > 40 ? `…${before.slice(-30).join('').replace(/^\S{0,12}\s+/u, '')}` : before.join('')
  const characters = [...kept, ...[...line].slice(before.length)]
  if (characters.length <= 120) return characters.join('')
  const cut = characters.slice(0, 119).join('')
  return `${cut.replace(/\s+\S{0,20}$/u, '').trimEnd()}…`
}

/** What lower case makes of a sigma depends on what follows, which a grapheme alone does not know. */
const sameSigma = (text: string) => text.replaceAll('ς', 'σ')
