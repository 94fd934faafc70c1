import 'server-only'
import type { IncomingAnnotation } from '@/lib/domain/formats/exchange'
import { noteLimits, type NoteDocument } from '@/lib/domain/note'
import type { Result } from '@/lib/domain/problem'

/** A note of an annotation from elsewhere that needs a parser, and where in the input it stood. */
export type NoteSource = { note: NonNullable<IncomingAnnotation['note']>; path: string }
/** A note as one of ours; null where it has no words. */
export type ReadNote = Result<NoteDocument | null>

/** UTF-16 units that a note's HTML or Markdown may have: what is longer could not be a note once it was read. */
export const longestNoteSource = 4 * noteLimits.characters
/** Milliseconds that reading one note may take: it is short, and what takes longer is made to. */
export const longestNoteReading = 100
/** After this many that took longer, the others that come with them are not looked at. */
export const mostSlowNotes = 10

/** Whether a note is one of those that are made to be slow. */
export const tookTooLong = (read: ReadNote): boolean => !read.ok && read.problems.some(({ code }) => code === 'bodyTooSlow')
