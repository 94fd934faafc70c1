import { z } from 'zod'
import type { ReaderAnnotation } from './annotation'
import { eventOfAction, layerRemoved, layerRevised, type AnnotationEventName } from './live'

// Apart from `live.ts`, so that a page that shows a layer has its text and flags before it has what checks news of them.

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
  | { name: typeof layerRemoved; data: null }

/** An event as it arrives (its name, its JSON text), or null for one that this version of the page does not know. */
export function parseLiveEvent(name: string, text: string): LiveEvent | null {
  if (name === 'layer.stale') return { name, data: null }
  if (name === layerRemoved) return { name, data: null }
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

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
