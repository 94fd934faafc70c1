import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { Span } from '@/lib/domain/text/span'
import type { ReadingState } from './reading-state'
import { findAnnotation } from './reading-wish'
import { nextStep, resume, type KeptWrite } from './writes'

/** What came from the server, and what this browser had kept of the reader's own (`mine`) changes. */
export type Loaded = {
  type: 'loaded'
  standing: readonly ReaderAnnotation[]
  detached: readonly ReaderAnnotation[]
  kept: ReadonlyMap<string, KeptWrite>
  mine: ReaderAnnotation['author'] | null
  quoteAt: (span: Span) => string
  cursor: string | null
}

/** The page with the annotations, as far as nothing newer was done on it meanwhile. */
export function load(state: ReadingState, event: Loaded): ReadingState {
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
    // Another window left something else: that is shown, and what was kept stands beside it.
    if (write.theirs && onServer) continue
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
  return { ...state, standing, detached, writes, loaded: true, cursor: event.cursor }
}
