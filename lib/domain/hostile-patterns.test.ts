import { expect, test } from 'vitest'
import { contentFormatOf, suggestedTitle } from './content-format'
import { evidenceOfCell } from './formats/evidence-cell'
import { guessFormat } from './formats/guess-format'
import { readNoteHtml } from './read-note-html'
import { tidyDocument } from './text/tidy-document'

const words = (text: string) => ({ type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }] })

// Each took from ten seconds to hours by a pattern that tried every place of a long run as its beginning.
test.each<[string, () => unknown, unknown]>([
  ['a long run of spaces within a paragraph', () => tidyDocument(words(`a${' '.repeat(1_000_000)}b `)), words(`a${' '.repeat(1_000_000)}b`)],
  ['items that never end', () => readNoteHtml(`<ul>${'<li>'.repeat(250_000)}</ul>`), null],
  ['paragraphs of an item that never end', () => readNoteHtml(`<ul><li>${'<p>'.repeat(250_000)}</li></ul>`), null],
  ['a link whose line holds a separator', () => evidenceOfCell(`${'a'.repeat(300_000)}\u2028b`).length, 1],
  ['an object and line ends', () => guessFormat('x', `{}${'\n'.repeat(19_000)}x`), 'w3c'],
  ['opening brackets', () => contentFormatOf('['.repeat(50_000)), 'text'],
  ['opening headings', () => suggestedTitle('<h1'.repeat(16_000), 'html'), ''],
])('%s are read at once', (_, read, expected) => {
  const began = performance.now()
  expect(read()).toEqual(expected)
  expect(performance.now() - began).toBeLessThan(2_000)
})
