import { z } from 'zod'
import { dimensions } from './codebook/codebook'
import type { Problem } from './problem'
import { span } from './text/span'
import { storableText, storedText } from './text/storable'
import { noteDocument } from './note'
import { webAddress } from './web-address'

export const confidences = ['unsure', 'fairly-sure', 'certain'] as const
export type Confidence = (typeof confidences)[number]

/** What became of an anchor when its article was edited. An `orphaned` anchor keeps the place and words it last had. */
export const anchorStates = ['exact', 'moved', 'changed', 'orphaned'] as const
export type AnchorState = (typeof anchorStates)[number]

export const limits = {
  labels: 12,
  evidence: 20,
  evidenceTitle: 300,
  sourceName: 200,
} as const

export const labelRef = z.object({ dimension: z.enum(dimensions), label: storedText(80).min(1) })

/** What a reader says about a passage: everything but who, when and where it is stored. */
export const annotationContent = z.object({
  labels: z
    .array(labelRef)
    .min(1, { error: 'labelMissing' })
    .max(limits.labels)
    .refine((all) => new Set(all.map((l) => `${l.dimension}:${l.label}`)).size === all.length, {
      error: 'labelTwice',
    }),
  note: noteDocument.nullable(),
  evidence: z
    .array(z.object({ url: webAddress, title: storedText(limits.evidenceTitle) }))
    .max(limits.evidence),
  confidence: z.enum(confidences).nullable(),
  /** Who says so, for sourcing flags: the name a reader would look up; null when nobody is named. */
  sourceName: storedText(limits.sourceName).min(1).nullable(),
})
export type AnnotationContent = z.infer<typeof annotationContent>

/**
 * A new annotation as it comes through a door. `id` is made by the client, so that a retry of the same request never
 * makes two. `quote` is what the reader saw; it must equal the text at `target`, else the request is refused rather than
 * placed on other words.
 */
export const newAnnotation = annotationContent.extend({
  id: z.uuid(),
  layerId: z.uuid(),
  revision: z.int().positive(),
  target: span,
  quote: storableText.min(1),
})
export type NewAnnotation = z.infer<typeof newAnnotation>

/** An annotation as the reader shows it, standing at its place in one revision; times are ISO 8601 in UTC. */
export type ReaderAnnotation = AnnotationContent & {
  id: string
  author: { id: string; name: string }
  start: number
  end: number
  quote: string
  version: number
  createdAt: string
  updatedAt: string
}

/**
 * The outcome of a change to an annotation. A change meant for an earlier version than the one that is there is refused as
 * `conflict` and told what is: `current`, whose `annotation` is null where it is deleted.
 */
export type AnnotationChange<T> =
  | { ok: true; value: T }
  | { ok: false; problems: Problem[]; current?: { version: number; annotation: ReaderAnnotation | null } }
