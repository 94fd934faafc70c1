import 'server-only'
import { z } from 'zod'
import { storedLaunch, type Launch } from '@/lib/domain/lti/launch'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { hashedSecret, newSecret } from './hashed-secret'

const minute = 60_000
/** Milliseconds for which a ticket is good: long enough to open a window, or to choose and make an assignment. */
const lifetimes: Record<Launch['message'], number> = { 'resource-link': 15 * minute, 'deep-linking': 120 * minute }

/**
 * A launch that waits, with the platform it came from. `userId` null: whose account it is is not yet known. `browserHash`:
 * of the secret of the browser that it came by, and that alone may go on with it; null: it came without one.
 */
export type KeptLaunch = {
  id: string
  platform: { id: string; name: string; issuer: string; clientId: string }
  launch: Launch
  userId: string | null
  browserHash: string | null
  chosen: unknown
}

/** Keeps a launch that was verified until somebody goes on with it. Only the hash of its ticket is kept. */
export async function keepLaunch(
  { platformId, launch, userId, browserHash = null }: { platformId: string; launch: Launch; userId: string | null; browserHash?: string | null },
  tx: Prisma.TransactionClient = db,
  now = new Date(),
): Promise<{ id: string; ticket: string }> {
  const ticket = newSecret()
  const expiresAt = new Date(now.getTime() + lifetimes[launch.message])
  const { id } = await tx.ltiLaunch.create({ data: { ticketHash: hashedSecret(ticket), platformId, userId, browserHash, launch, createdAt: now, expiresAt }, select: { id: true } })
  return { id, ticket }
}

/** The launch that a ticket stands for; null for a ticket that is unknown or too old, or whose platform was switched off. */
export async function findLaunch(ticket: unknown, now = new Date()): Promise<KeptLaunch | null> {
  const given = ticketForm.safeParse(ticket)
  if (!given.success) return null
  const row = await db.ltiLaunch.findFirst({
    where: { ticketHash: hashedSecret(given.data), expiresAt: { gt: now }, platform: { disabledAt: null } },
    select: { id: true, userId: true, browserHash: true, launch: true, chosen: true, platform: { select: { id: true, name: true, issuer: true, clientId: true } } },
  })
  const launch = row && storedLaunch(row.launch)
  return row && launch ? { ...row, launch } : null
}

/** Makes a ticket that is still good last as long as choosing and making an assignment may take, from now on. */
export async function keepLonger(ticket: string, now = new Date()): Promise<void> {
  const expiresAt = new Date(now.getTime() + lifetimes['deep-linking'])
  await db.ltiLaunch.updateMany({ where: { ticketHash: hashedSecret(ticket), expiresAt: { gt: now } }, data: { expiresAt } })
}

const ticketForm = z.string().regex(/^[\w-]{43}$/)

/** Removes launches, logins and links for registering that nobody can use any more. */
export async function removeOldLaunches(now = new Date()): Promise<void> {
  const before = new Date(now.getTime() - 60 * minute)
  await db.ltiLaunch.deleteMany({ where: { expiresAt: { lt: now } } })
  await db.ltiLogin.deleteMany({ where: { createdAt: { lt: before } } })
  await db.ltiRegistration.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - 30 * 24 * 60 * minute) } } })
}
