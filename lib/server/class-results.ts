import 'server-only'
import type { ClassResults } from '@/lib/domain/classroom/class-results'
import type { Viewer } from '@/lib/domain/viewer'
import { findAssignment } from './assignment-context'
import { ownerOf } from './compute/compute'
import { db } from './db'
import { judge, readMarkedWork } from './judging'

/**
 * What the class found of the key, what it mixes up, and where the key may lack something. Null for who does not teach in it.
 * @throws where there was no time to judge the work.
 */
export async function readClassResults(viewer: Viewer, assignmentId: string): Promise<ClassResults | null> {
  const found = await findAssignment(viewer, assignmentId, 'class.see-people')
  if (!found.ok) return null
  const [work, handedIn, revision] = await Promise.all([
    readMarkedWork(found.value),
    db.submission.findMany({ where: { assignmentId, submittedAt: { not: null } }, select: { userId: true } }),
    db.revision.findUniqueOrThrow({ where: { id: found.value.revisionId }, select: { text: true } }),
  ])
  const students = handedIn.map(({ userId }) => userId)
  const judged = await judge('class-results', { work, students, text: revision.text }, { owner: ownerOf(viewer) })
  if (!judged.ok) throw new Error(`The results of assignment ${assignmentId} could not be computed: ${judged.problems.map(({ code }) => code).join(', ')}`)
  return judged.value
}
