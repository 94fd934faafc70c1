import 'server-only'
import { randomUUID } from 'node:crypto'
import { shiftDays } from '@/lib/domain/classroom/zoned-time'
import { keptByDefault } from '@/lib/domain/classroom/school-year'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma, type Assignment } from '@/prisma/generated/client'
import { audit } from './audit'
import { findManaged } from './classes'
import { db } from './db'
import { copyKeys } from './key-copy'
import { spendToday } from './limits'

/**
 * Makes a class like another for the next term: its sections and its assignments on the same revisions, each with a layer
 * of its own and the answer key copied, dates `days` later on the class's clock. Nobody but the viewer is in it, and there is no
 * work of students, no grade and no reveal.
 */
export async function copyClass(viewer: Viewer, classId: string, { name, days }: { name: string; days: number }): Promise<Result<{ id: string }>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  if (viewer.kind !== 'user' || !can(viewer, 'class.create', undefined)) return refusal(viewer, 'class.create', undefined)
  const spent = await spendToday(viewer, 'class:account')
  if (!spent.ok) return spent
  const { timeZone } = found.value
  return db.$transaction(async (tx) => {
    const [sections, assignments] = await Promise.all([
      tx.classSection.findMany({ where: { classId }, select: { name: true } }),
      tx.assignment.findMany({ where: { classId }, include: { layer: true, keyLayer: true }, orderBy: { createdAt: 'asc' } }),
    ])
    const made = await tx.class.create({
      data: { name, timeZone, keepUntil: keptByDefault(new Date(), timeZone), members: { create: { userId: viewer.id, role: 'teacher' } }, sections: { create: sections } },
      select: { id: true },
    })
    const copies = assignments.map((assignment) => ({
      ...assignment, id: randomUUID(), layerId: randomUUID(), keyLayerId: assignment.keyLayer ? randomUUID() : null,
    }))
    const layers = copies.flatMap(({ layerId, layer, keyLayerId, keyLayer }) => [{ ...layer, id: layerId }, ...(keyLayer ? [{ ...keyLayer, id: keyLayerId! }] : [])])
    await tx.layer.createMany({ data: layers.map(({ createdAt: _, ...layer }) => layer) })
    await copyKeys(tx, viewer, copies.flatMap(({ keyLayer, keyLayerId: to }) => (keyLayer && to ? [{ from: keyLayer.id, to }] : [])))
    await tx.assignment.createMany({ data: copies.map((copy) => ({ ...policyOf(copy), ...datesOf(copy, days, timeZone), classId: made.id })) })
    await audit(tx, viewer, 'class.created', made.id, { detail: { copyOf: classId } })
    return accept(made)
  }, { timeout: 30_000 })
}

function policyOf({ id, layerId, keyLayerId, revisionId, title, instructions, labels, groupSize, points, requirement, gate, gateFlags, pseudonyms, rubric }: Assignment) {
  return {
    id, layerId, keyLayerId, revisionId, title, labels, groupSize, points, gate, gateFlags, pseudonyms,
    instructions: instructions ?? Prisma.DbNull,
    requirement: requirement as Prisma.InputJsonValue,
    rubric: rubric as Prisma.InputJsonValue,
  }
}

function datesOf({ opensAt, dueAt, lateUntil, gradesAt, createdAt }: Assignment, days: number, zone: string) {
  const later = (date: Date | null) => date && new Date(shiftDays(date.getTime(), days, zone))
  return { opensAt: later(opensAt), dueAt: later(dueAt), lateUntil: later(lateUntil), gradesAt: later(gradesAt), createdAt }
}
