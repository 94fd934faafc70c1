import 'server-only'
import { checkedNote } from '@/lib/domain/checked-note'
import type { IncomingAnnotation } from '@/lib/domain/formats/exchange'
import { under } from '@/lib/domain/formats/read-json'
import { noteLimits } from '@/lib/domain/note'
import { noteOfText } from '@/lib/domain/note-text'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { readNoteHtml } from '@/lib/domain/read-note-html'
import { charge, compute, refusedCosts, type Options } from './compute/compute'
import { longestNoteReading, longestNoteSource, mostSlowNotes, tookTooLong, type NoteSource, type ReadNote } from './import/note-source'
import { turns } from './turns'

/**
 * The notes of annotations from elsewhere as ours, one answer each in their order. Plain text and the HTML that we write
 * are read here; other HTML and Markdown in another process, many at a time. Refused at the path of each: `tooLong` and
 * what `readNotes` refuses; as a whole what `compute` refuses.
 * @throws the signal's reason when the caller gives up.
 */
export async function incomingNotes(incoming: readonly IncomingAnnotation[], options: Options): Promise<Result<ReadNote[]>> {
  const notes: ReadNote[] = []
  const open: { index: number; source: NoteSource }[] = []
  const pause = turns()
  for (const [index, each] of incoming.entries()) {
    await pause()
    const source = sourceOf(each)
    const note = source === null ? accept(null) : plainNote(source)
    notes.push(note ?? accept(null))
    if (source && note === null) open.push({ index, source })
  }
  let slow = 0
  for (const batch of batchesOf(open)) {
    const read = slow < mostSlowNotes ? await compute('read-notes', batch.map(({ source }) => source), options) : accept(batch.map(notLookedAt))
    if (!read.ok) return read
    for (const [at, { index }] of batch.entries()) notes[index] = read.value[at]!
    const more = slow < mostSlowNotes ? Math.min(mostSlowNotes, read.value.filter(tookTooLong).length) : 0
    slow += more
    if (more > 0) await charge(options.owner, more * longestNoteReading * refusedCosts)
  }
  return accept(notes)
}

/** Notes, and UTF-16 units of them, that are sent at once: few enough that they are told apart while others wait. */
const most = { notes: 1_000, units: 500_000 } as const

const sourceOf = ({ note, at }: IncomingAnnotation): NoteSource | null => note && { note, path: under(at, 'body') }
const notLookedAt = ({ source: { path } }: { source: NoteSource }): ReadNote => refuse('bodyTooSlow', path, { limit: 1 })

/** A note that needs no parser; null where it does. */
function plainNote({ note: { format, value }, path }: NoteSource): ReadNote | null {
  if (format === 'text') return checkedNote(noteOfText(value), path)
  if (value.length > longestNoteSource) return refuse('tooLong', path, { limit: noteLimits.characters })
  const own = format === 'html' ? readNoteHtml(value) : null
  return own && checkedNote(own, path)
}

function batchesOf<Item extends { source: NoteSource }>(items: readonly Item[]): Item[][] {
  const batches: Item[][] = []
  let units = Infinity
  for (const item of items) {
    const { length } = item.source.note.value
    if (units + length > most.units || batches.at(-1)!.length >= most.notes) {
      batches.push([])
      units = 0
    }
    batches.at(-1)!.push(item)
    units += length
  }
  return batches
}
