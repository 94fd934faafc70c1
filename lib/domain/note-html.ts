import { noteText, type NoteDocument } from './note'
import { isPlainNote } from './note-text'
import { escapeHtml } from './text/escape-html'

type Paragraph = Extract<NoteDocument['content'][number], { type: 'paragraph' }>
type Inline = NonNullable<Paragraph['content']>[number]

/**
 * A note as HTML: `p`, `ul`, `li`, `br`, `strong`, `em` and `a` to http and https addresses, nothing else, everything
 * escaped. A paragraph 'a<b' is '<p>a&lt;b</p>'.
 */
export function noteHtml(note: NoteDocument): string {
  return note.content
    .map((block) =>
      block.type === 'paragraph'
        ? paragraphHtml(block)
        : `<ul>${block.content.map((item) => `<li>${item.content.map(paragraphHtml).join('')}</li>`).join('')}</ul>`,
    )
    .join('')
}

/** A note as another program can hold it: its words where they say all of it, else HTML. */
export function noteBody(note: NoteDocument): { format: 'text' | 'html'; value: string } {
  const value = noteText(note)
  return value !== '' && isPlainNote(note) ? { format: 'text', value } : { format: 'html', value: noteHtml(note) }
}

const paragraphHtml = ({ content = [] }: Paragraph) => `<p>${content.map(inlineHtml).join('')}</p>`

function inlineHtml(node: Inline): string {
  if (node.type === 'hardBreak') return '<br>'
  return (node.marks ?? []).reduce((inner, mark) => {
    if (mark.type === 'bold') return `<strong>${inner}</strong>`
    if (mark.type === 'italic') return `<em>${inner}</em>`
    return `<a href="${escapeHtml(mark.attrs.href)}" rel="noopener nofollow ugc">${inner}</a>`
  }, escapeHtml(node.text))
}
