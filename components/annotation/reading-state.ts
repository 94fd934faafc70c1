import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { LiveState } from '@/lib/domain/live'
import type { AnnotationEvent } from '@/lib/domain/parse-live-event'
import type { TextUnit } from '@/lib/domain/text/segmenter'
import type { Span } from '@/lib/domain/text/span'
import { noFilter, type Filter } from './filter'
import { hear, type Page, type Waiting } from './live-news'
import { select, type Typed } from './reading-form'
import { load, type Loaded } from './reading-load'
import { discard, insist, refuse, type Notice, type Refused } from './reading-refusal'
import { takeStep, type Stepped } from './reading-step'
import { findAnnotation, withWrite, wishAndRemember, type Wished } from './reading-wish'
import { noHistory, type History, type Step } from './step-history'
import type { Known, Write } from './writes'

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
  /** `flagged`: by closing the palette over it, so that it is in sight already. `at` is the code point that was clicked on. */
  chosen: { id: string; from: 'text' | 'margin' | 'keys' | 'address' | 'flagged'; at?: number } | null
  /** A passage that the address names. */
  target: Span | null
  filter: Filter
  /** What was typed into the open form. */
  typed: Typed | null
  history: History
  /** What was just done, offered to be undone; and why something was not. */
  toast: Step | null
  notice: Notice | null
}

export type ReadingEvent =
  | Loaded
  | Wished
  | Stepped
  | { type: 'typed'; typed: Typed | null }
  | { type: 'sending'; id: string }
  | { type: 'confirmed'; id: string; known: Known }
  | { type: 'failed'; id: string }
  | Refused
  | { type: 'noticed'; notice: Notice }
  | { type: 'insisted'; id: string }
  | { type: 'retried'; id: string | null }
  | { type: 'discarded'; id: string }
  | { type: 'selected'; passage: Passage | null }
  | { type: 'chose'; id: string | null; from: NonNullable<ReadingState['chosen']>['from']; at?: number }
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
  typed: null,
  history: noHistory,
  toast: null,
  notice: null,
}

export function readingState(state: ReadingState, event: ReadingEvent): ReadingState {
  switch (event.type) {
    case 'loaded':
      return load(state, event)
    case 'wished':
      return wishAndRemember(state, event)
    case 'stepped':
      return takeStep(state, event)
    case 'typed':
      return { ...state, typed: event.typed }
    case 'sending':
      return withWrite(state, event.id, (write) => ({
        ...write, state: 'sending', tried: true, sent: write.want.gone ? write.sent : write.want.content, problem: null,
      }))
    case 'failed':
      return withWrite(state, event.id, (write) => ({ ...write, state: 'unsent' }))
    case 'refused':
      return refuse(state, event)
    case 'noticed':
      return { ...state, toast: null, notice: event.notice }
    case 'insisted':
      return insist(state, event.id)
    case 'confirmed':
      return confirm(state, event.id, event.known)
    case 'retried':
      return retry(state, event.id)
    case 'discarded':
      return discard(state, event.id)
    case 'selected':
      return select(state, event.passage)
    case 'chose':
      return choose(state, event)
    case 'pointed':
      return { ...state, target: event.span }
    case 'filtered':
      return { ...state, filter: event.filter }
    case 'settled':
      return { ...state, toast: null, notice: null }
    case 'told':
      return hear(state, event.events, event.page)
    case 'revised':
      return { ...state, newer: Math.max(state.newer ?? 0, event.revision) }
    case 'showed':
      return showWaiting(state)
  }
}

function choose(state: ReadingState, { id, from, at }: Extract<ReadingEvent, { type: 'chose' }>): ReadingState {
  const shown = id !== null && state.waiting.has(id) ? showWaiting(state) : state
  return { ...shown, chosen: id === null ? null : { id, from, at } }
}

function showWaiting(state: ReadingState): ReadingState {
  if (state.waiting.size === 0) return state
  const [standing, detached] = [new Map(state.standing), new Map(state.detached)]
  for (const [id, arrived] of state.waiting) (arrived.detached ? detached : standing).set(id, arrived.annotation)
  return { ...state, standing, detached, waiting: new Map(), fresh: new Set(state.waiting.keys()) }
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
    ...write, known, sent: null, state: 'pending', problem: null,
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
