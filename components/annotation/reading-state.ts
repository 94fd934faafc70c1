import type { AnnotationContent, ReaderAnnotation } from '@/lib/domain/annotation'
import type { LiveState } from '@/lib/domain/live'
import type { AnnotationEvent } from '@/lib/domain/parse-live-event'
import type { Problem } from '@/lib/domain/problem'
import type { TextUnit } from '@/lib/domain/text/segmenter'
import type { Span } from '@/lib/domain/text/span'
import { noFilter, type Filter } from './filter'
import { hear, type Page, type Waiting } from './live-news'
import { load, type Loaded } from './reading-load'
import { contentOf, nextStep, type Known, type Write } from './writes'

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
  /** What the server last told of annotations since the page was read, by which old news is known. */
  heard: LiveState
  /** What others flagged meanwhile, until the reader asks for it; and what was shown so last. */
  waiting: ReadonlyMap<string, Waiting>
  fresh: ReadonlySet<string>
  /** The article's revision, where it is a later one than the page shows. */
  newer: number | null
  loaded: boolean
  /** Where live events begin; null until the annotations are there, and where there will be none. */
  cursor: string | null
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
  | { type: 'told'; events: readonly AnnotationEvent[]; page: Page }
  | { type: 'revised'; revision: number }
  | { type: 'showed' }

export const emptyReading: ReadingState = {
  standing: new Map(),
  detached: new Map(),
  graves: new Map(),
  confirmed: new Map(),
  writes: new Map(),
  heard: new Map(),
  waiting: new Map(),
  fresh: new Set(),
  newer: null,
  loaded: false,
  cursor: null,
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
      return choose(state, event.id, event.from)
    case 'pointed':
      return { ...state, target: event.span }
    case 'filtered':
      return { ...state, filter: event.filter }
    case 'settled':
      return { ...state, undo: null }
    case 'told':
      return hear(state, event.events, event.page)
    case 'revised':
      return { ...state, newer: Math.max(state.newer ?? 0, event.revision) }
    case 'showed':
      return showWaiting(state)
  }
}

/** An annotation wherever it is now: on the text, detached, or deleted a moment ago. */
export const findAnnotation = (state: ReadingState, id: string): ReaderAnnotation | undefined =>
  state.standing.get(id) ?? state.detached.get(id) ?? state.graves.get(id)

type From = NonNullable<ReadingState['chosen']>['from']

function choose(state: ReadingState, id: string | null, from: From): ReadingState {
  const shown = id !== null && state.waiting.has(id) ? showWaiting(state) : state
  return { ...shown, chosen: id === null ? null : { id, from } }
}

function showWaiting(state: ReadingState): ReadingState {
  if (state.waiting.size === 0) return state
  const [standing, detached] = [new Map(state.standing), new Map(state.detached)]
  for (const [id, arrived] of state.waiting) (arrived.detached ? detached : standing).set(id, arrived.annotation)
  return { ...state, standing, detached, waiting: new Map(), fresh: new Set(state.waiting.keys()) }
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
  // The event that tells of it is then no news.
  const shown = findAnnotation(state, id) ?? null
  const { revision = 0 } = state.writes.get(id)?.place ?? {}
  const told = { version: known.version, revision, detached: state.detached.has(id), reader: known.gone ? null : shown }
  const ahead = state.heard.get(id)
  const heard = new Map(state.heard).set(id, told)
  const after = withWrite({ ...state, confirmed, heard }, id, (write) => ({
    ...write, known, state: 'pending', problem: null,
  }))
  if (!ahead || ahead.version <= known.version || after.writes.has(id)) return after
  // Somebody else, a moderator or another window, had changed it before the answer came.
  return hear(after, [{ id, annotation: '', ...ahead }], { revision, mine: shown?.author.id ?? null })
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
