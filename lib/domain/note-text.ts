import { noteText, type NoteDocument } from './note'

type Paragraph = Extract<NoteDocument['content'][number], { type: 'paragraph' }>
type Inline = NonNullable<Paragraph['content']>[number]

/**
 * A note that says a plain text: one paragraph a line, or several lines in one where a note may not have so many
 * paragraphs. `noteText` of it is the text again.
 */
export function noteOfText(text: string): NoteDocument {
  const lines = text.split('\n')
  const each = Math.ceil(lines.length / mostParagraphs)
  const content: Paragraph[] = []
  for (let at = 0; at < lines.length; at += each) content.push(paragraphOf(lines.slice(at, at + each)))
  return { type: 'doc', content }
}

/** Whether a note is its words and nothing more, so that `noteOfText` makes the very same of them. */
export function isPlainNote(note: NoteDocument): boolean {
  return JSON.stringify(noteOfText(noteText(note))) === JSON.stringify(note)
}

/** As many blocks as a note may have. */
const mostParagraphs = 200

function paragraphOf(lines: string[]): Paragraph {
  const content = lines.flatMap((line, at): Inline[] => [
    ...(at > 0 ? [{ type: 'hardBreak' as const }] : []),
    ...(line === '' ? [] : [{ type: 'text' as const, text: line }]),
  ])
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }
}
