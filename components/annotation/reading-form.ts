import type { AnnotationContent } from '@/lib/domain/annotation'
import type { Passage, ReadingState } from './reading-state'
import { shownAnnotation, wishAndRemember } from './reading-wish'
import { contentOf, knownOf, sameContent } from './writes'

/** What a form says besides labels. */
export type Said = Omit<AnnotationContent, 'labels'>
/**
 * What the open form says, as far as somebody wrote in it. `said` is null where it cannot be saved as it stands; `base` is
 * what the annotation said when they began, null where it was not there.
 */
export type Typed = { id: string; said: Said | null; base: Said | null; revision: number; at: string }

/** The page with other words selected, or none. A form that closes with it, in whatever way, has its words saved. */
export function select(state: ReadingState, passage: Passage | null): ReadingState {
  const open = state.typed !== null && passage?.form === true && passage.id === state.typed.id
  return { ...(open ? state : saveTyped(state)), passage }
}

/** Saves what was typed; where that cannot be, it stays a draft, and the page says so. */
function saveTyped(state: ReadingState): ReadingState {
  const { typed } = state
  if (!typed) return state
  const closed = { ...state, typed: null }
  const flag = shownAnnotation(state, typed.id)
  if (!flag || !typed.said || state.writes.get(typed.id)?.theirs) return { ...closed, notice: { id: typed.id, reason: 'draftKept' } }
  const content = { ...typed.said, labels: flag.labels }
  if (sameContent(content, flag)) return closed
  const based = typed.base && { ...typed.base, labels: flag.labels }
  const wished = { type: 'wished' as const, annotation: { ...flag, ...content, updatedAt: typed.at }, revision: typed.revision, gone: false }
  if (!based || sameContent(based, flag) || state.writes.has(typed.id)) return wishAndRemember(closed, wished)
  // Another window saved something else meanwhile, and this page has heard of it: both stay until the reader chooses.
  const { start, end, quote } = flag
  const version = Math.max(flag.version, state.confirmed.get(typed.id)?.version ?? 0, state.heard.get(typed.id)?.version ?? 0)
  const theirs = { ...knownOf(flag), version, content: contentOf(flag) }
  const writes = new Map(state.writes).set(typed.id, {
    want: { content, gone: false }, place: { start, end, quote, revision: typed.revision }, known: { version: 0, content: based, gone: false }, theirs,
    tried: false, sent: null, state: 'refused' as const, problem: { code: 'conflict' as const, path: '' },
  })
  return { ...closed, writes }
}
