import 'server-only'
import { noteDocument } from '@/lib/domain/note'
import type { Confidence, ReaderAnnotation } from '@/lib/domain/annotation'
import type { Dimension } from '@/lib/domain/codebook/codebook'
import type { Prisma } from '@/prisma/generated/client'

/** The fields of an annotation that leave the server, and its anchors on one revision. */
export const annotationFields = (revisionId: string) =>
  ({
    id: true,
    authorId: true,
    author: { select: { name: true } },
    note: true,
    confidence: true,
    sourceName: true,
    version: true,
    createdAt: true,
    updatedAt: true,
    deletedAt: true,
    labels: { select: { dimension: true, label: true } },
    evidence: { select: { url: true, title: true }, orderBy: { position: 'asc' } },
    anchors: { where: { revisionId }, select: { start: true, end: true, quote: true, state: true } },
  }) satisfies Prisma.AnnotationSelect

export type AnnotationRow = Prisma.AnnotationGetPayload<{ select: ReturnType<typeof annotationFields> }>

/** The confidence as the kernel and the database name it (an enum's member cannot hold a hyphen in Prisma's client). */
export const confidenceToRow = (value: Confidence | null): AnnotationRow['confidence'] =>
  value === 'fairly-sure' ? 'fairly_sure' : value
const confidenceOf = (value: AnnotationRow['confidence']): Confidence | null =>
  value === 'fairly_sure' ? 'fairly-sure' : value

/**
 * A row as the reader shows it, with its place on the revision it was read for; null where that revision never held it.
 * @throws ZodError when a stored note is not a note, which no door lets in.
 */
export function toReaderAnnotation(row: AnnotationRow): ReaderAnnotation | null {
  const anchor = row.anchors[0]
  if (!anchor) return null
  return {
    id: row.id,
    author: { id: row.authorId, name: row.author.name },
    start: anchor.start,
    end: anchor.end,
    quote: anchor.quote,
    labels: row.labels.map(({ dimension, label }) => ({ dimension: dimension as Dimension, label })),
    note: row.note === null ? null : noteDocument.parse(row.note),
    evidence: row.evidence,
    confidence: confidenceOf(row.confidence),
    sourceName: row.sourceName,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
