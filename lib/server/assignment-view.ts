import 'server-only'
import { rubric, requirement, type Rubric } from '@/lib/domain/classroom/assignment'
import { isStaff, type ClassRole } from '@/lib/domain/classroom/class-role'
import { isOpen, type Gate } from '@/lib/domain/classroom/gate'
import { isKeyOpen } from '@/lib/domain/classroom/standing'
import type { Progress, Requirement } from '@/lib/domain/classroom/requirement'
import { isReleased, keptBecause, shutBecause, workState, type Kept, type Schedule, type Shut, type Work, type WorkState } from '@/lib/domain/classroom/work-state'
import type { NoteDocument } from '@/lib/domain/note'
import { noteDocument } from '@/lib/domain/note'
import { can } from '@/lib/domain/permissions'
import type { Viewer } from '@/lib/domain/viewer'
import { readAssignmentContext } from './assignment-context'
import { db } from './db'
import { readProgress, readSightOf } from './submissions'

/** An assignment as its page shows it to anybody of the class. Moments in milliseconds since 1970. */
export type AssignmentView = Schedule & {
  id: string
  title: string
  class: { id: string; name: string; timeZone: string; archived: boolean }
  role: ClassRole
  instructions: NoteDocument | null
  labels: string[]
  requirement: Requirement
  points: number
  rubric: Rubric
  groupSize: number | null
  gate: Gate
  gateFlags: number
  revealed: number | null
  pseudonyms: boolean
  /** From when grades show; null: when they are released by hand. */
  gradesAt: number | null
  layer: { id: string; codebookSlug: string; codebookVersion: number }
  keyLayerId: string | null
  article: { id: string; slug: string; title: string; byline: string | null; siteName: string | null; language: string; publishedAt: string | null }
  revision: { id: string; number: number; html: string }
  /** Of a student; null for those who teach. */
  own: OwnPart | null
  mayManage: boolean
  /** When its deletion takes effect; null: nobody asked for it. */
  deleteAt: number | null
}

/** A student's own part: where they stand, what is still asked for, whether they may see the others by now. */
export type OwnPart = {
  work: Work
  state: WorkState
  shut: Shut | null
  /** Why handed-in work stays as it is; null: it may be taken back. */
  kept: Kept | null
  /** They have seen others' work, the key or their grade: what they hand in stays. */
  seen: boolean
  progress: Progress[]
  seesOthers: boolean
  /** The key, and what it says of their own work. */
  seesKey: boolean
  /** Points and words of their handed-in work, or of work that was given points all the same. */
  seesGrade: boolean
  /** What is handed in now is late. */
  overdue: boolean
}

/** An assignment for somebody of its class; null where there is none, or none for them: students see it once it opens. */
export async function readAssignment(viewer: Viewer, id: string, now = Date.now()): Promise<AssignmentView | null> {
  const found = await readAssignmentContext(viewer, id)
  if (!found || found.role === null || viewer.kind !== 'user' || !can(viewer, 'class.read', found)) return null
  if (!isStaff(found.role) && found.opens !== null && found.opens > now) return null
  const row = await db.assignment.findUniqueOrThrow({ where: { id: found.id }, select: fields })
  const { layer, revision, class: ofClass, ...rest } = row
  const { codebookSlug, codebookVersion, article } = layer
  const { role, layerId, keyLayerId, revisionId: _, timeZone: __, archived, classId, ...context } = found
  return {
    ...context,
    role,
    keyLayerId,
    class: { id: classId, name: ofClass.name, timeZone: ofClass.timeZone, archived },
    instructions: rest.instructions === null ? null : noteDocument.parse(rest.instructions),
    labels: rest.labels,
    requirement: requirement.parse(rest.requirement),
    points: rest.points,
    gradesAt: rest.gradesAt?.getTime() ?? null,
    rubric: rubric.parse(rest.rubric),
    layer: { id: layerId, codebookSlug, codebookVersion },
    article: { ...article, publishedAt: article.publishedAt?.toISOString().slice(0, 10) ?? null },
    revision,
    own: isStaff(role) ? null : await readOwn(viewer.id, found, rest.gradesAt, now),
    mayManage: can(viewer, 'class.manage', found),
    deleteAt: rest.deleteAt?.getTime() ?? null,
  }
}

const fields = {
  instructions: true, labels: true, requirement: true, points: true, rubric: true, gradesAt: true, deleteAt: true,
  class: { select: { name: true, timeZone: true } },
  revision: { select: { id: true, number: true, html: true } },
  layer: {
    select: {
      codebookSlug: true, codebookVersion: true,
      article: { select: { id: true, slug: true, title: true, byline: true, siteName: true, language: true, publishedAt: true } },
    },
  },
} as const

type Context = NonNullable<Awaited<ReturnType<typeof readAssignmentContext>>>

async function readOwn(userId: string, found: Context, gradesAt: Date | null, now: number): Promise<OwnPart> {
  const [row, progress, flags, sight] = await Promise.all([
    db.submission.findUnique({ where: { assignmentId_userId: { assignmentId: found.id, userId } }, select: { startedAt: true, submittedAt: true, points: true, releasedAt: true } }),
    readProgress(found.id, found.layerId, userId),
    db.annotation.count({ where: { layerId: found.layerId, authorId: userId, deletedAt: null } }),
    readSightOf(found.id, userId),
  ])
  const work = { started: row?.startedAt?.getTime() ?? null, submitted: row?.submittedAt?.getTime() ?? null }
  const rule = { gate: found.gate, flags: found.gateFlags, due: found.due, revealed: found.revealed }
  return {
    work,
    state: workState(work, found),
    shut: shutBecause(found, work, now),
    kept: keptBecause(found, work, sight, now),
    seen: sight.seen !== null || sight.projected !== null,
    progress,
    seesOthers: isOpen(rule, { submitted: work.submitted, flags }, now),
    seesKey: isKeyOpen({ ...rule, opens: found.opens, lateUntil: found.lateUntil }, { submitted: work.submitted, flags }, now),
    seesGrade: isReleased(gradesAt?.getTime() ?? null, row?.releasedAt?.getTime() ?? null, now) && (work.submitted !== null || (row?.points ?? null) !== null),
    overdue: found.due !== null && now > found.due,
  }
}
