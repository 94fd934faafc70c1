import { isWord, piece, piecesOf, sentencesOf, textOf, type Piece } from './pieces'
import type { Chance } from './random'
import type { Language } from './source-text'

/** How much an edit does, as shares: of words (characters in Chinese), of sentences, of paragraphs. */
export type Rates = {
  touched: number
  sentencesDeleted: number
  sentencesMoved: number
  sentencesReplaced: number
  deleted: number
  moved: number
  copied: number
  split: number
  joined: number
}

/** 5 % of Chinese characters or 10 % of English words touched, 3 % of paragraphs deleted, 10 % moved, 3 % copied. */
export const ordinaryEdit = (language: Language): Rates => ({
  touched: language === 'zh' ? 0.05 : 0.1,
  sentencesDeleted: 0.01,
  sentencesMoved: 0.01,
  sentencesReplaced: 0.005,
  deleted: 0.03,
  moved: 0.1,
  copied: 0.03,
  split: 0.02,
  joined: 0.02,
})

/** Sentences said again elsewhere in the old text: quotes that cannot be told apart by their words alone. */
export function withRepeats(text: string, language: Language, share: number, random: Chance): string {
  const lines = text.split('\n').map((line) => sentencesOf(piecesOf(line, language)).map(textOf))
  const all = lines.flat().filter((sentence) => sentence.length > 8)
  const between = language === 'en' ? ' ' : ''
  for (let i = 0; i < all.length * share; i += 1) {
    const line = random.pick(lines)
    line.splice(random.below(line.length + 1), 0, random.pick(all).trim() + between)
  }
  return lines
    .map((line) => line.map((s, i) => (i < line.length - 1 && language === 'en' ? `${s.trimEnd()} ` : s)).join(''))
    .join('\n')
}

/** The edited text as pieces that know where they come from. */
export function edit(before: string, language: Language, rates: Rates, random: Chance): Piece[] {
  const words = piecesOf(before, language)
    .filter(isWord)
    .map(({ text }) => text)
  let at = 0
  let paragraphs = before.split('\n').map((line) => {
    const pieces = piecesOf(line, language).map((one) => ({ ...one, origin: one.origin + at }))
    at += line.length + 1
    return pieces
  })
  const doomed = paragraphs.map(() => random.happens(rates.deleted))
  const copies = paragraphs.filter((_, i) => !doomed[i] && random.happens(rates.copied)).map((pieces) => copyOf(pieces))
  paragraphs = paragraphs.filter((_, i) => !doomed[i])

  const loose: Piece[][] = []
  paragraphs = paragraphs.map((pieces) => {
    const sentences = sentencesOf(pieces)
    if (sentences.length < 3) return touch(pieces, rates.touched)
    const kept = sentences.flatMap((sentence) => {
      if (random.happens(rates.sentencesDeleted)) return []
      if (sentence.length > 10 && random.happens(rates.sentencesMoved)) {
        loose.push(sentence.map((one) => ({ ...one, moved: true })))
        return []
      }
      return [random.happens(rates.sentencesReplaced) ? invented(sentence) : sentence]
    })
    return touch(kept.flat(), rates.touched)
  })
  for (const sentence of loose) {
    const i = random.below(paragraphs.length)
    const sentences = sentencesOf(paragraphs[i]!)
    sentences.splice(random.below(sentences.length), 0, spaced(sentence))
    paragraphs[i] = sentences.flat()
  }
  for (const copy of copies) paragraphs.splice(random.below(paragraphs.length + 1), 0, copy)
  return reshaped(reordered(paragraphs))

  /** The same paragraph again with three times the changes: it must not win over the original. */
  function copyOf(pieces: Piece[]): Piece[] {
    return touch(
      pieces.map(({ text }) => piece(text)),
      3 * rates.touched,
    )
  }

  function touch(pieces: Piece[], share: number): Piece[] {
    return pieces.flatMap((one) => {
      if (!isWord(one) || !random.happens(share)) return [one]
      const kind = random.next()
      if (kind < 0.5) return [piece(random.pick(words), -1, one.origin)]
      if (kind < 0.75) return []
      return language === 'en' ? [one, piece(' '), piece(random.pick(words))] : [one, piece(random.pick(words))]
    })
  }

  function invented(sentence: Piece[]): Piece[] {
    return sentence.map((one) => piece(isWord(one) ? random.pick(words) : one.text))
  }

  function spaced(sentence: Piece[]): Piece[] {
    return language === 'zh' || sentence.at(-1)?.text === ' ' ? sentence : [...sentence, piece(' ')]
  }

  function reordered(all: Piece[][]): Piece[][] {
    const cut = all.map((pieces) => pieces.length > 0 && random.happens(rates.moved))
    const kept = all.filter((_, i) => !cut[i])
    for (const pieces of all.filter((_, i) => cut[i])) {
      kept.splice(
        random.below(kept.length + 1),
        0,
        pieces.map((one) => ({ ...one, moved: true })),
      )
    }
    return kept
  }

  /** Splits and joins paragraphs and sets the line breaks. */
  function reshaped(all: Piece[][]): Piece[] {
    return all.flatMap((pieces, i) => {
      const sentences = sentencesOf(pieces)
      const cut = sentences.length > 3 && random.happens(rates.split) ? 1 + random.below(sentences.length - 1) : 0
      const body = cut ? [...sentences.slice(0, cut).flat(), piece('\n'), ...sentences.slice(cut).flat()] : pieces
      if (i === all.length - 1) return body
      return [...body, piece(random.happens(rates.joined) ? (language === 'en' ? ' ' : '') : '\n')]
    })
  }
}
