import 'server-only'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { SignedIn, Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { nameOf, viewerOf } from './accounts'
import { findEntry, settleEntry, type Entry } from './entry'
import { landLaunch } from './land'
import { findLaunch, type KeptLaunch } from './launches'
import type { Received } from './launch'
import { refusedPath } from './refused-path'

/** What the page says that asks whether to go on. */
export type Continuation = {
  platform: string
  /** Who goes on: as they are called here, or will be. */
  person: string
  /** An account of the viewer's that could be theirs on the platform too, by its name; null: there is nothing to choose. */
  own: string | null
  /** Where the platform would have people go back to. */
  returnUrl: string | null
}

/**
 * What somebody is asked before they go on with a launch that waits. Refused as `launchLost` for a ticket that is unknown,
 * too old, or somebody else went on with, and as `findEntry` refuses.
 */
export async function readContinuation(viewer: Viewer, ticket: unknown): Promise<Result<Continuation>> {
  const found = await findOpen(viewer, ticket)
  if (!found.ok) return found
  const { launch, platform, entry } = found.value
  const person = entry.kind === 'known' ? entry.name : await nameOf(platform.id, { ...launch, role: launch.role ?? 'student' })
  return accept({ platform: platform.name, person, own: mayBeOwn(viewer, entry) ? viewer.name : null, returnUrl: launch.returnUrl })
}

/** What somebody answered: the ticket, and, where they were asked, whether to go on as who they are here or as somebody new. */
export type Answer = { ticket: unknown; account: 'own' | 'new'; waiting: boolean }

/**
 * Goes on with a launch that waits. A ticket is worth one sign-in: of two who show it at once one is refused. Who it signed
 * in may go on with it again. Refused like `readContinuation`.
 */
export async function continueLaunch(viewer: Viewer, { ticket, account, waiting }: Answer): Promise<Result<Received>> {
  const found = await findOpen(viewer, ticket)
  if (!found.ok) return found
  const { id, userId: before, launch, platform, entry } = found.value
  const own = account === 'own' && mayBeOwn(viewer, entry) ? viewer.id : null
  const userId = before ?? (await takeTicket(id, (tx) => settleEntry(tx, platform.id, launch, entry, own)))
  if (userId === null) return refuse('launchLost')
  const landed = await landLaunch(await viewerOf(userId), { platformId: platform.id, launch, ticket: String(ticket), waiting })
  const path = landed.ok ? landed.value.path : refusedPath(landed.problems[0] ?? { code: 'unavailable', path: '' }, String(ticket))
  return accept({ userId: viewer.kind === 'user' && viewer.id === userId ? null : userId, path })
}

async function findOpen(viewer: Viewer, ticket: unknown): Promise<Result<KeptLaunch & { entry: Entry }>> {
  const kept = await findLaunch(ticket)
  if (!kept || (kept.userId !== null && !(viewer.kind === 'user' && viewer.id === kept.userId))) return refuse('launchLost')
  const entry = await findEntry(kept.platform.id, kept.launch)
  return entry.ok ? accept({ ...kept, entry: entry.value }) : entry
}

/**
 * Whether the viewer's account could be the one of a platform's person: whoever teaches, has none of the platform yet, and
 * is signed in with one that no class keeps. Not one with powers over the site, which would be the platform's to lend.
 */
function mayBeOwn(viewer: Viewer, entry: Entry): viewer is SignedIn {
  return entry.kind === 'staff' && viewer.kind === 'user' && !viewer.managed && !viewer.scopes && viewer.role === 'member'
}

/** Notes who goes on with a launch, once; null where somebody did in the meantime. */
async function takeTicket(id: string, settle: (tx: Prisma.TransactionClient) => Promise<string>): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const [open] = await tx.$queryRaw<{ id: string }[]>`select id from "LtiLaunch" where id = ${id}::uuid and "userId" is null for update`
    if (!open) return null
    const userId = await settle(tx)
    await tx.ltiLaunch.update({ where: { id }, data: { userId }, select: { id: true } })
    return userId
  })
}
