import type { ReadingState } from './reading-state'
import { findAnnotation, shownAnnotation, wish } from './reading-wish'
import { forgotten, stepped, stepTo, type Direction } from './step-history'
import { contentOf, sameContent } from './writes'

/** The reader undoes a step, or makes it again; `at` is the moment, in ISO 8601. */
export type Stepped = { type: 'stepped'; direction: Direction; revision: number; at: string }

/** The page after a step back or forth. One that would overwrite what another window wrote since is not made, and the page says so. */
export function takeStep(state: ReadingState, { direction, revision, at }: Stepped): ReadingState {
  const step = stepTo(state.history, direction)
  if (!step) return state
  const annotation = findAnnotation(state, step.id)
  const shown = shownAnnotation(state, step.id)
  const asLeft = step.before ? shown && sameContent(contentOf(shown), step.before) : !shown
  if (state.writes.get(step.id)?.theirs) return { ...state, toast: null, notice: { id: step.id, reason: 'chooseFirst' } }
  if (!annotation || !asLeft) {
    return { ...state, history: forgotten(state.history, step.id), toast: null, notice: { id: step.id, reason: 'changedSince' } }
  }
  const next = wish(state, { type: 'wished', annotation: { ...annotation, ...step.after, updatedAt: at }, revision, gone: step.after === null })
  return { ...next, history: stepped(state.history, direction), toast: null, notice: null }
}
