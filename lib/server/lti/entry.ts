import 'server-only'
import type { Launch } from '@/lib/domain/lti/launch'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { SignedIn } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from '../audit'
import { db } from '../db'
import { accountOf, accountsFor, lockAccounts, makeStaffAccount } from './accounts'
import { findContext } from './contexts'

/** Deployments that nobody allowed and that are kept of one platform, at most: it may name as many as it likes. */
const mostWaiting = 200

/** Who a launch's person is here: an account there is, a student of this class who gets one, or somebody who teaches and is asked. */
export type Entry = { kind: 'known'; userId: string; name: string; managed: boolean } | { kind: 'student'; classId: string } | { kind: 'staff' }

/**
 * Whether a launch may come in, and as whom, without changing anything but that a deployment nobody knows is kept, for an
 * administrator to allow. Refused as `deploymentUnknown`, `courseRoleMissing`, and, since no account is made for a course
 * that nobody opened here, as `courseUnconnected` (a student), `courseTeachersOnly` (an assistant) or `launchWithoutCourse`.
 */
export async function findEntry(platformId: string, launch: Launch): Promise<Result<Entry>> {
  if (!(await isAllowed(platformId, launch.deploymentId))) return refuse('deploymentUnknown', '', { deployment: launch.deploymentId })
  const account = await accountOf(platformId, launch.subject)
  if (account) return accept({ kind: 'known', userId: account.id, name: account.name, managed: account.managed })
  if (launch.role === null) return refuse('courseRoleMissing')
  if (launch.role === 'teacher') return accept({ kind: 'staff' })
  if (!launch.context) return refuse('launchWithoutCourse')
  const context = await findContext(platformId, launch)
  if (!context) return refuse(launch.role === 'student' ? 'courseUnconnected' : 'courseTeachersOnly')
  return accept(launch.role === 'student' ? { kind: 'student', classId: context.classId } : { kind: 'staff' })
}

/**
 * Makes or finds the account of a launch's person, within `tx`. `own`: who somebody who teaches said they are here already,
 * null for a new account; it counts only where the person has none here yet.
 * @returns whose account it is
 */
export async function settleEntry(tx: Prisma.TransactionClient, platformId: string, launch: Launch, entry: Entry, own: SignedIn | null): Promise<string> {
  const { subject, name, locale } = launch
  const role = entry.kind === 'known' ? await changedRole(platformId, launch, entry) : launch.role
  if (entry.kind === 'known' && role === null) return entry.userId
  const person = { subject, name, locale, role: role ?? 'student' }
  await lockAccounts(tx, platformId)
  // Known people are met here too: their names follow, and a student who teaches now leaves the class's keeping.
  const met = await accountsFor(tx, platformId, [person], entry.kind === 'student' ? entry.classId : null)
  const userId = met.get(subject)?.userId
  if (userId) return userId
  if (entry.kind === 'known') return entry.userId
  if (own === null) return makeStaffAccount(tx, platformId, person)
  await tx.ltiAccount.create({ data: { platformId, subject, userId: own.id }, select: { userId: true } })
  await audit(tx, own, 'account.linked', own.id, { detail: { platform: platformId } })
  return own.id
}

/**
 * As what an account that a class keeps must be seen to, null where nothing of it changes: most launches change nothing, and
 * wait for nobody. Only a course that is a class here makes somebody more than a student.
 */
async function changedRole(platformId: string, launch: Launch, { managed, name }: Extract<Entry, { kind: 'known' }>): Promise<Launch['role']> {
  if (!managed) return null
  if (launch.role !== null && launch.role !== 'student' && (await findContext(platformId, launch))) return launch.role
  return launch.name !== null && launch.name !== name ? 'student' : null
}

async function isAllowed(platformId: string, deploymentId: string): Promise<boolean> {
  const row = await db.ltiDeployment.findUnique({ where: { platformId_deploymentId: { platformId, deploymentId } }, select: { allowedAt: true } })
  if (row) return row.allowedAt !== null
  const waiting = await db.ltiDeployment.count({ where: { platformId, allowedAt: null } })
  if (waiting < mostWaiting) await db.ltiDeployment.createMany({ data: [{ platformId, deploymentId }], skipDuplicates: true })
  return false
}
