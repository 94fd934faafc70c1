import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { ReadingState } from './reading-state'
import { did } from './step-history'
import { contentOf, knownOf, nextStep, sameContent, type Known, type Write } from './writes'

/** What a reader wants one of their annotations to be; `gone`: deleted. */
export type Wished = { type: 'wished'; annotation: ReaderAnnotation; revision: number; gone: boolean }

/** An annotation wherever it is now: on the text, detached, or deleted a moment ago. */
export const findAnnotation = (state: ReadingState, id: string): ReaderAnnotation | undefined =>
  state.standing.get(id) ?? state.detached.get(id) ?? state.graves.get(id)

/** An annotation that is to be seen, on the text or detached. */
export const shownAnnotation = (state: ReadingState, id: string): ReaderAnnotation | undefined =>
  state.standing.get(id) ?? state.detached.get(id)

/** The page with a wish of its reader, and with the step in its history. */
export function wishAndRemember(state: ReadingState, wished: Wished): ReadingState {
  const { id } = wished.annotation
  const shown = shownAnnotation(state, id)
  const next = wish(state, wished)
  const step = { id, before: shown ? contentOf(shown) : null, after: wished.gone ? null : contentOf(wished.annotation) }
  if (next === state || (step.before && step.after && sameContent(step.before, step.after))) return next
  return { ...next, history: did(state.history, step), toast: step, notice: null }
}

/** The page with a wish, shown at once and to be sent. Nothing is wished of one that two windows are in conflict over. */
export function wish(state: ReadingState, { annotation, revision, gone }: Wished): ReadingState {
  const { id, start, end, quote } = annotation
  const before = state.writes.get(id)
  if (before?.theirs) return state
  const shown = shownAnnotation(state, id)
  const write: Write = {
    want: { content: contentOf(annotation), gone },
    place: before?.place ?? { start, end, quote, revision },
    known: before?.known ?? state.confirmed.get(id) ?? (shown && !before ? knownOf(shown) : null),
    tried: before?.tried ?? false,
    sent: before?.sent ?? null,
    theirs: null,
    state: before?.state === 'sending' ? 'sending' : 'pending',
    problem: null,
  }
  const chosen = gone && state.chosen?.id === id ? null : state.chosen
  return { ...state, ...placed(state, annotation, gone), writes: settled(state.writes, id, write), chosen }
}

/** Where annotations are shown, with one put on the text or back among the detached, or out of sight. */
export function placed(state: ReadingState, annotation: ReaderAnnotation, gone: boolean): Pick<ReadingState, 'standing' | 'detached' | 'graves'> {
  const { id } = annotation
  const [standing, detached, graves] = [new Map(state.standing), new Map(state.detached), new Map(state.graves)]
  const home = detached.has(id) ? detached : standing
  if (gone) {
    home.delete(id)
    graves.set(id, annotation)
  } else {
    home.set(id, annotation)
    graves.delete(id)
  }
  return { standing, detached, graves }
}

/** An annotation as the server has it, at its place on this page. */
export const asKnown = (annotation: ReaderAnnotation, { version, content }: Known): ReaderAnnotation => ({ ...annotation, ...content, version })

/** The writes with one replaced, or without it where nothing is left to send. */
export function settled(writes: ReadingState['writes'], id: string, write: Write): ReadingState['writes'] {
  const next = new Map(writes)
  if (write.state === 'pending' && nextStep(write) === null) next.delete(id)
  else next.set(id, write)
  return next
}

/** The page with one write changed, where there is one. */
export function withWrite(state: ReadingState, id: string, change: (write: Write) => Write): ReadingState {
  const write = state.writes.get(id)
  return write ? { ...state, writes: settled(state.writes, id, change(write)) } : state
}
