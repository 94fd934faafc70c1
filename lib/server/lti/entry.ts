import 'server-only'
import type { Launch } from '@/lib/domain/lti/launch'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { accountOf, accountsFor, linkAccount, lockAccounts, makeStaffAccount } from './accounts'
import { findContext } from './contexts'

/** Deployments that nobody allowed and that are kept of one platform, at most: it may name as many as it likes. */
const mostWaiting = 200

/** Who a launch's person is here: an account there is, a student of this class who gets one, or somebody who teaches and is asked. */
export type Entry = { kind: 'known'; userId: string; name: string } | { kind: 'student'; classId: string } | { kind: 'staff' }

/**
 * Whether a launch may come in, and as whom, without changing anything but that a deployment nobody knows is kept, for an
 * administrator to allow. Refused as `deploymentUnknown`, `courseRoleMissing`, and, since no account is made for a course
 * that nobody opened here, as `courseUnconnected` (a student) or `courseTeachersOnly` (an assistant).
 */
export async function findEntry(platformId: string, launch: Launch): Promise<Result<Entry>> {
  if (!(await isAllowed(platformId, launch.deploymentId))) return refuse('deploymentUnknown', '', { deployment: launch.deploymentId })
  const account = await accountOf(platformId, launch.subject)
  if (account) return accept({ kind: 'known', userId: account.id, name: account.name })
  if (launch.role === null) return refuse('courseRoleMissing')
  if (launch.role === 'teacher') return accept({ kind: 'staff' })
  const context = await findContext(platformId, launch)
  if (!context) return refuse(launch.role === 'student' ? 'courseUnconnected' : 'courseTeachersOnly')
  return accept(launch.role === 'student' ? { kind: 'student', classId: context.classId } : { kind: 'staff' })
}

/**
 * Makes or finds the account of a launch's person, within `tx`. `own`: the account of theirs that somebody who teaches
 * chose, null for a new one; it counts only where the person has none here yet.
 * @returns whose account it is
 */
export async function settleEntry(tx: Prisma.TransactionClient, platformId: string, launch: Launch, entry: Entry, own: string | null): Promise<string> {
  const { role } = launch
  if (entry.kind === 'known' && role === null) return entry.userId
  const person = { subject: launch.subject, name: launch.name, email: launch.email, locale: launch.locale, role: role ?? 'student' }
  await lockAccounts(tx, platformId)
  // Known people are met here too: their names follow, and a student who teaches now leaves the class's keeping.
  const met = await accountsFor(tx, platformId, [person], entry.kind === 'student' ? entry.classId : nowhere)
  const userId = met.get(launch.subject)?.userId
  if (userId) return userId
  if (own === null) return makeStaffAccount(tx, platformId, person)
  await linkAccount(tx, platformId, launch.subject, own)
  return own
}

/** No class: nobody is made in it, since only students are made. */
const nowhere = '00000000-0000-0000-0000-000000000000'

async function isAllowed(platformId: string, deploymentId: string): Promise<boolean> {
  const row = await db.ltiDeployment.findUnique({ where: { platformId_deploymentId: { platformId, deploymentId } }, select: { allowedAt: true } })
  if (row) return row.allowedAt !== null
  const waiting = await db.ltiDeployment.count({ where: { platformId, allowedAt: null } })
  if (waiting < mostWaiting) await db.ltiDeployment.createMany({ data: [{ platformId, deploymentId }], skipDuplicates: true })
  return false
}
