import type { AnnotationEvent } from '@/lib/domain/parse-live-event'
import type { LayerAnnotations } from '@/lib/server/annotation-list'
import type { ReadingState } from './reading-state'
import { findAnnotation } from './reading-wish'

/**
 * A layer that was read anew, as the events that were missed. `asked` is the page as it was before the reading, `now`
 * as it is after it: what was there all the while and is missing from the reading was deleted. `revision` is the page's.
 */
export function missedEvents(
  { standing, detached }: LayerAnnotations,
  asked: ReadingState,
  now: ReadingState,
  revision: number,
): AnnotationEvent[] {
  const read = new Set([...standing, ...detached].map(({ id }) => id))
  const event = (id: string, about: Omit<AnnotationEvent, 'id' | 'annotation'>) => ({ id, annotation: '', ...about })
  const there = [
    ...standing.map((reader) => event(reader.id, { version: reader.version, revision, detached: false, reader })),
    ...detached.map((reader) => event(reader.id, { version: reader.version, revision, detached: true, reader })),
  ]
  const gone = [...asked.standing.keys(), ...asked.detached.keys(), ...asked.waiting.keys()]
    .filter((id) => !read.has(id) && !asked.writes.has(id) && !now.writes.has(id) && sameAs(asked, now, id))
    .map((id) => {
      const version = now.heard.get(id)?.version ?? shownIn(now, id)?.version ?? 0
      return event(id, { version: version + 1, revision: 0, detached: false, reader: null })
    })
  return [...there, ...gone]
}

const shownIn = (state: ReadingState, id: string) => state.waiting.get(id)?.annotation ?? findAnnotation(state, id)
const sameAs = (asked: ReadingState, now: ReadingState, id: string) =>
  shownIn(asked, id) === shownIn(now, id) && asked.heard.get(id) === now.heard.get(id)
