import type { Problem } from '@/lib/domain/problem'
import type { ReadingState } from './reading-state'
import { asKnown, findAnnotation, placed, settled } from './reading-wish'
import { forgotten } from './step-history'
import type { Known } from './writes'

/** Why something was not done, for the reader to read: what the server said, or what this page knows itself. */
export type Notice = { id: string | null; reason: Problem | 'shut' | 'changedSince' | 'chooseFirst' | 'draftKept' }

/** What the server refused; `theirs` where something else is there by now than what the change was meant for. */
export type Refused = { type: 'refused'; id: string; problem: Problem; theirs: Known | null }

/**
 * The page after a refusal: it shows again what others see. Words that could not be saved are kept with the annotation
 * until their reader decides; of a deletion or its undoing nothing is left to keep, and the page says why.
 */
export function refuse(state: ReadingState, { id, problem, theirs }: Refused): ReadingState {
  const write = state.writes.get(id)
  const shown = findAnnotation(state, id)
  if (!write || !shown) return state
  const there = theirs ?? write.known
  const history = forgotten(state.history, id)
  const toast = state.toast?.id === id ? null : state.toast
  const wordless = !theirs && (write.want.gone || (write.known?.gone ?? false))
  const rolled = { ...state, ...rolledBack(state, id, there, theirs !== null), history, toast }
  if (!wordless) {
    const refused = { ...write, theirs, sent: null, state: 'refused' as const, problem }
    return { ...rolled, writes: settled(state.writes, id, refused) }
  }
  return { ...rolled, writes: without(state, id), notice: { id, reason: problem } }
}

/** What is shown once what `there` says is what others see. Deleted by another window, one's own stays to choose from. */
function rolledBack(state: ReadingState, id: string, there: Known | null, conflict: boolean) {
  const shown = findAnnotation(state, id)
  if (!there || !shown || (there.gone && conflict)) return {}
  return placed(state, there.gone ? shown : asKnown(shown, there), there.gone)
}

/** Drops what was not saved: the page shows what the server has. */
export function discard(state: ReadingState, id: string): ReadingState {
  const write = state.writes.get(id)
  const shown = findAnnotation(state, id)
  if (!write || !shown) return state
  const there = write.theirs ?? write.known
  const confirmed = there ? new Map(state.confirmed).set(id, there) : state.confirmed
  const place = placed(state, there && !there.gone ? asKnown(shown, there) : shown, !there || there.gone)
  return { ...state, ...place, confirmed, writes: without(state, id), history: forgotten(state.history, id) }
}

/** Of a conflict, has one's own stand: it is sent as a change of what the other window left. */
export function insist(state: ReadingState, id: string): ReadingState {
  const write = state.writes.get(id)
  const shown = findAnnotation(state, id)
  if (!write?.theirs || !shown) return state
  const { want, theirs } = write
  const resolved = { ...write, known: theirs, theirs: null, state: 'pending' as const, problem: null }
  return { ...state, ...placed(state, { ...shown, ...want.content }, want.gone), writes: settled(state.writes, id, resolved) }
}

function without(state: ReadingState, id: string): ReadingState['writes'] {
  const writes = new Map(state.writes)
  writes.delete(id)
  return writes
}
