import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { including, limits, newToken, tokenForm, type NewToken } from '@/lib/domain/access-token'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, problemsOf, refuse, type Result } from '@/lib/domain/problem'
import type { Scope, SignedIn, Viewer } from '@/lib/domain/viewer'
import { audit } from './audit'
import { db, pool } from './db'

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
 * `tooMany`, and fields in a bad form.
 */
export async function makeToken(viewer: Viewer, ownerId: string, input: NewToken, now = new Date()): Promise<Result<MadeToken>> {
  if (!can(viewer, 'token.create', { id: ownerId })) return refusal(viewer, 'token.create', { id: ownerId })
  const parsed = newToken.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const { name, scope, days } = parsed.data
  const token = `gloss_${randomBytes(32).toString('base64url')}`
  const expiresAt = days === null ? null : new Date(now.getTime() + days * day)
  return db.$transaction(async (tx) => {
    const [owner] = await tx.$queryRaw<object[]>`select 1 from "User" where id = ${ownerId}::uuid for update`
    if (!owner) return refuse('notFound')
    if ((await tx.accessToken.count({ where: { userId: ownerId } })) >= limits.tokens) return refuse('tooMany', '', { limit: limits.tokens })
    const made = await tx.accessToken.create({
      data: { userId: ownerId, name, tokenHash: hashed(token), scopes: including(scope), createdAt: now, expiresAt },
      select: entryFields,
    })
    await audit(tx, viewer, 'token.created', made.id, { detail: { name, scope } })
    return accept({ ...made, token })
  })
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
    return accept(undefined)
  })
}

/**
 * Who shows this token; null for one that was never made, was revoked, has expired or whose owner is gone. Notes the use,
 * at most once a minute.
 */
export async function readTokenHolder(token: string, now = new Date()): Promise<TokenHolder | null> {
  if (!tokenForm.test(token)) return null
  const { rows } = await pool.query<HolderRow>({ name: 'gloss-token-holder', text: holder, values: [hashed(token)] })
  const [row] = rows
  if (!row || (row.expiresAt && row.expiresAt <= now)) return null
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > minute)
    await db.accessToken.updateMany({ where: { id: row.id }, data: { lastUsedAt: now } })
  const { userId, name, role, scopes, managed } = row
  return { tokenId: row.id, viewer: { kind: 'user', id: userId, name, role, scopes, ...(managed && { managed }) } }
}

type HolderRow = Pick<TokenEntry, 'id' | 'scopes' | 'lastUsedAt' | 'expiresAt'> & Pick<SignedIn, 'name' | 'role'> & { userId: string; managed: boolean }

/** Asked before everything that a program asks: one prepared statement, where Prisma makes two. */
const holder = `
  select t.id, t.scopes::text[] as scopes, t."lastUsedAt", t."expiresAt",
    u.id as "userId", u.name, u.role, u."managedById" is not null as managed
  from "AccessToken" t join "User" u on u.id = t."userId" where t."tokenHash" = $1`

const entryFields = { id: true, name: true, scopes: true, createdAt: true, lastUsedAt: true, expiresAt: true } as const

/** A token has 256 bits of chance: nothing slower is needed to keep its hash from being turned back. */
const hashed = (token: string) => createHash('sha256').update(token).digest('hex')
