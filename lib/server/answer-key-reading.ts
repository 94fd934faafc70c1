import 'server-only'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { Viewer } from '@/lib/domain/viewer'
import { findAssignment } from './assignment-context'
import { listAnnotations } from './annotation-list'
import { db } from './db'

/** The passages of an assignment's key on its revision, in reading order; empty without a key, null for who does not teach there. */
export async function readKey(viewer: Viewer, assignmentId: string): Promise<ReaderAnnotation[] | null> {
  const found = await findAssignment(viewer, assignmentId, 'class.see-people')
  if (!found.ok) return null
  const { keyLayerId, revisionId } = found.value
  if (keyLayerId === null) return []
  const { number } = await db.revision.findUniqueOrThrow({ where: { id: revisionId }, select: { number: true } })
  return (await listAnnotations(viewer, keyLayerId, number))?.standing ?? []
}

/** Does anything stand in an assignment's key? For those who teach there. */
export async function hasKey(viewer: Viewer, assignmentId: string): Promise<boolean> {
  const found = await findAssignment(viewer, assignmentId, 'class.see-people')
  if (!found.ok || found.value.keyLayerId === null) return false
  return (await db.annotation.findFirst({ where: { layerId: found.value.keyLayerId, deletedAt: null }, select: { id: true } })) !== null
}
