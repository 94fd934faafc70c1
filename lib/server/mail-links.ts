import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { LinkPurpose, Prisma } from '@/prisma/generated/client'
import { db } from './db'

const hour = 60 * 60 * 1000
/** Milliseconds for which a link can be used. */
const lifetimes: Record<LinkPurpose, number> = { reset_password: hour, verify_email: 72 * hour }

/**
 * Makes the secret of a link for one purpose and person: 32 random bytes in base64url, of which only the hash is kept.
 * Links for the same made before stop working, so that the newest mail is always the right one.
 */
export async function makeLink(userId: string, purpose: LinkPurpose, now = new Date()): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + lifetimes[purpose])
  await db.$transaction([
    db.mailLink.deleteMany({ where: { userId, purpose } }),
    db.mailLink.create({ data: { userId, purpose, tokenHash: hashed(token), expiresAt } }),
  ])
  return token
}

/** Whose link this is, where it still works; null where it does not. It stays unused. */
export async function holderOfLink(token: string, purpose: LinkPurpose, now = new Date()): Promise<string | null> {
  const found = await db.mailLink.findFirst({ where: usable(token, purpose, now), select: { userId: true } })
  return found?.userId ?? null
}

/**
 * Uses a link up, inside the transaction that does what it stands for: of two uses at once only one succeeds.
 * @returns whose link it was, or null where it is unknown, used or too old
 */
export async function takeLink(
  tx: Prisma.TransactionClient,
  token: string,
  purpose: LinkPurpose,
  now = new Date(),
): Promise<string | null> {
  const [taken] = await tx.mailLink.updateManyAndReturn({
    where: usable(token, purpose, now),
    data: { usedAt: now },
    select: { userId: true },
  })
  return taken?.userId ?? null
}

const hashed = (token: string) => createHash('sha256').update(token).digest('hex')

const usable = (token: string, purpose: LinkPurpose, now: Date) => ({
  tokenHash: hashed(token),
  purpose,
  usedAt: null,
  expiresAt: { gt: now },
})
