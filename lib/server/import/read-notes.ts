import 'server-only'
import { checkedNote } from '@/lib/domain/checked-note'
import { noteOfDocument } from '@/lib/domain/note-of-document'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { documentFrom } from './document-from'
import { longestNoteReading, mostSlowNotes, tookTooLong, type NoteSource, type ReadNote } from './note-source'

// The first of all takes longer than the clock of a note; it is nobody's.
documentFrom({ format: 'markdown', body: '*a* <b>b</b>' }, null)

/**
 * Reads the notes of annotations that came together, one answer each in their order. HTML and Markdown go the way of
 * every article's text, so that what could run or load anything has no place in the result. Refused at their paths:
 * `bodyTooSlow`, what `checkedNote` refuses, and what no article's text may be.
 */
export function readNotes(sources: readonly NoteSource[]): Result<ReadNote[]> {
  let slow = 0
  return accept(
    sources.map((source) => {
      if (slow >= mostSlowNotes) return refuse('bodyTooSlow', source.path, { limit: 1 })
      const read = readNote(source)
      if (tookTooLong(read)) slow += 1
      return read
    }),
  )
}

function readNote({ note: { format, value }, path }: NoteSource): ReadNote {
  const document = documentFrom({ format, body: value }, null, path, longestNoteReading)
  if (!document.ok) return document.problems.every(({ code }) => code === 'bodyEmpty') ? accept(null) : document
  const note = noteOfDocument(document.value)
  return note ? checkedNote(note, path) : accept(null)
}
