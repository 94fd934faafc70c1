import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { keyedHash } from './keyed-hash'
import { spend } from './limits'

/** Everything about signing in that is written down. */
export type AuthEvent =
  | 'auth.signed-in'
  | 'auth.failed'
  | 'auth.refused'
  | 'auth.signed-out'
  | 'auth.session-ended'
  | 'auth.reset-asked'
  | 'auth.password-reset'
  | 'auth.token-made'
  | 'auth.token-revoked'
  | 'auth.token-unknown'

/** By what somebody signs in, or tries to. */
export type Way = 'password' | 'sign-up' | 'reset' | 'code' | 'provider' | 'platform'

/** Whose account it is about (null: nobody's that is known), the address that was given for it, where it came from, and how. */
export type AuthTrace = { userId: string | null; email?: string; client?: string | null; way?: Way; count?: number; token?: string }

/** What strangers can bring about as often as they like: so many rows an hour for a client, and lines for all. */
const byStrangers: ReadonlySet<AuthEvent> = new Set(['auth.failed', 'auth.refused', 'auth.reset-asked', 'auth.token-unknown'])
/** Stands for an account that is not known. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Writes down that something happened to do with signing in: a row of the audit, within `tx` where it is part of a change,
 * and a line of JSON on the error output (a command prints its answer on the other), for whoever watches the server.
 * Addresses, of people and of clients, are keyed hashes in both, so that alike ones can be told together and none can be
 * read; passwords, codes and tokens are in neither.
 */
export async function writeAuth(event: AuthEvent, trace: AuthTrace, tx: Prisma.TransactionClient = db): Promise<void> {
  const { userId, email, client, ...rest } = trace
  const detail = {
    ...rest,
    ...(userId === null && email !== undefined && { address: keyedHash('address', email) }),
    ...(client && { client: keyedHash('address', client) }),
  }
  console.warn(JSON.stringify({ at: new Date().toISOString(), event, ...(userId && { account: userId }), ...detail }))
  if (byStrangers.has(event) && !(await spend(['auth-row:client', client ?? null])).ok) return
  const actorId = byStrangers.has(event) ? null : userId
  await tx.auditRow.create({ data: { actorId, action: event, subjectType: 'auth', subjectId: userId ?? nobody, detail }, select: { id: true } })
}
