import type { NoteDocument } from '@/lib/domain/note'

type Block = NoteDocument['content'][number]

/** A note with typed words behind its last ones, a line break of theirs beginning a paragraph; the same note where they are blank. */
export function continuedNote(note: NoteDocument | null, typed: string): NoteDocument | null {
  if (typed.trim() === '') return note
  const before = note?.content ?? []
  const [first = '', ...more] = typed.split('\n')
  const last = before.at(-1)
  const joined: Block[] =
    last?.type === 'paragraph'
      ? [...before.slice(0, -1), { ...last, content: [...(last.content ?? []), ...wordsOf(first)] }]
      : [...before, paragraphOf(first)]
  return { type: 'doc', content: [...joined, ...more.map(paragraphOf)] }
}

const wordsOf = (text: string) => (text === '' ? [] : [{ type: 'text' as const, text }])
const paragraphOf = (line: string): Block => (line === '' ? { type: 'paragraph' } : { type: 'paragraph', content: wordsOf(line) })
