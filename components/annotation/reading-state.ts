import type { AnnotationContent, ReaderAnnotation } from '@/lib/domain/annotation'
import type { Problem } from '@/lib/domain/problem'
import type { TextUnit } from '@/lib/domain/text/segmenter'
import type { Span } from '@/lib/domain/text/span'
import { noFilter, type Filter } from './filter'
import { contentOf, nextStep, resume, type KeptWrite, type Known, type Write } from './writes'

/** The words a reader has selected. `raw` is what they touched, `span` what that was widened to. */
export type Passage = {
  /** The id of the annotation that the first label will make. */
  id: string
  raw: Span
  span: Span
  unit: TextUnit
  via: 'pointer' | 'touch' | 'keys'
  /** Whether note, evidence, confidence and source are open for writing. */
  form: boolean
}
/** What can be taken back: an annotation as it was before; null means it was not there. */
export type Undo = { id: string; kind: 'created' | 'changed' | 'deleted'; before: AnnotationContent | null }

export type ReadingState = {
  /** Everything that stands on the text, unsent changes included, deleted ones left out. */
  standing: ReadonlyMap<string, ReaderAnnotation>
  /** What the text no longer holds since it was edited. */
  detached: ReadonlyMap<string, ReaderAnnotation>
  /** Those deleted here, so that they can be brought back. */
  graves: ReadonlyMap<string, ReaderAnnotation>
  /** What the server last said of annotations that were changed here. */
  confirmed: ReadonlyMap<string, Known>
  writes: ReadonlyMap<string, Write>
  loaded: boolean
  passage: Passage | null
  chosen: { id: string; from: 'text' | 'margin' | 'keys' | 'address' } | null
  /** A passage that the address names. */
  target: Span | null
  filter: Filter
  undo: Undo | null
}

export type ReadingEvent =
  | Loaded
  | { type: 'wished'; annotation: ReaderAnnotation; revision: number; gone: boolean; undo: Undo | null }
  | { type: 'sending'; id: string }
  | { type: 'confirmed'; id: string; known: Known }
  | { type: 'failed'; id: string }
  | { type: 'refused'; id: string; problem: Problem; known: Known | null }
  | { type: 'retried'; id: string | null }
  | { type: 'discarded'; id: string }
  | { type: 'selected'; passage: Passage | null }
  | { type: 'chose'; id: string | null; from: NonNullable<ReadingState['chosen']>['from'] }
  | { type: 'pointed'; span: Span }
  | { type: 'filtered'; filter: Filter }
  | { type: 'settled' }

/** What came from the server, and what this browser had kept of the reader's own (`mine`) changes. */
type Loaded = {
  type: 'loaded'
  standing: readonly ReaderAnnotation[]
  detached: readonly ReaderAnnotation[]
  kept: ReadonlyMap<string, KeptWrite>
  mine: ReaderAnnotation['author'] | null
  quoteAt: (span: Span) => string
}

export const emptyReading: ReadingState = {
  standing: new Map(),
  detached: new Map(),
  graves: new Map(),
  confirmed: new Map(),
  writes: new Map(),
  loaded: false,
  passage: null,
  chosen: null,
  target: null,
  filter: noFilter,
  undo: null,
}

export function readingState(state: ReadingState, event: ReadingEvent): ReadingState {
  switch (event.type) {
    case 'loaded':
      return load(state, event)
    case 'wished':
      return wish(state, event)
    case 'sending':
      return withWrite(state, event.id, (write) => ({ ...write, state: 'sending', tried: true, problem: null }))
    case 'failed':
      return withWrite(state, event.id, (write) => ({ ...write, state: 'unsent' }))
    case 'refused':
      return withWrite(state, event.id, (write) => ({
        ...write, state: 'refused', problem: event.problem, known: event.known ?? write.known,
      }))
    case 'confirmed':
      return confirm(state, event.id, event.known)
    case 'retried':
      return retry(state, event.id)
    case 'discarded':
      return discard(state, event.id)
    case 'selected':
      return { ...state, passage: event.passage }
    case 'chose':
      return { ...state, chosen: event.id === null ? null : { id: event.id, from: event.from } }
    case 'pointed':
      return { ...state, target: event.span }
    case 'filtered':
      return { ...state, filter: event.filter }
    case 'settled':
      return { ...state, undo: null }
  }
}

/** An annotation wherever it is now: on the text, detached, or deleted a moment ago. */
export const findAnnotation = (state: ReadingState, id: string): ReaderAnnotation | undefined =>
  state.standing.get(id) ?? state.detached.get(id) ?? state.graves.get(id)

