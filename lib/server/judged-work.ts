import 'server-only'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { storedProposal, type Proposal } from '@/lib/domain/classroom/proposal'
import { resultOf, type WorkResult } from '@/lib/domain/classroom/work-result'
import type { Viewer } from '@/lib/domain/viewer'
import { findAssignment, readAssignmentContext, type AssignmentContext } from './assignment-context'
import { readAssignment } from './assignment-view'
import { passageOf, readAssignmentWork } from './assignment-work'
import { readClassShares, type ClassShares } from './class-shares'
import { db } from './db'
import { recordFirstSight } from './first-sights'
import { isUuid } from './layers'

/** A student's own work judged against the key, for them or for those who teach. */
export type JudgedWork = {
  annotations: ReaderAnnotation[]
  key: ReaderAnnotation[]
  /** What became of each passage; null while the key is not for the viewer, of whom nothing is then told of it. */
  result: WorkResult | null
  /** What the others made of each of these passages; null while the viewer does not see theirs. */
  others: ClassShares | null
  proposal: Proposal | null
  points: number | null
  comment: string | null
  /** Those of `annotations` that the student made or changed after they first saw what was kept from them: for those who teach. */
  afterSight: string[]
  feedback: { id: string; annotationId: string | null; keyAnnotationId: string | null; words: string; author: string; createdAt: string }[]
}

/**
 * One student's work with what became of each passage. Those who teach may ask at any time; a student for their own: beside
 * the class once they see the others' work, key and verdicts once the key is open to them, points and words once the
 * grade is released, whichever comes first. Null where it is not for the viewer, or not yet.
 */
export async function readJudgedWork(viewer: Viewer, assignmentId: string, studentId: string, now = new Date()): Promise<JudgedWork | null> {
  const teaching = await findAssignment(viewer, assignmentId, 'class.see-people')
  const found = teaching.ok ? teaching.value : await ownContext(viewer, assignmentId, studentId)
  if (!found || !isUuid(studentId)) return null
  const own = teaching.ok ? null : (await readAssignment(viewer, assignmentId, now.getTime()))?.own
  const [seesGrade, seesKey] = [teaching.ok || own?.seesGrade === true, teaching.ok || own?.seesKey === true]
  const seesOthers = teaching.ok || own?.seesOthers === true
  if (!seesGrade && !seesKey && !seesOthers) return null
  const [part, work, feedback] = await Promise.all([
    db.submission.findUnique({ where: { assignmentId_userId: { assignmentId, userId: studentId } }, select: { proposal: true, points: true, comment: true } }),
    readAssignmentWork(seesKey ? found : { ...found, keyLayerId: null }, studentId),
    seesGrade ? readFeedback(assignmentId, studentId) : [],
  ])
  const annotations = work.byStudent.get(studentId) ?? []
  const places = [...annotations, ...work.key].map(passageOf)
  const proposal = storedProposal(part?.proposal)
  const others = seesOthers ? await readClassShares(found, studentId, places) : null
  const graded = seesGrade && (proposal !== null || (part?.points ?? part?.comment ?? null) !== null)
  const told = graded || work.key.length > 0 || feedback.length > 0 || (others?.people ?? 0) > 0
  // They may have taken their work back while it was read: it is read anew, and from now on they cannot.
  if (own && told && (await recordFirstSight(assignmentId, studentId))) return readJudgedWork(viewer, assignmentId, studentId, now)
  return {
    annotations,
    key: work.key,
    result: seesKey ? resultOf(annotations.map(passageOf), work.key.map(passageOf)) : null,
    others,
    proposal: seesGrade ? proposal : null,
    points: seesGrade ? (part?.points ?? proposal?.points ?? null) : null,
    comment: seesGrade ? (part?.comment ?? null) : null,
    feedback: feedback.map((said) => (seesKey ? said : { ...said, keyAnnotationId: null })),
    afterSight: teaching.ok ? await readAfterSight(found, studentId) : [],
  }
}

async function readFeedback(assignmentId: string, studentId: string): Promise<JudgedWork['feedback']> {
  const rows = await db.feedback.findMany({
    where: { assignmentId, studentId },
    orderBy: { createdAt: 'asc' },
    select: { id: true, annotationId: true, keyAnnotationId: true, words: true, createdAt: true, author: { select: { name: true } } },
  })
  return rows.map(({ author, createdAt, ...rest }) => ({ ...rest, author: author.name, createdAt: createdAt.toISOString() }))
}

/** Of an exercise in which everybody works in sight of everybody there is no such moment. */
async function readAfterSight({ id, layerId, gate }: AssignmentContext, studentId: string): Promise<string[]> {
  const sight = gate === 'open' ? null : await db.firstSight.findUnique({ where: { assignmentId_userId: { assignmentId: id, userId: studentId } }, select: { at: true } })
  if (!sight) return []
  const rows = await db.annotation.findMany({ where: { layerId, authorId: studentId, deletedAt: null, updatedAt: { gt: sight.at } }, select: { id: true }, take: 2_000 })
  return rows.map((row) => row.id)
}

async function ownContext(viewer: Viewer, assignmentId: string, studentId: string): Promise<AssignmentContext | null> {
  if (viewer.kind !== 'user' || viewer.id !== studentId) return null
  const found = await readAssignmentContext(viewer, assignmentId)
  return found?.role === 'student' ? found : null
}
