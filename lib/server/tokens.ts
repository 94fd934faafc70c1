import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { including, limits, newToken, tokenForm, type NewToken } from '@/lib/domain/access-token'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, problemsOf, refuse, type Result } from '@/lib/domain/problem'
import type { Scope, SignedIn, Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { audit } from './audit'
import { writeAuth } from './auth-log'
import { inBackground } from './background'
import { requireConfirmed } from './confirmed'
import { db, pool } from './db'
import { sendLetter } from './letters'
import { countedBy, quotaOf, spending, type Quota } from './limits'
import { mailWay } from './mail'

const minute = 60 * 1000
const day = 24 * 60 * minute

/** A token as its owner sees it afterwards. `expiresAt` null: good until it is revoked. */
export type TokenEntry = {
  id: string
  name: string
  scopes: Scope[]
  createdAt: Date
  lastUsedAt: Date | null
  expiresAt: Date | null
}
/** A token that was just made; its text is told this once and kept nowhere. */
export type MadeToken = TokenEntry & { token: string }
/** Who shows a token, and which: its id is what their requests are counted by. */
export type TokenHolder = { tokenId: string; viewer: SignedIn }

/**
 * Makes a personal access token for an account: one's own, or anybody's from the command line. Refused: `notFound`,
 * `tooMany`, `addressUnconfirmed`, and fields in a bad form. The owner is written to.
 */
export async function makeToken(viewer: Viewer, ownerId: string, input: NewToken, now = new Date()): Promise<Result<MadeToken>> {
  if (!can(viewer, 'token.create', { id: ownerId })) return refusal(viewer, 'token.create', { id: ownerId })
  const parsed = newToken.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const confirmed = await requireConfirmed(viewer)
  if (!confirmed.ok) return confirmed
  const { name, scope, days } = parsed.data
  const token = `gloss_${randomBytes(32).toString('base64url')}`
  const expiresAt = days === null ? null : new Date(now.getTime() + days * day)
  const result = await db.$transaction(async (tx): Promise<Result<MadeToken>> => {
    const [owner] = await tx.$queryRaw<object[]>`select 1 from "User" where id = ${ownerId}::uuid for update`
    if (!owner) return refuse('notFound')
    if ((await tx.accessToken.count({ where: { userId: ownerId } })) >= limits.tokens) return refuse('tooMany', '', { limit: limits.tokens })
    const made = await tx.accessToken.create({
      data: { userId: ownerId, name, tokenHash: hashed(token), scopes: including(scope), createdAt: now, expiresAt },
      select: entryFields,
    })
    await audit(tx, viewer, 'token.created', made.id, { detail: { name, scope } })
    await writeAuth('auth.token-made', { userId: ownerId, token: made.id }, tx)
    return accept({ ...made, token })
  })
  if (result.ok && mailWay() !== 'none') inBackground('Telling of a new token', () => tellOfToken(ownerId))
  return result
}

async function tellOfToken(ownerId: string): Promise<void> {
  const owner = await db.user.findUnique({ where: { id: ownerId }, select: { email: true, emailVerified: true, locale: true } })
  if (owner?.email && owner.emailVerified) await sendLetter(owner.email, owner.locale ?? 'en', 'tokenMade', '/settings#tokens')
}

/** Revokes every token of a person, inside a transaction that changes how they sign in. */
export async function revokeTokensOf(tx: Prisma.TransactionClient, viewer: Viewer, userId: string): Promise<void> {
  const gone = await tx.accessToken.findMany({ where: { userId }, select: { id: true } })
  await tx.accessToken.deleteMany({ where: { userId } })
  for (const { id } of gone) {
    await audit(tx, viewer, 'token.revoked', id)
    await writeAuth('auth.token-revoked', { userId, token: id }, tx)
  }
}

/** One's own tokens, the newest first, expired ones included. */
export async function listTokens(viewer: Viewer): Promise<TokenEntry[]> {
  if (viewer.kind !== 'user' || !can(viewer, 'token.read', viewer)) return []
  return db.accessToken.findMany({ where: { userId: viewer.id }, orderBy: { createdAt: 'desc' }, select: entryFields })
}

/** Takes one of one's own tokens back, at once; somebody else's is `notFound`. */
export async function revokeToken(viewer: Viewer, id: string): Promise<Result<void>> {
  if (viewer.kind !== 'user' || !can(viewer, 'token.revoke', viewer)) return refuse('signInFirst')
  return db.$transaction(async (tx) => {
    const { count } = await tx.accessToken.deleteMany({ where: { id, userId: viewer.id } })
    if (count === 0) return refuse('notFound')
    await audit(tx, viewer, 'token.revoked', id)
    await writeAuth('auth.token-revoked', { userId: viewer.id, token: id }, tx)
    return accept(undefined)
  })
}

/**
 * Who shows this token, and what is left of its requests after one that counts as `cost`, by one statement; null for a
 * token that was never made, was revoked, has expired or whose owner is gone, under which nothing is counted. Notes the
 * use, at most once a minute.
 */
export async function spendToken(token: string, cost = 1, now = new Date()): Promise<{ holder: TokenHolder; quota: Quota } | null> {
  if (!tokenForm.test(token)) return null
  const [hash, moment] = [hashed(token), now.getTime()]
  const count = ['api:token', hash] as const
  const { key, until } = countedBy(count, moment)
  const { rows: [row] } = await pool.query<HolderRow>({ name: 'gloss-spend-token', text: spend, values: [hash, key, cost, moment, until] })
  if (!row) return null
  if (!row.lastUsedAt || moment - row.lastUsedAt.getTime() > minute)
    await db.accessToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } })
  const { id, userId, name, role, scopes, managed } = row
  const viewer: SignedIn = { kind: 'user', id: userId, name, role, scopes, ...(managed && { managed }) }
  return { holder: { tokenId: id, viewer }, quota: quotaOf(count, row, moment) }
}

type HolderRow = Pick<TokenEntry, 'id' | 'scopes' | 'lastUsedAt'> &
  Pick<SignedIn, 'name' | 'role'> & { userId: string; managed: boolean; points: number; expire: number }

/** Asked before everything that a program asks: one prepared statement, where Prisma and the limiter make three. */
const spend = `
  with holder as materialized (
    select t.id, t.scopes::text[] as scopes, t."lastUsedAt", u.id as "userId", u.name, u.role, u."managedById" is not null as managed,
      $2::text as key, $3::int as cost, $4::bigint as now, $5::bigint as until
    from "AccessToken" t join "User" u on u.id = t."userId"
    where t."tokenHash" = $1 and (t."expiresAt" is null or t."expiresAt" > to_timestamp($4::bigint / 1000.0))
  ), ${spending('holder')}
  select id, scopes, "lastUsedAt", "userId", name, role, managed, points, expire from holder, spent`

const entryFields = { id: true, name: true, scopes: true, createdAt: true, lastUsedAt: true, expiresAt: true } as const

/** A token has 256 bits of chance: nothing slower is needed to keep its hash from being turned back. */
const hashed = (token: string) => createHash('sha256').update(token).digest('hex')
