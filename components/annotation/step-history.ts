import type { AnnotationContent } from '@/lib/domain/annotation'
import { sameContent } from './writes'

/** One change of one annotation: what it said before and after; null where it was not there. */
export type Step = { id: string; before: AnnotationContent | null; after: AnnotationContent | null }
/** What was done, the last at the end, and what was undone of it, the next to be done again at the end. */
export type History = { past: readonly Step[]; future: readonly Step[] }
export type Direction = 'undo' | 'redo'
/** What a step did, by which it is named. */
export type Deed = 'created' | 'deleted' | 'labels' | 'note' | 'evidence' | 'confidence' | 'sourceName' | 'several'

export const noHistory: History = { past: [], future: [] }
/** Steps that are remembered. */
const most = 200

/**
 * The history with one more step. What was undone before it is not forgotten, since it may be somebody's only copy of
 * their words: it joins the past as done and undone again, so that undoing on leads back to it.
 */
export function did({ past, future }: History, step: Step): History {
  const undone = future.toReversed()
  return { past: [...past, ...undone, ...future.map(inverse), step].slice(-most), future: [] }
}

/** The step that undoing or redoing makes now, in the direction it is made in; null where there is none. */
export function stepTo({ past, future }: History, direction: Direction): Step | null {
  const step = direction === 'undo' ? past.at(-1) : future.at(-1)
  return step ? (direction === 'undo' ? inverse(step) : step) : null
}

/** The history after that step was made. */
export function stepped({ past, future }: History, direction: Direction): History {
  const [from, to] = direction === 'undo' ? [past, future] : [future, past]
  const step = from.at(-1)
  if (!step) return { past, future }
  const [rest, more] = [from.slice(0, -1), [...to, step]]
  return direction === 'undo' ? { past: rest, future: more } : { past: more, future: rest }
}

/** The history without the steps of an annotation, where the server has the last word. */
export function forgotten({ past, future }: History, id: string): History {
  const others = (steps: readonly Step[]) => steps.filter((step) => step.id !== id)
  return { past: others(past), future: others(future) }
}

/** What a step does to its annotation. */
export function deedOf({ before, after }: Step): Deed {
  if (!before) return 'created'
  if (!after) return 'deleted'
  const parts = (['labels', 'note', 'evidence', 'confidence', 'sourceName'] as const).filter((part) => !sameContent(before, { ...before, [part]: after[part] }))
  return parts.length === 1 && parts[0] ? parts[0] : 'several'
}

const inverse = ({ id, before, after }: Step): Step => ({ id, before: after, after: before })
