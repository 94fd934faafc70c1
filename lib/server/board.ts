import 'server-only'
import { requirement } from '@/lib/domain/classroom/assignment'
import { workState, type WorkState } from '@/lib/domain/classroom/work-state'
import { dimensions, type Dimension } from '@/lib/domain/codebook/codebook'
import type { Requirement } from '@/lib/domain/classroom/requirement'
import type { Viewer } from '@/lib/domain/viewer'
import { findAssignment, type AssignmentContext } from './assignment-context'
import { readStudents } from './assignment-work'
import { db } from './db'

/** One student's line on the teacher's board. Times are ISO 8601 in UTC. */
export type BoardLine = {
  id: string
  name: string
  section: { id: string; name: string } | null
  group: number | null
  state: WorkState
  submitted: string | null
  takenBack: boolean
  /** Flags made or changed after they first saw others' work, the key or a grade, where the gate keeps that from them. */
  afterSight: number
  lastActive: string | null
  /** Flags in all and by dimension; `met`: all that is asked for is there. */
  flags: number
  byDimension: Record<Dimension, number>
  met: boolean
}

export type Board = { lines: BoardLine[]; requirement: Requirement; counts: Record<WorkState, number> }

/** Where everybody stands in an assignment, by name; two statements whatever the size of the class. Null for who does not teach in it. */
export async function readBoard(viewer: Viewer, assignmentId: string): Promise<Board | null> {
  const found = await findAssignment(viewer, assignmentId, 'class.see-people')
  if (!found.ok) return null
  const [students, flags, policy] = await Promise.all([
    readStudents(assignmentId, found.value.classId),
    readCounts(found.value),
    db.assignment.findUniqueOrThrow({ where: { id: assignmentId }, select: { requirement: true } }),
  ])
  const wanted = requirement.parse(policy.requirement)
  const lines = students.map(({ id, name, section, part }): BoardLine => {
    const own = flags.get(id)
    const byDimension = { sourcing: own?.sourcing ?? 0, statement: own?.statement ?? 0, framing: own?.framing ?? 0 }
    const work = { started: part?.startedAt?.getTime() ?? null, submitted: part?.submittedAt?.getTime() ?? null }
    const last = Math.max(part?.lastActiveAt?.getTime() ?? 0, own?.last.getTime() ?? 0)
    return {
      id, name, section, byDimension,
      group: part?.group ?? null,
      state: workState(work, found.value),
      submitted: part?.submittedAt?.toISOString() ?? null,
      takenBack: part !== null && part.takenBackAt !== null,
      afterSight: found.value.gate === 'open' ? 0 : (own?.afterSight ?? 0),
      lastActive: last > 0 ? new Date(last).toISOString() : null,
      flags: own?.flags ?? 0,
      met: (own?.flags ?? 0) >= wanted.flags && dimensions.every((dimension) => byDimension[dimension] >= wanted.dimensions[dimension]),
    }
  })
  const counts: Board['counts'] = { 'not-started': 0, started: 0, submitted: 0, late: 0 }
  for (const { state } of lines) counts[state] += 1
  return { lines, requirement: wanted, counts }
}

type Counts = Record<Dimension, number> & { flags: number; afterSight: number; last: Date }

async function readCounts({ id, layerId }: AssignmentContext): Promise<Map<string, Counts>> {
  const rows = await db.$queryRaw<(Counts & { authorId: string })[]>`
    select a."authorId", count(*)::int as flags, max(a."updatedAt") as last,
      count(*) filter (where a."updatedAt" > f.at)::int as "afterSight",
      count(*) filter (where 'sourcing' = any(l.dimensions))::int as sourcing,
      count(*) filter (where 'statement' = any(l.dimensions))::int as statement,
      count(*) filter (where 'framing' = any(l.dimensions))::int as framing
    from "Annotation" a
    left join "FirstSight" f on f."assignmentId" = ${id}::uuid and f."userId" = a."authorId"
    left join lateral (select array_agg(l.dimension) as dimensions from "AnnotationLabel" l where l."annotationId" = a.id) l on true
    where a."layerId" = ${layerId}::uuid and a."deletedAt" is null
    group by a."authorId"`
  return new Map(rows.map(({ authorId, ...counts }) => [authorId, counts]))
}
