import 'server-only'
import { randomUUID } from 'node:crypto'
import type { AssignmentForm, AssignmentMoments } from '@/lib/domain/classroom/assignment'
import { groupsOf } from '@/lib/domain/classroom/pseudonym'
import { labelRefsOf, findCodebook } from '@/lib/domain/codebook/registry'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { findAssignment, gateToRow } from './assignment-context'
import { readArticle } from './articles'
import { audit } from './audit'
import { findManaged } from './classes'
import { db } from './db'
import { spendToday } from './limits'
import { freePseudonyms } from './pseudonyms'

type Filled = AssignmentForm & { moments: AssignmentMoments }

/**
 * Sets an exercise on the current revision of an article that the teacher may read, with a layer of its own for the work.
 * With groups everybody who is in the class now is put into one, by chance.
 */
export async function createAssignment(viewer: Viewer, classId: string, slug: string, form: Filled): Promise<Result<{ id: string }>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  if (found.value.archived) return refuse('classArchived')
  const spent = await spendToday(viewer, 'assignment:account')
  if (!spent.ok) return spent
  const article = await readArticle(viewer, slug)
  if (!article) return refuse('notFound', 'article')
  const { codebookSlug, codebookVersion } = article.layer
  const unknown = unknownLabel({ codebookSlug, codebookVersion }, form.labels)
  if (unknown) return unknown
  return db.$transaction(async (tx) => {
    const of = { articleId: article.id, name: form.title, codebookSlug, codebookVersion }
    const layer = await tx.layer.create({ data: { ...of, kind: 'assignment' }, select: { id: true } })
    const key = await tx.layer.create({ data: { ...of, kind: 'key' }, select: { id: true } })
    const made = await tx.assignment.create({
      data: { id: randomUUID(), classId, layerId: layer.id, keyLayerId: key.id, revisionId: article.revision.id, ...fieldsOf(form) },
      select: { id: true },
    })
    if (form.groupSize) await formGroups(tx, classId, made.id, form.groupSize)
    await audit(tx, viewer, 'assignment.created', made.id, { detail: { class: classId } })
    return accept(made)
  })
}

/** Changes an exercise; its article, revision and layer stay. Work that is there stays as it is. */
export async function changeAssignment(viewer: Viewer, id: string, form: Filled): Promise<Result<void>> {
  const found = await findAssignment(viewer, id, 'class.manage')
  if (!found.ok) return found
  const layer = await db.layer.findUniqueOrThrow({ where: { id: found.value.layerId }, select: { codebookSlug: true, codebookVersion: true } })
  const unknown = unknownLabel(layer, form.labels)
  if (unknown) return unknown
  return db.$transaction(async (tx) => {
    await tx.assignment.update({ where: { id }, data: fieldsOf(form), select: { id: true } })
    await tx.layer.update({ where: { id: found.value.layerId }, data: { name: form.title }, select: { id: true } })
    if (form.groupSize && form.groupSize !== found.value.groupSize) await formGroups(tx, found.value.classId, id, form.groupSize)
    await audit(tx, viewer, 'assignment.changed', id, { layerId: found.value.layerId })
    return accept(undefined)
  })
}

/** Opens every gate of an assignment at once, or shuts it again: students see each other's work and the key. */
export async function reveal(viewer: Viewer, id: string, revealed: boolean): Promise<Result<void>> {
  const found = await findAssignment(viewer, id, 'class.manage')
  if (!found.ok) return found
  return db.$transaction(async (tx) => {
    await tx.assignment.update({ where: { id }, data: { revealedAt: revealed ? new Date() : null }, select: { id: true } })
    await audit(tx, viewer, revealed ? 'assignment.revealed' : 'assignment.hidden', id, { layerId: found.value.layerId })
    return accept(undefined)
  })
}

/** Notes that a class looks at its work on the projector, the first time: what was handed in then stays. */
export async function noteProjection(viewer: Viewer, id: string): Promise<Result<void>> {
  const found = await findAssignment(viewer, id, 'class.see-people')
  if (!found.ok) return found
  return db.$transaction(async (tx) => {
    const { count } = await tx.assignment.updateMany({ where: { id, projectedAt: null }, data: { projectedAt: new Date() } })
    if (count > 0) await audit(tx, viewer, 'assignment.projected', id)
    return accept(undefined)
  })
}

/** Puts the students who are in no group yet, or in one of another size, into groups by chance; those at work stay. */
async function formGroups(tx: Prisma.TransactionClient, classId: string, assignmentId: string, size: number): Promise<void> {
  const students = await tx.classMember.findMany({ where: { classId, role: 'student' }, select: { userId: true }, orderBy: { userId: 'asc' } })
  const there = await tx.submission.findMany({ where: { assignmentId }, select: { userId: true, startedAt: true, group: true } })
  const busy = new Set(there.filter(({ startedAt }) => startedAt).map(({ userId }) => userId))
  await tx.submission.deleteMany({ where: { assignmentId, startedAt: null } })
  const first = Math.max(0, ...there.filter(({ startedAt }) => startedAt).map(({ group }) => group ?? 0)) + 1
  const free = students.map(({ userId }) => userId).filter((userId) => !busy.has(userId))
  const pseudonyms = await freePseudonyms(tx, assignmentId, free.length)
  const groups = groupsOf(free, size, seedOf(assignmentId))
  const rows = groups.flatMap((members, i) => members.map((userId) => ({ userId, group: first + i })))
  await tx.submission.createMany({ data: rows.map((row, i) => ({ ...row, assignmentId, pseudonym: pseudonyms[i]! })) })
}

const seedOf = (id: string) => Number.parseInt(id.slice(0, 8), 16) | 0

function fieldsOf({ moments, ...form }: Filled) {
  const date = (moment: number | null) => (moment === null ? null : new Date(moment))
  const { title, instructions, labels, groupSize, points, requirement, gate, gateFlags, pseudonyms, rubric } = form
  return {
    title, labels, groupSize, points, requirement, gateFlags, pseudonyms, rubric,
    instructions: instructions ?? Prisma.DbNull,
    gate: gateToRow(gate),
    opensAt: date(moments.opens), dueAt: date(moments.due), lateUntil: date(moments.lateUntil), gradesAt: date(moments.gradesAt),
  }
}

function unknownLabel({ codebookSlug, codebookVersion }: { codebookSlug: string; codebookVersion: number }, labels: readonly string[]) {
  const codebook = findCodebook(codebookSlug, codebookVersion)
  const known = new Set(codebook ? labelRefsOf(codebook).map(({ dimension, label }) => `${dimension}:${label}`) : [])
  const at = labels.findIndex((label) => !known.has(label))
  return at < 0 ? null : refuse('labelUnknown', `labels.${at}`, { label: labels[at]! })
}
