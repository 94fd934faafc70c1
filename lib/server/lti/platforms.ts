import 'server-only'
import { platformForm, platformIdentifier, platformLimits, type NewPlatform, type PlatformDetails } from '@/lib/domain/lti/platform'
import { mergeFields } from '@/lib/domain/merge-fields'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, problemsOf, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { audit } from '../audit'
import { db } from '../db'
import { env } from '../env'
import { isUuid } from '../layers'

/** An installation of this tool in a platform, as an administrator sees it; `allowedAt` null: somebody came from it, and waits. */
export type DeploymentEntry = { id: string; deploymentId: string; createdAt: Date; allowedAt: Date | null; courses: number }
/** A platform as an administrator sees it. `people`: accounts that came from it. */
export type PlatformEntry = PlatformDetails & { id: string; createdAt: Date; disabledAt: Date | null; people: number; deployments: DeploymentEntry[] }

/** Every platform with its deployments, the oldest first; null for who does not administer this site. */
export async function listPlatforms(viewer: Viewer): Promise<PlatformEntry[] | null> {
  if (!can(viewer, 'platform.manage', undefined)) return null
  const rows = await db.ltiPlatform.findMany({ select: entryFields, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 500 })
  return rows.map(entryOf)
}

/** One platform; null where there is none, and for who does not administer this site. */
export async function readPlatform(viewer: Viewer, id: string): Promise<PlatformEntry | null> {
  if (!can(viewer, 'platform.manage', undefined) || !isUuid(id)) return null
  const row = await db.ltiPlatform.findUnique({ where: { id }, select: entryFields })
  return row && entryOf(row)
}

/** Makes a platform known, with its deployment where that is told. Refused: `platformKnown`, and fields in a bad form. */
export async function addPlatform(viewer: Viewer, input: unknown): Promise<Result<{ id: string }>> {
  if (!can(viewer, 'platform.manage', undefined)) return refusal(viewer, 'platform.manage', undefined)
  const parsed = platformForm(env('LTI_ALLOW_HOSTS')).safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  return unlessKnown(db.$transaction((tx) => createPlatform(tx, viewer, parsed.data, new Date())))
}

/**
 * Writes a platform, within `tx`, with its deployment where that is told; `allowedAt` null: an administrator is still to
 * allow that. Whoever calls it has asked whether it may be.
 * @throws the database's unique violation where issuer and client id are known: see `unlessKnown`.
 */
export async function createPlatform(tx: Prisma.TransactionClient, viewer: Viewer, { deploymentId, ...details }: NewPlatform, allowedAt: Date | null): Promise<{ id: string }> {
  const deployments = deploymentId === null ? {} : { deployments: { create: { deploymentId, allowedAt } } }
  const made = await tx.ltiPlatform.create({ data: { ...details, ...deployments }, select: { id: true } })
  await audit(tx, viewer, 'platform.added', made.id, { detail: { issuer: details.issuer, clientId: details.clientId } })
  return made
}

/** What came of writing a platform: `platformKnown` at its client id where another has the same issuer and client id. */
export async function unlessKnown<T>(written: Promise<T>): Promise<Result<T>> {
  try {
    return accept(await written)
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') return refuse('platformKnown', 'clientId')
    throw error
  }
}

/** What can be changed of a platform. */
export const platformDetails = () => platformForm(env('LTI_ALLOW_HOSTS')).omit({ deploymentId: true })

/**
 * Changes what is known of a platform; its accounts, courses and links stay. `before` is what the form was begun with: a
 * field that somebody else changed to something else meanwhile is refused (`detailChanged`).
 */
export async function changePlatform(viewer: Viewer, id: string, input: unknown, before: Partial<PlatformDetails> = {}): Promise<Result<{ id: string }>> {
  const parsed = platformDetails().safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const changed = await unlessKnown(change(viewer, id, 'platform.changed', async (tx) => {
    await tx.$queryRaw`select id from "LtiPlatform" where id = ${id}::uuid for update`
    const now = await tx.ltiPlatform.findUnique({ where: { id }, select: detailFields })
    if (!now) return refuse('notFound')
    const merged = mergeFields(now, before, parsed.data)
    if (!merged.ok) return merged
    await tx.ltiPlatform.update({ where: { id }, data: merged.value, select: { id: true } })
    return accept({ count: 1 })
  }))
  return changed.ok ? changed.value : changed
}

