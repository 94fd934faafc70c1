import type { Span } from '../text/span'

/** A run of text that is marked throughout in the same way: in the student's work, in the key, in both or in none. */
export type MarkedRun = { text: string; own: boolean; key: boolean }

/** A canonical text by paragraphs, each as runs, with what a student and the key marked. Spans count code points. */
export function markedParagraphs(text: string, own: readonly Span[], key: readonly Span[]): MarkedRun[][] {
  const characters = [...text]
  const inside = (spans: readonly Span[]) => {
    const marks = new Uint8Array(characters.length)
    for (const { start, end } of spans) marks.fill(1, start, end)
    return marks
  }
  const [ofOwn, ofKey] = [inside(own), inside(key)]
  const paragraphs: MarkedRun[][] = [[]]
  for (const [at, character] of characters.entries()) {
    if (character === '\n') {
      paragraphs.push([])
      continue
    }
    const runs = paragraphs.at(-1)!
    const last = runs.at(-1)
    const [isOwn, isKey] = [ofOwn[at] === 1, ofKey[at] === 1]
    if (last && last.own === isOwn && last.key === isKey) last.text += character
    else runs.push({ text: character, own: isOwn, key: isKey })
  }
  return paragraphs.filter((runs) => runs.length > 0)
}
