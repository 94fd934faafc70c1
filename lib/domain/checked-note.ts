import { noteDocument, type NoteDocument } from './note'
import { accept, problemsOf, type Result } from './problem'

/** A note that was made of something else, where it is one that may be kept; else refused at `path`. */
export function checkedNote(note: unknown, path: string): Result<NoteDocument> {
  const parsed = noteDocument.safeParse(note)
  if (parsed.success) return accept(parsed.data)
  // Whatever part of it is wrong, it is the note that is; nobody wrote `content.3.content`.
  return { ok: false, problems: problemsOf(parsed.error).slice(0, 1).map((problem) => ({ ...problem, path })) }
}
