import 'server-only'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { sealKey, unsealKey } from './key-cipher'

const day = 24 * 60 * 60 * 1000
/** How old a key gets before another one is made, in milliseconds. */
const lifetime = 90 * day
/** How long a key is published before anything is signed with it: platforms keep key sets for a while. */
const notice = day
/** How long it stays published after the last signature. */
const keptAfter = 30 * day

/** The one algorithm that every platform takes (1EdTech Security Framework 1.0, section 5.1). */
const algorithm = 'RS256'

export type SigningKey = { kid: string; alg: string; key: CryptoKey }

/**
 * What this site signs with: the newest key that has been published for a day, or, where none has, the oldest. A key that
 * the site's secret no longer opens counts for nothing, and where no other is left one is made at once.
 */
export async function signingKey(now = new Date()): Promise<SigningKey> {
  return (await openNewest(db, now)) ?? db.$transaction(async (tx) => {
    await lock(tx)
    const other = await openNewest(tx, now)
    if (other) return other
    await makeKey(tx, now)
    const made = await openNewest(tx, now)
    if (!made) throw new Error('A key that was just made could not be opened.')
    return made
  }, patience)
}

/** The public halves of all keys with which anything was or will be signed: what `/lti/keys` answers. */
export async function publicKeys(now = new Date()): Promise<{ keys: JWK[] }> {
  const published = () => db.ltiKey.findMany({ where: stillPublished(now), orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], select: { publicKey: true } })
  const rows = await published()
  if (rows.length === 0) await signingKey(now)
  return { keys: (rows.length > 0 ? rows : await published()).map(({ publicKey }) => publicKey as JWK) }
}

/**
 * Makes the next key when the newest is 90 days old, retires the older ones as soon as it has been published for a day, and
 * removes those that retired 30 days ago. Any number of processes may do it at once, and doing it again changes nothing.
 */
export async function rotateKeys(now = new Date()): Promise<void> {
  await db.$transaction(async (tx) => {
    await lock(tx)
    const rows = await standing(tx)
    const [newest] = rows
    if (!newest || now.getTime() - newest.createdAt.getTime() >= lifetime) await makeKey(tx, now)
    const used = rows.find(({ createdAt }) => isPublished(createdAt, now))
    if (used) await tx.ltiKey.updateMany({ where: { retiredAt: null, createdAt: { lt: used.createdAt } }, data: { retiredAt: now } })
    await tx.ltiKey.deleteMany({ where: { retiredAt: { lt: new Date(now.getTime() - keptAfter) } } })
  }, patience)
}

/** Making a key takes a busy machine seconds, and others wait for it. */
const patience = { timeout: 30_000, maxWait: 10_000 }

type Row = { id: string; createdAt: Date; publicKey: Prisma.JsonValue; privateKey: string }

const stillPublished = (now: Date) => ({ OR: [{ retiredAt: null }, { retiredAt: { gte: new Date(now.getTime() - keptAfter) } }] })
const isPublished = (createdAt: Date, now: Date) => now.getTime() - createdAt.getTime() >= notice

const standing = (tx: Prisma.TransactionClient): Promise<Row[]> =>
  tx.ltiKey.findMany({
    where: { retiredAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true, createdAt: true, publicKey: true, privateKey: true },
  })

async function openNewest(tx: Prisma.TransactionClient, now: Date): Promise<SigningKey | null> {
  const rows = await standing(tx)
  const best = [...rows.filter(({ createdAt }) => isPublished(createdAt, now)), ...rows.filter(({ createdAt }) => !isPublished(createdAt, now)).reverse()]
  for (const { privateKey } of best) {
    const jwk = await unsealKey(privateKey)
    const key = jwk && (await importJWK(jwk, algorithm))
    if (jwk?.kid && key && !(key instanceof Uint8Array)) return { kid: jwk.kid, alg: algorithm, key }
  }
  return null
}

async function makeKey(tx: Prisma.TransactionClient, now: Date): Promise<void> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { modulusLength: 2048, extractable: true })
  const shown = await exportJWK(publicKey)
  const about = { kid: await calculateJwkThumbprint(shown), alg: algorithm, use: 'sig' }
  const sealed = await sealKey({ ...(await exportJWK(privateKey)), ...about })
  await tx.ltiKey.create({ data: { publicKey: { ...shown, ...about } as Prisma.InputJsonObject, privateKey: sealed, createdAt: now }, select: { id: true } })
}

/** One process at a time makes or retires keys; the lock ends with the transaction. */
const lock = (tx: Prisma.TransactionClient) => tx.$executeRaw`select pg_advisory_xact_lock(${keysLock})`

/** Any number that nobody else locks. */
const keysLock = 7_263_542
