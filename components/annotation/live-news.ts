import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { mergeEvent, type Known as Heard } from '@/lib/domain/live'
import type { AnnotationEvent } from '@/lib/domain/parse-live-event'
import type { Span } from '@/lib/domain/text/span'
import type { ReadingState } from './reading-state'
import { contentOf, met, nextStep, type Write } from './writes'

/** Something another reader flagged that is not shown yet. */
export type Waiting = { annotation: ReaderAnnotation; detached: boolean }
/** The revision on the page, and whose page it is. */
export type Page = { revision: number; mine: string | null }

/**
 * What a page knows after live events, which may come twice, late or in any order. What is shown already changes at
 * once; what others made waits until the reader asks for it; one's own is shown at once and never waits, because it
 * comes from another window, or is only the echo of what was done here.
 */
export function hear(state: ReadingState, events: readonly AnnotationEvent[], page: Page): ReadingState {
  const next: Desk = {
    heard: new Map(state.heard),
    standing: new Map(state.standing),
    detached: new Map(state.detached),
    waiting: new Map(state.waiting),
    confirmed: new Map(state.confirmed),
    writes: new Map(state.writes),
  }
  let { newer } = state
  let changed = false
  for (const event of events) {
    const known = next.heard.get(event.id) ?? heardOf(state, event.id, page.revision)
    const before = new Map(known ? [[event.id, known]] : [])
    const after = mergeEvent(before, event).get(event.id)
    if (!after || after === known) continue
    changed = true
    next.heard.set(event.id, after)
    if (event.revision > page.revision) newer = Math.max(newer ?? 0, event.revision)
    take(next, event, page)
  }
  if (!changed) return state
  const chosen = state.chosen && isHere(state, state.chosen.id) && !isHere(next, state.chosen.id) ? null : state.chosen
  return { ...state, ...next, newer, chosen }
}

/** What is known of an annotation on the page from before any event. One that was never confirmed is not known. */
function heardOf(state: ReadingState, id: string, revision: number): Heard | undefined {
  const shown = state.standing.get(id) ?? state.detached.get(id)
  if (!shown || shown.version === 0) return undefined
  return { version: shown.version, revision, detached: state.detached.has(id), reader: shown }
}

type Home = Map<string, ReaderAnnotation>
type Desk = {
  heard: Map<string, Heard>
  standing: Home
  detached: Home
  waiting: Map<string, Waiting>
  confirmed: Map<string, NonNullable<Write['known']>>
  writes: Map<string, Write>
}
const isHere = ({ standing, detached }: Pick<ReadingState, 'standing' | 'detached'>, id: string) =>
  standing.has(id) || detached.has(id)

function take(next: Desk, event: AnnotationEvent, page: Page): void {
  const { id, reader, version } = event
  const write = next.writes.get(id)
  if (write) return settle(next, event, write, page)
  const asked = next.confirmed.get(id)
  if (asked) {
    next.confirmed.set(id, { version, content: reader ? contentOf(reader) : asked.content, gone: reader === null })
  }
  const held = next.waiting.get(id)
  const shown = next.standing.get(id) ?? next.detached.get(id)
  const wasDetached = held?.detached ?? next.detached.has(id)
  next.standing.delete(id)
  next.detached.delete(id)
  next.waiting.delete(id)
  if (!reader) return
  // Places on another revision say nothing of this text: what it says is taken over, and where it stands stays.
  const old = shown ?? held?.annotation
  const here = event.revision === page.revision
  if (!here && !old) return
  const annotation = here || !old ? reader : { ...reader, ...placeOf(old), quote: old.quote }
  const detached = here ? event.detached : wasDetached
  if (shown || reader.author.id === page.mine) (detached ? next.detached : next.standing).set(id, annotation)
  else next.waiting.set(id, { annotation, detached })
}

const placeOf = ({ start, end }: Span): Span => ({ start, end })

/**
 * News of what this reader is changing. While their own request is under way its answer says more. Else it is the lost
 * answer to what was sent, or another window changed the same: then that is shown, and theirs is kept beside it.
 */
function settle(next: Desk, { id, version, revision, reader }: AnnotationEvent, write: Write, page: Page): void {
  if (write.state === 'sending') return
  const now = { version, content: reader ? contentOf(reader) : write.want.content, gone: reader === null }
  const rest = met(write, now)
  next.confirmed.set(id, now)
  if (rest.state === 'pending' && nextStep(rest) === null) next.writes.delete(id)
  else next.writes.set(id, rest)
  const home = next.detached.has(id) ? next.detached : next.standing
  const shown = home.get(id)
  if (!rest.theirs || !reader) return
  home.set(id, revision === page.revision || !shown ? reader : { ...reader, ...placeOf(shown), quote: shown.quote })
}
