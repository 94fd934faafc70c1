import 'server-only'
import type { AnnotationContent, NewAnnotation, ReaderAnnotation } from '@/lib/domain/annotation'
import { findCodebook, findLabel } from '@/lib/domain/codebook/registry'
import { can } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { annotationFields, confidenceToRow, toReaderAnnotation } from './annotation-rows'
import { audit } from './audit'
import { db } from './db'
import { readLayer, type LayerContext } from './layers'
import { placeAnchors } from './place-anchors'

/** The annotations of a layer on one revision of its article: those that stand on it, and those it no longer holds. */
export type LayerAnnotations = { standing: ReaderAnnotation[]; detached: ReaderAnnotation[] }

/**
 * Everything readers have flagged in a layer, in reading order (start, then longest first; code points of the revision):
 * on the article's current revision, or where it stood on the one with this number. What was flagged on later revisions
 * only is left out. Null where the layer is not for this viewer or there is no such revision.
 */
export async function readAnnotations(viewer: Viewer, layerId: string, number?: number): Promise<LayerAnnotations | null> {
  const layer = await readLayer(viewer, layerId)
  if (!layer) return null
  const at = { articleId: layer.articleId, number: number ?? layer.article.revision }
  const revision = await db.revision.findUnique({ where: { articleId_number: at }, select: { id: true } })
  if (!revision) return null
  const rows = await db.annotation.findMany({
    where: { layerId, deletedAt: null, ...(number !== undefined && { anchors: { some: { revisionId: revision.id } } }) },
    select: annotationFields(revision.id),
  })
  const shown = rows.flatMap((row) => {
    const annotation = toReaderAnnotation(row)
    return annotation ? [{ annotation, orphaned: row.anchors[0]?.state === 'orphaned' }] : []
  })
  shown.sort((a, b) => a.annotation.start - b.annotation.start || b.annotation.end - a.annotation.end)
  return {
    standing: shown.filter((entry) => !entry.orphaned).map((entry) => entry.annotation),
    detached: shown.filter((entry) => entry.orphaned).map((entry) => entry.annotation),
  }
}

/**
 * Flags a passage. The same id from the same author twice makes one annotation: the second call answers with the first's.
 * Refused: a passage outside the text, one whose words are not those the reader saw, one that cuts a character, labels
 * that the layer's codebook does not have.
 */
export async function createAnnotation(viewer: Viewer, input: NewAnnotation): Promise<Result<ReaderAnnotation>> {
  const layer = await readLayer(viewer, input.layerId)
  if (!layer) return refuse('notFound')
  if (viewer.kind !== 'user' || !can(viewer, 'annotation.create', layer.article)) return refuse('signInFirst')
  const unknown = unknownLabel(layer, input)
  if (unknown) return unknown

  const anchors = await placeAnchors(layer, input)
  if (!anchors.ok) return anchors
  const data = {
    id: input.id,
    layerId: layer.id,
    authorId: viewer.id,
    codebookSlug: layer.codebookSlug,
    codebookVersion: layer.codebookVersion,
    ...contentToRow(input),
    anchors: { createMany: { data: anchors.value } },
  } satisfies Prisma.AnnotationUncheckedCreateInput
  const outcome = await insert(viewer, layer, data)
  // The article was saved anew between placing and writing: place it on that revision as well.
  if (outcome === 'revised') return createAnnotation(viewer, input)
  const made = await readOwn(viewer, input.id)
  return made && made.layerId === layer.id ? accept(made.annotation) : refuse('conflict', 'id')
}

/**
 * Writes the rows, holding the article's revision still: saving a revision locks the article's row, so that no
 * annotation is made on a text that is being replaced and then left behind.
 */
async function insert(viewer: Viewer, layer: LayerContext, data: Prisma.AnnotationUncheckedCreateInput & { id: string }) {
  try {
    return await db.$transaction(async (tx) => {
      const [article] = await tx.$queryRaw<{ revision: number }[]>`
        select revision from "Article" where id = ${layer.articleId}::uuid for share`
      if (article?.revision !== layer.article.revision) return 'revised' as const
      await tx.annotation.create({ data, select: { id: true } })
      await audit(tx, viewer, 'annotation.created', data.id, { layerId: layer.id })
      return 'written' as const
    })
  } catch (error) {
    if (!isTaken(error)) throw error
    return 'written before' as const
  }
}

