import 'server-only'
import { z } from 'zod'
import type { Launch } from '@/lib/domain/lti/launch'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import type { CourseContext } from './contexts'

/**
 * The assignment that a launched link opens. What the link itself says (`custom.assignment`, put there when it was chosen)
 * counts where it names an assignment of this course's class; else what was chosen for it here. A course that was copied
 * with its links still names the old class's assignments: for those somebody chooses anew. Null: nobody chose yet.
 */
export async function openLink({ id, classId }: CourseContext, launch: Launch): Promise<{ assignmentId: string } | null> {
  if (!launch.resourceLink) return null
  const named = z.uuid().safeParse(launch.custom.assignment).data
  const own = named && (await db.assignment.findFirst({ where: { id: named, classId }, select: { id: true } }))
  if (own) return db.$transaction((tx) => keepLink(tx, id, launch, own.id))
  const there = await db.ltiLink.findUnique({ where: linkAt(id, launch.resourceLink.id), select: { assignmentId: true } })
  return there && db.$transaction((tx) => keepLink(tx, id, launch, there.assignmentId))
}

/**
 * Keeps which assignment a link opens and where its scores go, as last told. What was sent of one assignment, or to one
 * place, says nothing about another: with a change of either it is forgotten, and everything is sent anew.
 */
export async function keepLink(tx: Prisma.TransactionClient, ltiContextId: string, launch: Launch, assignmentId: string): Promise<{ assignmentId: string }> {
  const resourceLinkId = launch.resourceLink!.id
  const told = launch.lineItems?.lineItem ?? null
  await tx.ltiLink.createMany({ data: [{ ltiContextId, resourceLinkId, assignmentId, lineItemUrl: told }], skipDuplicates: true })
  const moved = { OR: [{ assignmentId: { not: assignmentId } }, ...(told ? [{ lineItemUrl: null }, { lineItemUrl: { not: told } }] : [])] }
  const changed = await tx.ltiLink.updateManyAndReturn({
    where: { ltiContextId, resourceLinkId, ...moved },
    data: { assignmentId, ...(told && { lineItemUrl: told }) },
    select: { id: true },
  })
  await tx.ltiScore.deleteMany({ where: { linkId: { in: changed.map((link) => link.id) } } })
  return { assignmentId }
}

const linkAt = (ltiContextId: string, resourceLinkId: string) => ({ ltiContextId_resourceLinkId: { ltiContextId, resourceLinkId } })
