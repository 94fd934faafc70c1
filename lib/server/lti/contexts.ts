import 'server-only'
import type { Launch } from '@/lib/domain/lti/launch'
import { db } from '../db'

/** A course of a platform that is connected, with its class. */
export type CourseContext = { id: string; classId: string }

/**
 * The connected course that a launch comes from; null where nobody connected it, or where its deployment is not allowed.
 * It answers for nobody in particular: the launch itself says that somebody was sent from there.
 */
export async function findContext(platformId: string, { deploymentId, context }: Launch): Promise<CourseContext | null> {
  if (!context) return null
  return db.ltiContext.findFirst({
    where: { contextId: context.id, deployment: { platformId, deploymentId, allowedAt: { not: null } } },
    select: { id: true, classId: true },
  })
}

/**
 * Keeps what a launch tells of its course: the title, and where its services are, as last told. What a launch is silent
 * about stays: not every kind of launch tells everything.
 */
export async function refreshContext(id: string, { context, lineItems, memberships }: Launch): Promise<void> {
  const told = {
    ...(context?.title && { title: context.title }),
    ...(lineItems?.lineItems && { lineItemsUrl: lineItems.lineItems }),
    ...(memberships && { membershipsUrl: memberships }),
  }
  const changes = Object.entries(told).map(([name, value]) => ({ OR: [...(name === 'title' ? [] : [{ [name]: null }]), { [name]: { not: value } }] }))
  // Hundreds of launches of one course tell the same: only news is written.
  if (changes.length > 0) await db.ltiContext.updateMany({ where: { id, OR: changes }, data: told })
}
