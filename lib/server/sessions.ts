import 'server-only'
import { can } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { SignedIn, Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { writeAuth } from './auth-log'
import { db, pool } from './db'
import { longestSession } from './session-token'

/** Milliseconds without a visit after which a session ends. */
const idle = 30 * 24 * 60 * 60 * 1000
const hour = 60 * 60 * 1000

/** Who is signed in by which session, and the interface language they chose, if any. */
export type OpenSession = { id: string; viewer: SignedIn; locale: string | null }
export type SessionEntry = { id: string; userAgent: string | null; createdAt: Date; lastSeen: Date }

/** Opens a session for a person whose identity was just proved, and clears away those of theirs that ran out. */
export async function openSession(userId: string, userAgent: string | null, now = new Date()): Promise<string> {
  const expiresAt = new Date(now.getTime() + idle)
  await db.session.deleteMany({ where: { userId, expiresAt: { lte: now } } })
  const row = await db.session.create({
    data: { userId, userAgent: userAgent && printable(userAgent), createdAt: now, lastSeen: now, provenAt: now, expiresAt },
    select: { id: true },
  })
  return row.id
}

/** The session of this id with its person, or null where it ended. At most once an hour it notes the visit. */
export async function readSession(id: string, now = new Date()): Promise<OpenSession | null> {
  const { rows } = await pool.query<SessionRow>({ name: 'gloss-read-session', text: openOne, values: [id, now] })
  const [row] = rows
  if (!row) return null
  const end = row.createdAt.getTime() + longestSession * 1000
  if (end <= now.getTime()) return null
  if (now.getTime() - row.lastSeen.getTime() > hour) {
    const expiresAt = new Date(Math.min(now.getTime() + idle, end))
    await db.session.updateMany({ where: { id }, data: { lastSeen: now, expiresAt } })
  }
  const { userId, name, role, locale, managed } = row
  return { id, viewer: { kind: 'user', id: userId, name, role, ...(managed && { managed }) }, locale }
}

type SessionRow = Pick<SessionEntry, 'createdAt' | 'lastSeen'> &
  Pick<SignedIn, 'name' | 'role'> & { userId: string; locale: string | null; managed: boolean }

/** Asked before everything that a signed-in person does: one prepared statement, where Prisma makes two. */
const openOne = `
  select s."createdAt", s."lastSeen", u.id as "userId", u.name, u.role, u.locale, u."managedById" is not null as managed
  from "Session" s join "User" u on u.id = s."userId" where s.id = $1 and s."expiresAt" > $2`

/** One's own open sessions, the latest first. */
export async function listSessions(viewer: Viewer, now = new Date()): Promise<SessionEntry[]> {
  if (viewer.kind !== 'user' || !can(viewer, 'account.read', viewer)) return []
  return db.session.findMany({
    where: { userId: viewer.id, expiresAt: { gt: now } },
    orderBy: { lastSeen: 'desc' },
    select: { id: true, userAgent: true, createdAt: true, lastSeen: true },
  })
}

/** Ends one of one's own sessions; somebody else's is `notFound`. */
export async function endSession(viewer: Viewer, id: string): Promise<Result<void>> {
  if (viewer.kind !== 'user' || !can(viewer, 'account.update', viewer)) return refuse('signInFirst')
  const { count } = await db.session.deleteMany({ where: { id, userId: viewer.id } })
  if (count === 1) await writeAuth('auth.session-ended', { userId: viewer.id, count })
  return count === 1 ? accept(undefined) : refuse('notFound')
}

/** Ends every session of one's own but `kept`, at once: the next request of each finds no row. */
export async function endOtherSessions(viewer: Viewer, kept: string): Promise<Result<{ ended: number }>> {
  if (viewer.kind !== 'user' || !can(viewer, 'account.update', viewer)) return refuse('signInFirst')
  return accept({ ended: await endSessionsOf(db, viewer.id, kept) })
}

/** Ends a person's sessions but `kept`, inside a transaction that changes how they sign in. */
export async function endSessionsOf(tx: Prisma.TransactionClient, userId: string, kept?: string): Promise<number> {
  const { count } = await tx.session.deleteMany({ where: { userId, ...(kept && { id: { not: kept } }) } })
  if (count > 0) await writeAuth('auth.session-ended', { userId, count }, tx)
  return count
}

/** A header may hold what Postgres does not store. */
const printable = (text: string) => text.replace(/[\p{Cc}\p{Cs}]/gu, '').slice(0, 300)
