import 'server-only'
import type { IncomingAnnotation } from '@/lib/domain/formats/exchange'
import { noteDocument, type NoteDocument } from '@/lib/domain/note'
import { noteOfDocument } from '@/lib/domain/note-of-document'
import { noteOfText } from '@/lib/domain/note-text'
import { accept, problemsOf, refuse, type Result } from '@/lib/domain/problem'
import { readNoteHtml } from '@/lib/domain/read-note-html'
import { documentFrom } from './import/document-from'

/** Milliseconds that reading the notes of one import may still take, whatever they are made of. */
export type NoteTime = { left: number }

/** For an import: as long as fifty thousand notes of honest HTML take. */
export const mostNoteTime = 120_000

/**
 * The note of an annotation from elsewhere as one of ours; null where it has no words. HTML and Markdown go the way of
 * every article's text, so that what could run or load anything has no place in the result. Refused at `path`:
 * `bodyTooSlow` where `time` is over, what `noteDocument` does not allow, and what no article's text may be.
 */
export function incomingNote(note: NonNullable<IncomingAnnotation['note']>, path: string, time: NoteTime): Result<NoteDocument | null> {
  const read = readNote(note, path, time)
  if (!read.ok || read.value === null) return read
  const parsed = noteDocument.safeParse(read.value)
  if (parsed.success) return accept(parsed.data)
  // Whatever part of it is wrong, it is the note that is; nobody wrote `content.3.content`.
  return { ok: false, problems: problemsOf(parsed.error).slice(0, 1).map((problem) => ({ ...problem, path })) }
}

function readNote({ format, value }: NonNullable<IncomingAnnotation['note']>, path: string, time: NoteTime): Result<NoteDocument | null> {
  if (format === 'text') return accept(noteOfText(value))
  const own = format === 'html' ? readNoteHtml(value) : null
  if (own) return accept(own)
  if (time.left < 1) return refuse('bodyTooSlow', path, { limit: mostNoteTime / 1000 })
  const began = performance.now()
  const document = documentFrom({ format, body: value }, null, path, Math.min(milliseconds, Math.ceil(time.left)))
  time.left -= performance.now() - began
  if (document.ok) return accept(noteOfDocument(document.value))
  return document.problems.every(({ code }) => code === 'bodyEmpty') ? accept(null) : document
}

/** A note is short: what takes longer is made to. */
const milliseconds = 1_000
