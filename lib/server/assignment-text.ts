import 'server-only'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { readAssignment } from './assignment-view'

/** The canonical text that an assignment's offsets count in, for whoever may read the assignment; null for others. */
export async function readAssignmentText(viewer: Viewer, assignmentId: string): Promise<string | null> {
  const view = await readAssignment(viewer, assignmentId)
  if (!view) return null
  const { text } = await db.revision.findUniqueOrThrow({ where: { id: view.revision.id }, select: { text: true } })
  return text
}
