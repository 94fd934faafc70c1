import { z } from 'zod'
import type { ReaderAnnotation } from './annotation'

/** What live readers are told of annotations, and by which trace in the record of changes; restored is seen appear. */
const eventOfAction = {
  'annotation.created': 'annotation.created',
  'annotation.changed': 'annotation.updated',
  'annotation.deleted': 'annotation.deleted',
  'annotation.restored': 'annotation.created',
  'annotation.reanchored': 'annotation.updated',
} as const

export type AnnotationEventName = (typeof eventOfAction)[keyof typeof eventOfAction]
/** The trace and the event of a text that was saved anew; what it carried over leaves no traces of its own. */
export const layerRevised = 'layer.revised'
/** `layer.stale`: too much was missed, read the layer anew. `presence`: how many are reading. */
export type LiveEventName = AnnotationEventName | typeof layerRevised | 'layer.stale' | 'presence'
export const liveEventNames: readonly LiveEventName[] = [
  ...new Set(Object.values(eventOfAction)), layerRevised, 'layer.stale', 'presence',
]

/** The event that tells of an annotation's action, null for actions that live readers are not told of. */
export const liveEventOf = (action: string): AnnotationEventName | null =>
  Object.hasOwn(eventOfAction, action) ? eventOfAction[action as keyof typeof eventOfAction] : null

/** Where machines find an annotation; a path under the site's address. */
export const annotationPath = (layerId: string, id: string) => `/api/v1/layers/${layerId}/annotations/${id}`

/** How much of an annotation is looked at before it is shown: the rest comes from our own server as it is typed. */
const shownAnnotation = z.looseObject({
  id: z.string(),
  author: z.looseObject({ id: z.string(), name: z.string() }),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  version: z.int().positive(),
  labels: z.array(z.unknown()),
})

const annotationEvent = z.object({
  id: z.string(),
  annotation: z.string(),
  version: z.int().positive(),
  /** The revision whose text `start` and `end` count code points of; 0 for a deleted one. */
  revision: z.int().nonnegative(),
  /** True where that revision no longer holds the passage: it is listed, not painted. */
  detached: z.boolean(),
  /** The annotation as it now is; null: it was deleted. */
  reader: z.custom<ReaderAnnotation>((value) => shownAnnotation.safeParse(value).success).nullable(),
})
export type AnnotationEvent = z.infer<typeof annotationEvent>

/** The article's revision after a save. */
const revisedEvent = z.object({ revision: z.int().positive() })
export type RevisedEvent = z.infer<typeof revisedEvent>

const presenceEvent = z.object({ readers: z.int().nonnegative() })

export type LiveEvent =
  | { name: AnnotationEventName; data: AnnotationEvent }
  | { name: typeof layerRevised; data: RevisedEvent }
  | { name: 'presence'; data: z.infer<typeof presenceEvent> }
  | { name: 'layer.stale'; data: null }

/** An event as it arrives (its name, its JSON text), or null for one that this version of the page does not know. */
export function parseLiveEvent(name: string, text: string): LiveEvent | null {
  if (name === 'layer.stale') return { name, data: null }
  const data = jsonOf(text)
  if (name === 'presence') {
    const presence = presenceEvent.safeParse(data)
    return presence.success ? { name, data: presence.data } : null
  }
  if (name === layerRevised) {
    const revised = revisedEvent.safeParse(data)
    return revised.success ? { name, data: revised.data } : null
  }
  const known = Object.values(eventOfAction).find((each) => each === name)
  const parsed = annotationEvent.safeParse(data)
  return known && parsed.success ? { name: known, data: parsed.data } : null
}

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

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
