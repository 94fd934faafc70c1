import 'server-only'
import { noteDocument } from '@/lib/domain/note'
import type { AnnotationContent, ReaderAnnotation } from '@/lib/domain/annotation'
import type { Dimension, LabelRef } from '@/lib/domain/codebook/codebook'

/** Rows of labels as one text. */
export const joinedLabels = (labels: string) => `string_agg(${labels}.dimension || ':' || ${labels}.label, ' ')`

/**
 * The columns of an annotation that leave the server, as SQL over the annotation `a`, its author `u` and its anchor `x`.
 * By hand, since Prisma makes five statements of it and takes ten times as long; moments as seconds and labels as one
 * text, since a driver parses those fastest.
 */
export const annotationColumns = `
  a.id, a."authorId", u.name as "authorName", a.note, a.confidence, a."sourceName", a.version,
  date_part('epoch', a."createdAt") as created, date_part('epoch', a."updatedAt") as updated,
  (select ${joinedLabels('l')} from "AnnotationLabel" l where l."annotationId" = a.id) as labels,
  (select json_agg(json_build_object('url', e.url, 'title', e.title) order by e.position)
   from "Evidence" e where e."annotationId" = a.id) as evidence,
  x."start", x."end", x.quote`

/** A row of `annotationColumns`. */
export type AnnotationColumns = Pick<AnnotationContent, 'confidence' | 'sourceName'> &
  Pick<ReaderAnnotation, 'id' | 'version' | 'start' | 'end' | 'quote'> & {
    authorId: string
    authorName: string
    note: unknown
    created: number
    updated: number
    labels: string | null
    evidence: AnnotationContent['evidence'] | null
  }

/**
 * The annotation of such a row.
 * @throws ZodError when a stored note is not a note, which no door lets in.
 */
export function annotationOf(row: AnnotationColumns): ReaderAnnotation {
  const createdAt = momentOf(row.created)
  return {
    id: row.id,
    author: { id: row.authorId, name: row.authorName },
    start: row.start,
    end: row.end,
    quote: row.quote,
    labels: labelsOf(row.labels),
    note: row.note === null ? null : noteDocument.parse(row.note),
    evidence: row.evidence ?? [],
    confidence: row.confidence,
    sourceName: row.sourceName,
    version: row.version,
    createdAt,
    updatedAt: row.updated === row.created ? createdAt : momentOf(row.updated),
  }
}

/** The labels of such a text, always in one order: an annotation's tag must not change with the plan of a statement. */
export const labelsOf = (joined: string | null): LabelRef[] => (joined === null ? [] : joined.split(' ').sort().map(labelNamed))

/** Only labels of a codebook pass the doors, and none has a space or a second colon in its name. */
function labelNamed(name: string): LabelRef {
  const [dimension, label] = name.split(':') as [Dimension, string]
  return { dimension, label }
}

/** A moment that PostgreSQL gave as seconds since 1970, in ISO 8601; its columns keep milliseconds. */
export const momentOf = (seconds: number) => new Date(Math.round(seconds * 1000)).toISOString()
