import 'server-only'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { findAssignment } from './assignment-context'
import { db } from './db'

/** What is said of: the student's own passage, one of the key's, or both where they met. */
export type About = { annotationId: string | null; keyAnnotationId: string | null }

/** Says something to a student of one passage; they read it when their grade is released. */
export async function giveFeedback(viewer: Viewer, assignmentId: string, studentId: string, about: About, words: string): Promise<Result<{ id: string }>> {
  const found = await findAssignment(viewer, assignmentId, 'class.teach')
  if (!found.ok) return found
  if (viewer.kind !== 'user') return refuse('notFound')
  const { layerId, keyLayerId } = found.value
  const [own, key] = await Promise.all([
    about.annotationId === null ? 1 : db.annotation.count({ where: { id: about.annotationId, layerId, authorId: studentId } }),
    about.keyAnnotationId === null ? 1 : keyLayerId === null ? 0 : db.annotation.count({ where: { id: about.keyAnnotationId, layerId: keyLayerId } }),
  ])
  if (own === 0 || key === 0) return refuse('notFound')
  return accept(await db.feedback.create({ data: { assignmentId, studentId, ...about, words, authorId: viewer.id }, select: { id: true } }))
}

/** Takes a word back. Twice is no error. */
export async function withdrawFeedback(viewer: Viewer, assignmentId: string, id: string): Promise<Result<void>> {
  const found = await findAssignment(viewer, assignmentId, 'class.teach')
  if (!found.ok) return found
  await db.feedback.deleteMany({ where: { id, assignmentId } })
  return accept(undefined)
}

/** Keeps a comment of a class to be used again; the same words are kept once. */
export async function keepComment(viewer: Viewer, assignmentId: string, words: string): Promise<Result<void>> {
  const found = await findAssignment(viewer, assignmentId, 'class.teach')
  if (!found.ok) return found
  const { classId } = found.value
  if ((await db.savedComment.count({ where: { classId, words } })) === 0) await db.savedComment.create({ data: { classId, words }, select: { id: true } })
  return accept(undefined)
}

/** Forgets a kept comment of an assignment's class. Twice is no error. */
export async function dropComment(viewer: Viewer, assignmentId: string, id: string): Promise<Result<void>> {
  const found = await findAssignment(viewer, assignmentId, 'class.teach')
  if (!found.ok) return found
  await db.savedComment.deleteMany({ where: { id, classId: found.value.classId } })
  return accept(undefined)
}

/** The kept comments of an assignment's class, the newest first; empty for who does not teach in it. */
export async function listComments(viewer: Viewer, assignmentId: string): Promise<{ id: string; words: string }[]> {
  const found = await findAssignment(viewer, assignmentId, 'class.see-people')
  if (!found.ok) return []
  return db.savedComment.findMany({ where: { classId: found.value.classId }, orderBy: { createdAt: 'desc' }, take: 100, select: { id: true, words: true } })
}
