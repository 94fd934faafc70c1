import type { Language } from './source-text'

/**
 * A text as a row of pieces, each of which knows where it comes from: the truth that an edit carries along. A piece is
 * a word with nothing around it, a Chinese character, or a stretch of space or punctuation.
 */
export type Piece = {
  text: string
  /** Where it stood in the old text, in UTF-16 units; -1 for what was put in. */
  origin: number
  /** For what took the place of an old piece: where that one stood. */
  insteadOf: number
  /** Cut and pasted elsewhere. */
  moved: boolean
}

export const piece = (text: string, origin = -1, insteadOf = -1): Piece => ({ text, origin, insteadOf, moved: false })

const cuts = { en: /[\p{L}\p{N}_'-]+|[^\p{L}\p{N}_'-]/gu, zh: /[\s\S]/gu } as const

export function piecesOf(text: string, language: Language): Piece[] {
  return Array.from(text.matchAll(cuts[language]), (match) => piece(match[0], match.index))
}

export const isWord = ({ text }: Piece) => /[\p{L}\p{N}]/u.test(text)

export const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')

/** Sentences with the space behind them; every piece belongs to exactly one. */
export function sentencesOf(pieces: readonly Piece[]): Piece[][] {
  const sentences: Piece[][] = [[]]
  pieces.forEach((one, i) => {
    sentences.at(-1)!.push(one)
    const ends = /^[.!?。！？．]$/.test(one.text) && (pieces[i + 1]?.text === ' ' || /[。！？．]/.test(one.text))
    const spaceAfter = one.text === ' ' && /^[.!?]$/.test(pieces[i - 1]?.text ?? '')
    if ((ends && pieces[i + 1]?.text !== ' ') || spaceAfter) sentences.push([])
  })
  return sentences.filter((sentence) => sentence.length > 0)
}
