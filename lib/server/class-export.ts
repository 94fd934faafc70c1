import 'server-only'
import { zonedIso } from '@/lib/domain/classroom/zoned-time'
import { can } from '@/lib/domain/permissions'
import type { Viewer } from '@/lib/domain/viewer'
import { readAssignmentContext } from './assignment-context'
import { readAssignmentWork } from './assignment-work'
import { readClassContext } from './class-context'
import { listPeople } from './class-people'
import { db } from './db'
import { readGrades } from './grades'

/**
 * Everything of a class as one JSON file in UTF-8, made as it is read: its people, the comments that are kept, and for each
 * assignment what was set, who handed in when (on the class's clock), everybody's work, the key, grades and feedback. One assignment is in memory at a time. Null for who does not run the class.
 */
export async function exportClass(viewer: Viewer, classId: string): Promise<ReadableStream<Uint8Array> | null> {
  const found = await readClassContext(viewer, classId)
  if (!found || !can(viewer, 'class.manage', found)) return null
  const [people, comments] = await Promise.all([
    listPeople(viewer, classId),
    db.savedComment.findMany({ where: { classId }, orderBy: { createdAt: 'asc' }, select: { words: true, createdAt: true } }),
  ])
  const assignments = await db.assignment.findMany({ where: { classId }, orderBy: { createdAt: 'asc' }, select: { id: true } })
  const all = pieces({ class: { id: found.id, name: found.name, timeZone: found.timeZone }, people, comments }, found.timeZone, viewer, assignments.map(({ id }) => id))
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const next = await all.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(next.value))
    },
  })
}

async function* pieces(head: object, zone: string, viewer: Viewer, assignments: readonly string[]): AsyncGenerator<string, void> {
  yield `${JSON.stringify(head, onClock(zone)).slice(0, -1)},"assignments":[`
  for (const [i, id] of assignments.entries()) yield `${i === 0 ? '' : ','}${JSON.stringify(await wholeAssignment(viewer, id), onClock(zone))}`
  yield ']}\n'
}

/** Moments as the class's clock shows them, with its offset: what a person reads off a file is the lesson's time. */
function onClock(zone: string) {
  return function (this: Record<string, unknown>, key: string, value: unknown): unknown {
    const given = this[key]
    if (given instanceof Date) return zonedIso(given.getTime(), zone)
    return typeof given === 'string' && momentKeys.test(key) && utcMoment.test(given) ? zonedIso(Date.parse(given), zone) : value
  }
}

/** Names of what is a moment, though it stands there as a text already. */
const momentKeys = /^(submitted|created|updated|released)$|(At|Until)$/
const utcMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

async function wholeAssignment(viewer: Viewer, id: string) {
  const context = await readAssignmentContext(viewer, id)
  if (!context) throw new Error(`Assignment ${id} is gone`)
  const [row, work, grades, feedback] = await Promise.all([
    db.assignment.findUniqueOrThrow({
      where: { id },
      select: {
        id: true, title: true, instructions: true, labels: true, opensAt: true, dueAt: true, lateUntil: true, points: true, requirement: true,
        gate: true, gateFlags: true, revealedAt: true, groupSize: true, pseudonyms: true, gradesAt: true, rubric: true,
        submissions: { select: { userId: true, group: true, startedAt: true, submittedAt: true, takenBackAt: true, releasedAt: true } },
        firstSights: { select: { userId: true, at: true } },
        revision: { select: { number: true, text: true, article: { select: { id: true, title: true, sourceUrl: true } } } },
      },
    }),
    readAssignmentWork(context),
    readGrades(viewer, id),
    db.feedback.findMany({ where: { assignmentId: id }, select: { studentId: true, annotationId: true, keyAnnotationId: true, words: true, createdAt: true, author: { select: { id: true, name: true } } } }),
  ])
  return { ...row, work: [...work.byStudent].map(([student, annotations]) => ({ student, annotations })), key: work.key, grades, feedback }
}
