import 'server-only'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { SignedIn, Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { requireConfirmed } from '../confirmed'
import { db } from '../db'
import { nameOf, viewerOf } from './accounts'
import { findEntry, settleEntry, type Entry } from './entry'
import { hashedSecret } from './hashed-secret'
import { landLaunch } from './land'
import { findLaunch, type KeptLaunch } from './launches'
import { refusedPath } from './refused-path'

/** Who shows a ticket: who is signed in, and the secret of a login that the browser holds, if any. */
export type Bearer = { viewer: Viewer; secret: string | null }

/** Where a launch goes on: `userId` is who is to be signed in on the way, also anew; null where nobody is (any more). */
export type Continued = { userId: string | null; path: string }

/** What the page says that asks whether to go on. */
export type Continuation = {
  platform: string
  /** Who goes on: as they are called here, or will be. */
  person: string
  /** An account of the viewer's that could be theirs on the platform too, by its name; null: there is nothing to choose. */
  own: string | null
}

/**
 * What somebody is asked before they go on with a launch that waits. Refused as `launchLost` for a ticket that is unknown,
 * too old, another browser's, or that somebody else went on with, and as `findEntry` refuses.
 */
export async function readContinuation(bearer: Bearer, ticket: unknown): Promise<Result<Continuation>> {
  const found = await findOpen(bearer, ticket)
  if (!found.ok) return found
  const { launch, platform, entry } = found.value
  const person = entry.kind === 'known' ? entry.name : await nameOf(platform.id, { ...launch, role: launch.role ?? 'student' })
  return accept({ platform: platform.name, person, own: (await ownAccount(bearer, found.value))?.name ?? null })
}

/** What somebody answered, where they were asked: to go on as who they are here, or as somebody new. */
export type Answer = { account: 'own' | 'new'; waiting: boolean }

/**
 * Goes on with a launch that waits. A ticket is worth one sign-in: of two who show it at once one is refused. Who it signed
 * in may go on with it again. Refused like `readContinuation`.
 */
export async function continueLaunch(bearer: Bearer, ticket: unknown, { account, waiting }: Answer): Promise<Result<Continued>> {
  const found = await findOpen(bearer, ticket)
  if (!found.ok) return found
  const { id, userId: before, launch, platform, entry } = found.value
  const own = account === 'own' ? await ownAccount(bearer, found.value) : null
  const userId = before ?? (await takeTicket(id, (tx) => settleEntry(tx, platform.id, launch, entry, own)))
  if (userId === null) return refuse('launchLost')
  const landed = await landLaunch(await viewerOf(userId), { platformId: platform.id, launch, ticket: String(ticket), waiting })
  const [problem = { code: 'unavailable', path: '' } as const] = landed.ok ? [] : landed.problems
  const back = launch.returnUrl ? { platform: platform.name, address: launch.returnUrl } : null
  // Who was signed in already is signed in anew where the platform has just said, for the first time by this ticket, that they are here.
  const proved = before === null && entry.kind === 'known'
  return accept({ userId: isViewer(bearer, userId) && !proved ? null : userId, path: landed.ok ? landed.value.path : refusedPath(problem, back) })
}

/**
 * Goes on at once where there is nothing to ask: the browser is the one that began the login, the person is known or a
 * student who gets an account, and nobody else is signed in here. Else the page that asks is where to go.
 */
export async function arrive(bearer: Bearer, ticket: unknown): Promise<Result<Continued>> {
  const found = await findOpen(bearer, ticket)
  if (!found.ok) return found
  const { browserHash, entry } = found.value
  const another = bearer.viewer.kind === 'user' && !(entry.kind === 'known' && isViewer(bearer, entry.userId))
  if (browserHash !== null && entry.kind !== 'staff' && !another) return continueLaunch(bearer, ticket, { account: 'new', waiting: false })
  return accept({ userId: null, path: `/lti/continue?ticket=${String(ticket)}` })
}

type Open = KeptLaunch & { entry: Entry }

async function findOpen(bearer: Bearer, ticket: unknown): Promise<Result<Open>> {
  const kept = await findLaunch(ticket)
  if (!kept || (kept.userId !== null && !isViewer(bearer, kept.userId))) return refuse('launchLost')
  if (kept.browserHash !== null && !holdsSecret(bearer, kept)) return refuse('launchLost')
  const entry = await findEntry(kept.platform.id, kept.launch)
  return entry.ok ? accept({ ...kept, entry: entry.value }) : entry
}

/**
 * The viewer's own account, where it could be the one of a platform's person: of somebody who teaches, who began the login in
 * this very browser (else anybody could have their launch made somebody's here), who has none of the platform yet, and is
 * signed in with one that no class keeps and whose address, if any, is confirmed. Not one with powers over the site, which would be the platform's to lend.
 */
async function ownAccount(bearer: Bearer, kept: Open): Promise<SignedIn | null> {
  const { viewer } = bearer
  if (kept.entry.kind !== 'staff' || viewer.kind !== 'user' || viewer.managed || viewer.scopes || viewer.role !== 'member') return null
  if (!holdsSecret(bearer, kept) || !(await requireConfirmed(viewer)).ok) return null
  return (await db.ltiAccount.count({ where: { platformId: kept.platform.id, userId: viewer.id } })) === 0 ? viewer : null
}

const isViewer = ({ viewer }: Bearer, userId: string) => viewer.kind === 'user' && viewer.id === userId
const holdsSecret = ({ secret }: Bearer, { browserHash }: KeptLaunch) => secret !== null && browserHash !== null && hashedSecret(secret) === browserHash

/** Notes who goes on with a launch, once; null where somebody did in the meantime. */
async function takeTicket(id: string, settle: (tx: Prisma.TransactionClient) => Promise<string>): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const [open] = await tx.$queryRaw<{ id: string }[]>`select id from "LtiLaunch" where id = ${id}::uuid and "userId" is null for update`
    if (!open) return null
    const userId = await settle(tx)
    await tx.ltiLaunch.update({ where: { id }, data: { userId }, select: { id: true } })
    return userId
    // A whole school may come at the same moment.
  }, { timeout: 20_000, maxWait: 10_000 })
}
