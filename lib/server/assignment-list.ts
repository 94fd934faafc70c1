import 'server-only'
import { isStaff } from '@/lib/domain/classroom/class-role'
import { shutBecause, workState, type Schedule, type Shut, type WorkState } from '@/lib/domain/classroom/work-state'
import { can } from '@/lib/domain/permissions'
import type { Viewer } from '@/lib/domain/viewer'
import { readClassContext } from './class-context'
import { db } from './db'

/**
 * An assignment in its class's list; moments in milliseconds since 1970. A student has a `state` of their own and, while
 * nothing can be changed, the reason; who teaches has the numbers of students who began and who handed in.
 */
export type AssignmentEntry = Schedule & {
  id: string
  title: string
  article: string
  yetToOpen: boolean
  own: { state: WorkState; shut: Shut | null } | null
  counts: { started: number; submitted: number } | null
}

/**
 * The assignments of a class, those due next first, then those without a date, then what is past, the latest first. One
 * that is not open yet does not exist for a student. Null for who is not in the class.
 */
export async function listAssignments(viewer: Viewer, classId: string, now = new Date()): Promise<AssignmentEntry[] | null> {
  const found = await readClassContext(viewer, classId)
  if (viewer.kind !== 'user' || !found || !can(viewer, 'class.read', found)) return null
  const staff = isStaff(found.role)
  const [rows, counts] = await Promise.all([
    db.assignment.findMany({
      where: { classId, ...(!staff && { OR: [{ opensAt: null }, { opensAt: { lte: now } }] }) },
      select: {
        id: true, title: true, opensAt: true, dueAt: true, lateUntil: true,
        revision: { select: { article: { select: { title: true } } } },
        submissions: { where: { userId: viewer.id }, select: { startedAt: true, submittedAt: true } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      take: 500,
    }),
    staff ? countWork(classId) : null,
  ])
  const entries = rows.map(({ id, title, opensAt, dueAt, lateUntil, revision, submissions: [own] }) => {
    const schedule = { opens: moment(opensAt), due: moment(dueAt), lateUntil: moment(lateUntil) }
    const work = { started: moment(own?.startedAt ?? null), submitted: moment(own?.submittedAt ?? null) }
    return {
      id, title, ...schedule,
      article: revision.article.title,
      yetToOpen: opensAt !== null && opensAt > now,
      own: staff ? null : { state: workState(work, schedule), shut: shutBecause(schedule, work, now.getTime()) },
      counts: counts && (counts.get(id) ?? { started: 0, submitted: 0 }),
    }
  })
  return inOrder(entries, now.getTime())
}

const moment = (date: Date | null) => date?.getTime() ?? null

/** How many of those who are students now have begun, and handed in, each assignment. */
async function countWork(classId: string): Promise<Map<string, { started: number; submitted: number }>> {
  const rows = await db.submission.groupBy({
    by: ['assignmentId'],
    where: { assignment: { classId }, user: { memberships: { some: { classId, role: 'student' } } } },
    _count: { startedAt: true, submittedAt: true },
  })
  return new Map(rows.map(({ assignmentId, _count }) => [assignmentId, { started: _count.startedAt, submitted: _count.submittedAt }]))
}

function inOrder(entries: AssignmentEntry[], now: number): AssignmentEntry[] {
  const end = ({ due, lateUntil }: AssignmentEntry) => lateUntil ?? due
  const ahead = entries.filter((entry) => (end(entry) ?? -1) >= now).sort((a, b) => a.due! - b.due!)
  const endless = entries.filter((entry) => end(entry) === null)
  const past = entries.filter((entry) => end(entry) !== null && end(entry)! < now).sort((a, b) => b.due! - a.due!)
  return [...ahead, ...endless, ...past]
}
