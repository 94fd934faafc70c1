import { describe, expect, it } from 'vitest'
import { noteDocument, noteText, type NoteDocument } from '@/lib/domain/note'
import { continuedNote } from './continued-note'

const words = (text: string) => ({ type: 'text' as const, text })
const plain: NoteDocument = { type: 'doc', content: [{ type: 'paragraph', content: [words('Who')] }] }
const list: NoteDocument = { type: 'doc', content: [{ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [words('one')] }] }] }] }

describe('a note that is typed on', () => {
  it.each<[string, NoteDocument | null, string, string]>([
    ['begins with the words', null, 'is this', 'is this'],
    ['goes on behind its last word', plain, ' says so?', 'Who says so?'],
    ['begins a paragraph at a line break', plain, '\n\nsays', 'Who\n\nsays'],
    ['goes on below a list', list, 'two', 'one\ntwo'],
  ])('%s', (_, note, typed, expected) => {
    const next = continuedNote(note, typed)
    expect(noteText(noteDocument.parse(next))).toBe(expected)
  })

  it.each(['', '  ', '\n'])('stays as it is where %j was typed', (typed) => {
    expect(continuedNote(plain, typed)).toBe(plain)
    expect(continuedNote(null, typed)).toBeNull()
  })
})