function load(state: ReadingState, event: Loaded): ReadingState {
  const standing = new Map(event.standing.map((annotation) => [annotation.id, annotation]))
  const detached = new Map(event.detached.map((annotation) => [annotation.id, annotation]))
  const writes = new Map(state.writes)
  // What is on its way already is newer than anything that arrives.
  for (const [id, write] of state.writes) {
    const shown = findAnnotation(state, id)
    const home = detached.has(id) ? detached : standing
    if (write.want.gone) home.delete(id)
    else if (shown) home.set(id, shown)
  }
  for (const [id, kept] of event.kept) {
    if (writes.has(id)) continue
    const onServer = standing.get(id) ?? detached.get(id)
    const write = resume(kept, onServer)
    if (!event.mine || nextStep(write) === null) continue
    writes.set(id, write)
    const { start, end, quote } = kept.place
    const shown: ReaderAnnotation = onServer
      ? { ...onServer, ...kept.want.content }
      : { ...kept.want.content, id, author: event.mine, start, end, quote, version: 0, createdAt: '', updatedAt: '' }
    standing.delete(id)
    if (detached.has(id) || event.quoteAt(shown) !== shown.quote) detached.set(id, shown)
    else standing.set(id, shown)
    if (kept.want.gone) {
      standing.delete(id)
      detached.delete(id)
    }
  }
  return { ...state, standing, detached, writes, loaded: true }
}

function wish(state: ReadingState, event: Extract<ReadingEvent, { type: 'wished' }>): ReadingState {
  const { annotation, revision, gone } = event
  const { id, start, end, quote } = annotation
  const before = state.writes.get(id)
  const shown = state.standing.get(id) ?? state.detached.get(id)
  const loaded = shown && !before ? { version: shown.version, content: contentOf(shown), gone: false } : null
  const write: Write = {
    want: { content: contentOf(annotation), gone },
    place: before?.place ?? { start, end, quote, revision },
    known: before?.known ?? state.confirmed.get(id) ?? loaded,
    tried: before?.tried ?? false,
    state: before?.state === 'sending' ? 'sending' : 'pending',
    problem: null,
  }
  const [standing, detached, graves] = [new Map(state.standing), new Map(state.detached), new Map(state.graves)]
  const home = detached.has(id) ? detached : standing
  if (gone) {
    home.delete(id)
    graves.set(id, annotation)
  } else {
    home.set(id, annotation)
    graves.delete(id)
  }
  const chosen = gone && state.chosen?.id === id ? null : state.chosen
  return { ...state, standing, detached, graves, writes: settle(state.writes, id, write), chosen, undo: event.undo }
}

function confirm(state: ReadingState, id: string, known: Known): ReadingState {
  const confirmed = new Map(state.confirmed).set(id, known)
  return withWrite({ ...state, confirmed }, id, (write) => ({ ...write, known, state: 'pending', problem: null }))
}

function retry(state: ReadingState, id: string | null): ReadingState {
  const writes = new Map(state.writes)
  for (const [key, write] of writes) {
    const due = id === null ? write.state === 'unsent' : key === id && write.state !== 'sending'
    if (due) writes.set(key, { ...write, state: 'pending', problem: null })
  }
  return { ...state, writes }
}

function discard(state: ReadingState, id: string): ReadingState {
  const write = state.writes.get(id)
  const shown = findAnnotation(state, id)
  if (!write || !shown) return state
  const [standing, detached, graves] = [new Map(state.standing), new Map(state.detached), new Map(state.graves)]
  const home = detached.has(id) ? detached : standing
  graves.delete(id)
  if (write.known && !write.known.gone) home.set(id, { ...shown, ...write.known.content })
  else home.delete(id)
  const writes = new Map(state.writes)
  writes.delete(id)
  return { ...state, standing, detached, graves, writes }
}

function withWrite(state: ReadingState, id: string, change: (write: Write) => Write): ReadingState {
  const write = state.writes.get(id)
  return write ? { ...state, writes: settle(state.writes, id, change(write)) } : state
}

/** The writes with one replaced, or without it where nothing is left to send. */
function settle(writes: ReadingState['writes'], id: string, write: Write): ReadingState['writes'] {
  const next = new Map(writes)
  if (write.state === 'pending' && nextStep(write) === null) next.delete(id)
  else next.set(id, write)
  return next
}