/** Switches a platform off or on again: while it is off, its launches are refused and nothing is sent to it. */
export async function switchPlatform(viewer: Viewer, id: string, to: 'on' | 'off'): Promise<Result<{ id: string }>> {
  const data = { disabledAt: to === 'off' ? new Date() : null }
  return change(viewer, id, to === 'off' ? 'platform.disabled' : 'platform.enabled', (tx) => tx.ltiPlatform.updateMany({ where: { id }, data }))
}

/** Forgets a platform from which nobody ever came, such as one that was entered wrongly. */
export async function removePlatform(viewer: Viewer, id: string): Promise<Result<{ id: string }>> {
  const none = { accounts: { none: {} }, deployments: { none: { contexts: { some: {} } } } }
  const removed = await change(viewer, id, 'platform.removed', (tx) => tx.ltiPlatform.deleteMany({ where: { id, ...none } }))
  return !removed.ok && (await readPlatform(viewer, id)) ? refuse('platformUnused') : removed
}

/** Allows people to come from a deployment that was entered or from which somebody came, by its row. */
export async function allowDeployment(viewer: Viewer, platformId: string, id: string, to: 'allowed' | 'refused'): Promise<Result<{ id: string }>> {
  if (!isUuid(id)) return refuse('notFound')
  const data = { allowedAt: to === 'allowed' ? new Date() : null }
  return change(viewer, platformId, to === 'allowed' ? 'platform.deployment-allowed' : 'platform.deployment-refused', (tx) => tx.ltiDeployment.updateMany({ where: { id, platformId }, data }))
}

/** Enters a deployment of a platform by the name that the platform gave it, and allows it. */
export async function addDeployment(viewer: Viewer, platformId: string, given: unknown): Promise<Result<{ id: string }>> {
  const name = platformIdentifier.safeParse(given)
  if (!name.success) return { ok: false, problems: problemsOf(name.error).map((problem) => ({ ...problem, path: 'deploymentId' })) }
  if (can(viewer, 'platform.manage', undefined) && isUuid(platformId) && (await db.ltiDeployment.count({ where: { platformId, allowedAt: { not: null } } })) >= platformLimits.deployments) {
    return refuse('tooMany', 'deploymentId', { limit: platformLimits.deployments })
  }
  return change(viewer, platformId, 'platform.deployment-allowed', async (tx) => {
    if ((await tx.ltiPlatform.count({ where: { id: platformId } })) === 0) return { count: 0 }
    const key = { platformId_deploymentId: { platformId, deploymentId: name.data } }
    await tx.ltiDeployment.upsert({ where: key, create: { platformId, deploymentId: name.data, allowedAt: new Date() }, update: { allowedAt: new Date() }, select: { id: true } })
    return { count: 1 }
  })
}

type Done = 'platform.changed' | 'platform.disabled' | 'platform.enabled' | 'platform.removed' | 'platform.deployment-allowed' | 'platform.deployment-refused'

async function change(viewer: Viewer, id: string, action: Done, write: (tx: Prisma.TransactionClient) => Promise<{ count: number } | Result<{ count: number }>>): Promise<Result<{ id: string }>> {
  if (!can(viewer, 'platform.manage', undefined)) return refusal(viewer, 'platform.manage', undefined)
  if (!isUuid(id)) return refuse('notFound')
  return db.$transaction(async (tx) => {
    const written = await write(tx)
    if ('ok' in written ? !written.ok : written.count === 0) return 'ok' in written && !written.ok ? written : refuse('notFound')
    await audit(tx, viewer, action, id)
    return accept({ id })
  })
}

const detailFields = { name: true, issuer: true, clientId: true, authorizationUrl: true, tokenUrl: true, keysUrl: true, tokenAudience: true } as const satisfies Prisma.LtiPlatformSelect

const entryFields = {
  id: true, ...detailFields, createdAt: true, disabledAt: true,
  _count: { select: { accounts: true } },
  deployments: { select: { id: true, deploymentId: true, createdAt: true, allowedAt: true, _count: { select: { contexts: true } } }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 500 },
} as const satisfies Prisma.LtiPlatformSelect

function entryOf({ _count: { accounts }, deployments, ...row }: Prisma.LtiPlatformGetPayload<{ select: typeof entryFields }>): PlatformEntry {
  return { ...row, people: accounts, deployments: deployments.map(({ _count: { contexts }, ...deployment }) => ({ ...deployment, courses: contexts })) }
}
