import type { Paragraph } from './heat-table'

/** The paragraphs of a canonical text with their first words: places in code points, openings of at most 40 characters. */
export function paragraphsOf(text: string): Paragraph[] {
  let at = 0
  return text.split('\n').flatMap((line) => {
    const characters = [...line]
    const start = at
    at += characters.length + 1
    if (line.trim() === '') return []
    const opening = characters.length > 40 ? `${characters.slice(0, 40).join('').trimEnd()}…` : line
    return [{ start, end: start + characters.length, opening }]
  })
}
