import 'server-only'
import { isStaff, type ClassRole } from '@/lib/domain/classroom/class-role'
import type { Gate } from '@/lib/domain/classroom/gate'
import type { Schedule } from '@/lib/domain/classroom/work-state'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import type { Gate as GateRow } from '@/prisma/generated/client'
import { classRoleOf } from './class-context'
import { db } from './db'
import { isUuid } from './layers'

/** An assignment with what the viewer is in its class: what every work on one must know. Moments in milliseconds. */
export type AssignmentContext = Schedule & {
  id: string
  classId: string
  title: string
  timeZone: string
  archived: boolean
  role: ClassRole | null
  layerId: string
  keyLayerId: string | null
  revisionId: string
  groupSize: number | null
  gate: Gate
  gateFlags: number
  revealed: number | null
  pseudonyms: boolean
}

/** The gate as the database's client names it (an enum's member cannot hold a hyphen there). */
export const gateToRow = (gate: Gate) => gate.replace('-', '_') as GateRow
/** The gate as the kernel names it. */
const gateOf = (gate: GateRow) => gate.replace('_', '-') as Gate

/**
 * The assignment of this id with the viewer's place in its class; null where there is none. It answers for nobody in
 * particular: `can` decides what the viewer is told of it.
 */
export async function readAssignmentContext(viewer: Viewer, id: string): Promise<AssignmentContext | null> {
  if (!isUuid(id)) return null
  const row = await db.assignment.findUnique({
    where: { id },
    select: {
      id: true, classId: true, title: true, layerId: true, keyLayerId: true, revisionId: true, groupSize: true, gate: true,
      gateFlags: true, revealedAt: true, pseudonyms: true, opensAt: true, dueAt: true, lateUntil: true,
      class: {
        select: {
          timeZone: true, archivedAt: true,
          members: { where: { userId: viewer.kind === 'user' ? viewer.id : nobody }, select: { role: true } },
        },
      },
    },
  })
  if (!row) return null
  const { class: { timeZone, archivedAt, members }, gate, revealedAt, opensAt, dueAt, lateUntil, ...rest } = row
  return {
    ...rest,
    timeZone,
    archived: archivedAt !== null,
    role: members[0] ? classRoleOf(members[0].role) : null,
    gate: gateOf(gate),
    revealed: revealedAt?.getTime() ?? null,
    opens: opensAt?.getTime() ?? null,
    due: dueAt?.getTime() ?? null,
    lateUntil: lateUntil?.getTime() ?? null,
  }
}

/**
 * The assignment where the viewer may do this in its class; else why not. To students it is not there before it opens.
 */
export async function findAssignment(viewer: Viewer, id: string, action: 'class.see-people' | 'class.teach' | 'class.manage'): Promise<Result<AssignmentContext>> {
  const found = await readAssignmentContext(viewer, id)
  if (!found || !can(viewer, 'class.read', found)) return refuse('notFound')
  if (!isStaff(found.role) && found.opens !== null && found.opens > Date.now()) return refuse('notFound')
  return can(viewer, action, found) ? accept(found) : refusal(viewer, action, found)
}

const nobody = '00000000-0000-0000-0000-000000000000'