/** Replaces what an annotation says, where its author still has version `version` before them; else `conflict`. */
export async function updateAnnotation(
  viewer: Viewer,
  id: string,
  { version, content }: { version: number; content: AnnotationContent },
): Promise<Result<ReaderAnnotation>> {
  const found = await findForChange(viewer, id, 'annotation.update')
  if (!found) return refuse('notFound')
  const unknown = unknownLabel(found, content)
  if (unknown) return unknown
  const changed = await db.$transaction(async (tx) => {
    const { count } = await tx.annotation.updateMany({ where: { id, version, deletedAt: null }, data: bump() })
    if (count === 0) return false
    await tx.annotationLabel.deleteMany({ where: { annotationId: id } })
    await tx.evidence.deleteMany({ where: { annotationId: id } })
    await tx.annotation.update({ where: { id }, data: contentToRow(content), select: { id: true } })
    const detail = { version: version + 1, content: structuredClone(content) }
    await audit(tx, viewer, 'annotation.changed', id, { layerId: found.layerId, detail })
    return true
  })
  if (!changed) return refuse('conflict')
  const row = await readOwn(viewer, id)
  return row ? accept(row.annotation) : refuse('notFound')
}

/** Takes an annotation out of sight. Its author can bring it back with `restoreAnnotation`. Deleting twice is no error. */
export async function deleteAnnotation(viewer: Viewer, id: string): Promise<Result<{ id: string; version: number }>> {
  const found = await findForChange(viewer, id, 'annotation.delete')
  if (!found) return refuse('notFound')
  await setDeleted(viewer, found, true)
  const { version } = await db.annotation.findUniqueOrThrow({ where: { id }, select: { version: true } })
  return accept({ id, version })
}

/** Brings back an annotation that its author deleted. Restoring one that is not deleted is no error. */
export async function restoreAnnotation(viewer: Viewer, id: string): Promise<Result<ReaderAnnotation>> {
  const found = await findForChange(viewer, id, 'annotation.restore')
  if (!found) return refuse('notFound')
  await setDeleted(viewer, found, false)
  const row = await readOwn(viewer, id)
  return row ? accept(row.annotation) : refuse('notFound')
}

/** Refuses the first label that the codebook does not have; one kept by an older version of it is fine there. */
function unknownLabel(layer: { codebookSlug: string; codebookVersion: number }, { labels }: AnnotationContent) {
  const codebook = findCodebook(layer.codebookSlug, layer.codebookVersion)
  const at = labels.findIndex((ref) => !codebook || !findLabel(codebook, ref))
  const label = labels[at]
  return label ? refuse('labelUnknown', `labels.${at}`, { label: `${label.dimension}:${label.label}` }) : null
}

const bump = () => ({ version: { increment: 1 }, updatedAt: new Date() })

/** The system's own deletions carry the zero id, so that a deleted row always says by whom. */
const actorOf = (viewer: Viewer) => (viewer.kind === 'user' ? viewer.id : '00000000-0000-0000-0000-000000000000')

async function setDeleted(viewer: Viewer, { id, layerId }: { id: string; layerId: string }, deleted: boolean): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.annotation.updateMany({
      where: { id, deletedAt: deleted ? null : { not: null } },
      data: { ...bump(), deletedAt: deleted ? new Date() : null, deletedById: deleted ? actorOf(viewer) : null },
    })
    if (count > 0) await audit(tx, viewer, deleted ? 'annotation.deleted' : 'annotation.restored', id, { layerId })
  })
}

function contentToRow(content: AnnotationContent) {
  return {
    note: content.note ?? Prisma.DbNull,
    confidence: confidenceToRow(content.confidence),
    sourceName: content.sourceName,
    labels: { createMany: { data: content.labels } },
    evidence: { createMany: { data: content.evidence.map((link, position) => ({ ...link, position })) } },
  }
}

type Change = 'annotation.update' | 'annotation.delete' | 'annotation.restore'

/** The annotation, with its codebook, where the viewer may make that change to it; null means: for them it is not there. */
async function findForChange(viewer: Viewer, id: string, change: Change) {
  const row = await db.annotation.findUnique({
    where: { id },
    select: {
      id: true,
      layerId: true,
      authorId: true,
      deletedById: true,
      codebookSlug: true,
      codebookVersion: true,
      layer: { select: { article: { select: { visibility: true, ownerId: true } } } },
    },
  })
  if (!row) return null
  const subject = { authorId: row.authorId, deletedBy: row.deletedById, article: row.layer.article }
  return can(viewer, change, subject) ? row : null
}

const currentRevision = (articleId: string, number: number) =>
  db.revision.findUniqueOrThrow({ where: { articleId_number: { articleId, number } }, select: { id: true } })

/** The annotation as its author sees it on the current revision. */
async function readOwn(viewer: Viewer, id: string) {
  const at = await db.annotation.findUnique({
    where: { id },
    select: { layerId: true, authorId: true, layer: { select: { articleId: true, article: { select: { revision: true } } } } },
  })
  if (!at || viewer.kind !== 'user' || at.authorId !== viewer.id) return null
  const revision = await currentRevision(at.layer.articleId, at.layer.article.revision)
  const row = await db.annotation.findUniqueOrThrow({ where: { id }, select: annotationFields(revision.id) })
  const annotation = toReaderAnnotation(row)
  return annotation && { layerId: at.layerId, annotation }
}

/** Prisma's code for a unique constraint that was violated: somebody made a row of this id before. */
const isTaken = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'P2002'
