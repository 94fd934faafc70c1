import type { AnnotationEvent } from './parse-live-event'

/** What live readers are told of annotations, and by which trace in the record of changes; restored is seen appear. */
export const eventOfAction = {
  'annotation.created': 'annotation.created',
  'annotation.changed': 'annotation.updated',
  'annotation.deleted': 'annotation.deleted',
  'annotation.restored': 'annotation.created',
  'annotation.reanchored': 'annotation.updated',
} as const

export type AnnotationEventName = (typeof eventOfAction)[keyof typeof eventOfAction]
/** The trace and the event of a text that was saved anew; what it carried over leaves no traces of its own. */
export const layerRevised = 'layer.revised'
/** The trace and the event of an article that was taken away or made private; the stream ends with it. */
export const layerRemoved = 'layer.removed'
/** `layer.stale`: too much was missed, read the layer anew. `presence`: how many are reading. */
export type LiveEventName = AnnotationEventName | typeof layerRevised | typeof layerRemoved | 'layer.stale' | 'presence'
export const liveEventNames: readonly LiveEventName[] = [
  ...new Set(Object.values(eventOfAction)), layerRevised, layerRemoved, 'layer.stale', 'presence',
]

/** The event that tells of an annotation's action, null for actions that live readers are not told of. */
export const liveEventOf = (action: string): AnnotationEventName | null =>
  Object.hasOwn(eventOfAction, action) ? eventOfAction[action as keyof typeof eventOfAction] : null

/** Where machines find an annotation; a path under the site's address. */
export const annotationPath = (layerId: string, id: string) => `/api/v1/layers/${layerId}/annotations/${id}`

/** What is known of one annotation: its latest version, deleted ones (`reader` null) kept as their own gravestones. */
export type Known = Pick<AnnotationEvent, 'version' | 'revision' | 'detached' | 'reader'>
/** By annotation id. A map made from what the page was rendered with is a good one to begin from. */
export type LiveState = ReadonlyMap<string, Known>

/**
 * The state after an event. The higher version wins, then the later revision, so that events may come twice and in any
 * order: the result depends on their set alone. The same state is given back where the event told nothing new.
 */
export function mergeEvent(state: LiveState, event: AnnotationEvent): LiveState {
  const { id, version, revision, detached, reader } = event
  const known = state.get(id)
  if (known && (known.version > version || (known.version === version && known.revision >= revision))) return state
  return new Map(state).set(id, { version, revision, detached, reader })
}
