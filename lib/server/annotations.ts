import 'server-only'
import type { AnnotationChange, AnnotationContent, NewAnnotation, ReaderAnnotation } from '@/lib/domain/annotation'
import type { LabelRef } from '@/lib/domain/codebook/codebook'
import { findCodebook, findLabel } from '@/lib/domain/codebook/registry'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { SignedIn, Viewer } from '@/lib/domain/viewer'
import { findForChange, markDeleted, readCurrent, replaceContent, unmarkDeleted } from './annotation-changes'
import { insertAnnotations } from './insert-annotations'
import { placeAnchors, readGround, type AnchorRow } from './place-anchors'
import { openWorkIn } from './submissions'

/**
 * Flags a passage. The same id from the same author twice makes one annotation: the second call answers with the first's.
 * Refused: a passage outside the text, one whose words are not those the reader saw, one that cuts a character, labels
 * that the layer's codebook does not have.
 */
export async function createAnnotation(viewer: Viewer, input: NewAnnotation): Promise<Result<ReaderAnnotation>> {
  const ground = await readGround(viewer, input.layerId, input)
  if (!ground) return refuse('notFound')
  const { layer, around } = ground
  if (viewer.kind !== 'user' || !can(viewer, 'annotation.create', layer.article)) {
    return refusal(viewer, 'annotation.create', layer.article)
  }
  const unknown = unknownLabel({ ...layer, allowed: layer.article.standing?.labels ?? [] }, input)
  if (unknown) return unknown

  const anchors = await placeAnchors(layer, around, input)
  if (!anchors.ok) return anchors
  await openWorkIn(viewer, layer)
  const { id, labels, note, evidence, confidence, sourceName } = input
  const content = { labels, note, evidence, confidence, sourceName }
  const { revised, made } = await insertAnnotations(viewer, layer, [{ id, ...content, anchors: anchors.value }])
  // The article was saved anew between placing and writing: place it on that revision as well.
  if (revised) return createAnnotation(viewer, input)
  const createdAt = made.get(id)
  if (createdAt === undefined) return writtenBefore(viewer, layer.id, id)
  // An exercise stays on its revision, whatever became of the article since.
  const shown = layer.article.standing ? anchors.value.slice(0, 1) : anchors.value
  return accept(asMade(viewer, { id, createdAt }, content, shown))
}

/** A new annotation as it stands on the revision of the last of these anchors. */
function asMade(author: SignedIn, made: { id: string; createdAt: string }, content: AnnotationContent, anchors: AnchorRow[]): ReaderAnnotation {
  const anchor = anchors.at(-1)
  if (!anchor) throw new Error(`Annotation ${made.id} was given no anchor.`)
  const { start, end, quote } = anchor
  const { id, createdAt } = made
  return { id, author: { id: author.id, name: author.name }, start, end, quote, ...content, version: 1, createdAt, updatedAt: createdAt }
}

/** The answer to an id that is taken: its annotation, where it is of the same author and layer. */
async function writtenBefore(viewer: SignedIn, layerId: string, id: string): Promise<Result<ReaderAnnotation>> {
  const there = await readCurrent(id)
  return there && there.authorId === viewer.id && there.layerId === layerId ? accept(there.annotation) : refuse('conflict', 'id')
}

/**
 * Replaces what an annotation says, where its author still has version `version` before them; else `conflict` with what is
 * there now, also where they deleted it meanwhile.
 */
export async function updateAnnotation(
  viewer: Viewer,
  id: string,
  { version, content }: { version: number; content: AnnotationContent },
): Promise<AnnotationChange<ReaderAnnotation>> {
  const found = await findForChange(viewer, id, 'annotation.update')
  if (!found.ok) return (await deletedByAuthor(viewer, id)) ?? found
  const unknown = unknownLabel(found.value, content)
  if (unknown) return unknown
  const changed = await replaceContent(viewer, id, version, content)
  return changed ? accept(changed) : conflictOver(id)
}

/**
 * Takes an annotation out of sight. Its author can bring it back with `restoreAnnotation`. Deleting twice is no error,
 * unless the caller says which `version` is meant: then `ifMatchStale` where it is another by now.
 */
export async function deleteAnnotation(viewer: Viewer, id: string, version?: number): Promise<Result<{ id: string; version: number }>> {
  const found = await findForChange(viewer, id, 'annotation.delete')
  if (!found.ok) return found
  const changed = await markDeleted(viewer, id, version ?? null)
  if (changed !== null) return accept({ id, version: changed })
  if (version !== undefined) return refuse('ifMatchStale')
  // It had been deleted before, or somebody else was faster by a moment: then what they left is what counts.
  return found.value.deletedBy === null ? deleteAnnotation(viewer, id) : accept({ id, version: found.value.version })
}

/** Deletes an annotation that somebody saw in `version` (undefined: in none yet); `conflict` with what is there where it is another by now. */
export async function deleteSeen(viewer: Viewer, id: string, version: number | undefined): Promise<AnnotationChange<{ id: string; version: number }>> {
  const deleted = await deleteAnnotation(viewer, id, version)
  return !deleted.ok && deleted.problems[0]?.code === 'ifMatchStale' ? conflictOver(id) : deleted
}

/**
 * Brings back an annotation that its author deleted. Restoring one that is not deleted is no error; refused as `gone` once
 * its words are kept no longer.
 */
export async function restoreAnnotation(viewer: Viewer, id: string): Promise<Result<ReaderAnnotation>> {
  const found = await findForChange(viewer, id, 'annotation.restore')
  if (!found.ok) return found
  const restored = await unmarkDeleted(viewer, id)
  if (restored) return accept(restored)
  const current = await readCurrent(id)
  if (!current) return refuse('notFound')
  return current.deletedBy === null ? accept(current.annotation) : refuse('gone')
}

/** The refusal of a change that came too late. The caller knows that the viewer may change the annotation. */
async function conflictOver(id: string): Promise<AnnotationChange<never>> {
  const there = await readCurrent(id)
  if (!there) return refuse('notFound')
  const annotation = there.deletedBy === null ? there.annotation : null
  return { ...refuse('conflict'), current: { version: there.version, annotation } }
}

/** The same where its author deleted it, from another window perhaps, and could bring it back; null where it is not so. */
async function deletedByAuthor(viewer: Viewer, id: string): Promise<AnnotationChange<never> | null> {
  const found = await findForChange(viewer, id, 'annotation.restore')
  return found.ok && found.value.deletedBy !== null ? conflictOver(id) : null
}

/** Refuses the first label that the codebook does not have, or the assignment does not offer; one kept by an older version of it is fine there. */
function unknownLabel(layer: { codebookSlug: string; codebookVersion: number; allowed: readonly string[] }, { labels }: AnnotationContent) {
  const codebook = findCodebook(layer.codebookSlug, layer.codebookVersion)
  const offered = ({ dimension, label }: LabelRef) => layer.allowed.length === 0 || layer.allowed.includes(`${dimension}:${label}`)
  const at = labels.findIndex((ref) => !codebook || !findLabel(codebook, ref) || !offered(ref))
  const label = labels[at]
  return label ? refuse('labelUnknown', `labels.${at}`, { label: `${label.dimension}:${label.label}` }) : null
}
