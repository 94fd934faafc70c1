import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import type { Launch } from '@/lib/domain/lti/launch'
import type { SignedIn } from '@/lib/domain/viewer'
import { bestLocale } from '@/lib/i18n/locales'
import { messagesOf } from '@/lib/i18n/messages'
import type { Prisma } from '@/prisma/generated/client'
import { db } from '../db'
import { endSessionsOf } from '../sessions'

/** Somebody as a platform tells of them. */
export type PlatformPerson = Pick<Launch, 'subject' | 'name'> & { role: NonNullable<Launch['role']>; locale?: string | null }

/**
 * The accounts of people of one course, within `tx`. Students whom nobody here knows yet get one that the class keeps (null:
 * they are left out): no address, no password, good for its classes only. Who teaches is asked at their first launch whose account it is to be,
 * and is left out until then; who was a student elsewhere gets their account for themselves. Names follow the platform
 * where a class keeps the account. However many people, as many statements; who makes accounts of one platform at the same
 * time waits.
 */
export async function accountsFor(
  tx: Prisma.TransactionClient,
  platformId: string,
  people: readonly PlatformPerson[],
  classId: string | null,
): Promise<Map<string, { userId: string; made: boolean }>> {
  await lockAccounts(tx, platformId)
  const subjects = people.map(({ subject }) => subject)
  const rows = await tx.ltiAccount.findMany({
    where: { platformId, subject: { in: subjects } },
    select: { subject: true, userId: true, user: { select: { name: true, managedById: true } } },
  })
  const known = new Map(rows.map((row) => [row.subject, row]))
  const kept = people.flatMap((person) => {
    const row = known.get(person.subject)
    return row?.user.managedById ? [{ ...person, userId: row.userId, before: row.user.name }] : []
  })
  await rename(tx, kept.flatMap(({ userId, name, before }) => (name !== null && name !== before ? [{ userId, name }] : [])))
  await makeIndependent(tx, kept.filter(({ role }) => role !== 'student').map(({ userId }) => userId))
  const students = new Map(people.filter(({ role, subject }) => classId !== null && role === 'student' && !known.has(subject)).map((person) => [person.subject, person]))
  const fresh = [...students.values()].map((person) => ({ person, userId: randomUUID() }))
  const names = await Promise.all(fresh.map(({ person }) => nameOf(platformId, person)))
  await tx.user.createMany({ data: fresh.map(({ person, userId: id }, at) => ({ id, name: names[at] ?? '—', managedById: classId, locale: localeOf(person) })) })
  await link(tx, platformId, fresh.map(({ person: { subject }, userId }) => ({ subject, userId })))
  return new Map<string, { userId: string; made: boolean }>([
    ...rows.map(({ subject, userId }) => [subject, { userId, made: false }] as const),
    ...fresh.map(({ person: { subject }, userId }) => [subject, { userId, made: true }] as const),
  ])
}

/**
 * A new account for somebody who teaches, within `tx`, with the name that the platform told. An address that a platform tells
 * is neither kept nor looked for: whoever runs a platform could take anybody's.
 */
export async function makeStaffAccount(tx: Prisma.TransactionClient, platformId: string, person: PlatformPerson): Promise<string> {
  const id = randomUUID()
  await tx.user.createMany({ data: [{ id, name: await nameOf(platformId, person), locale: localeOf(person) }] })
  await link(tx, platformId, [{ subject: person.subject, userId: id }])
  return id
}

/** Whose account a platform's person has here; `managed`: a class keeps it. Null: none yet. */
export async function accountOf(platformId: string, subject: string): Promise<{ id: string; name: string; managed: boolean } | null> {
  const row = await db.ltiAccount.findUnique({
    where: { platformId_subject: { platformId, subject } },
    select: { user: { select: { id: true, name: true, managedById: true } } },
  })
  return row && { id: row.user.id, name: row.user.name, managed: row.user.managedById !== null }
}

/** Somebody who was just proved to be there, as who asks. */
export async function viewerOf(userId: string): Promise<SignedIn> {
  const { managedById, ...user } = await db.user.findUniqueOrThrow({ where: { id: userId }, select: { id: true, name: true, role: true, managedById: true } })
  return { kind: 'user', ...user, ...(managedById !== null && { managed: true }) }
}

/** The name that somebody gets here: as the platform told it, or one that nobody is called by, with four letters that tell them apart. */
export async function nameOf(platformId: string, { name, role, subject, locale }: PlatformPerson): Promise<string> {
  if (name !== null) return name
  const { ltiNames } = await messagesOf(bestLocale([locale ?? '']))
  const mark = createHash('sha256').update(`${platformId} ${subject}`).digest('hex').slice(0, 4).toUpperCase()
  return `${role === 'student' ? ltiNames.student : ltiNames.staff} ${mark}`
}

/** Waits until nobody else makes accounts of this platform; the lock ends with the transaction. */
export async function lockAccounts(tx: Prisma.TransactionClient, platformId: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`accounts of platform ${platformId}`}, 0))`
}

async function link(tx: Prisma.TransactionClient, platformId: string, people: { subject: string; userId: string }[]): Promise<void> {
  await tx.ltiAccount.createMany({ data: people.map((each) => ({ platformId, ...each })) })
  await tx.auditRow.createMany({
    data: people.map(({ userId }) => ({ actorId: userId, action: 'account.created', subjectType: 'account', subjectId: userId, detail: { platform: platformId } })),
  })
}

async function rename(tx: Prisma.TransactionClient, people: { userId: string; name: string }[]): Promise<void> {
  if (people.length === 0) return
  await tx.$executeRaw`
    update "User" u set name = v.name
    from unnest(${people.map(({ userId }) => userId)}::uuid[], ${people.map(({ name }) => name)}::text[]) v (id, name) where u.id = v.id`
}

/** From now on the account is its person's alone: no class gives it codes, and whoever came in by one is out. */
async function makeIndependent(tx: Prisma.TransactionClient, userIds: string[]): Promise<void> {
  if (userIds.length === 0) return
  await tx.user.updateMany({ where: { id: { in: userIds } }, data: { managedById: null, signInCodeHash: null, signInCodeEndsAt: null } })
  await tx.accessToken.deleteMany({ where: { userId: { in: userIds } } })
  for (const id of userIds) await endSessionsOf(tx, id)
}

/** The platform's language, where the interface has it. */
function localeOf({ locale }: PlatformPerson): string | null {
  const best = bestLocale([locale ?? ''])
  return locale && locale.slice(0, 2).toLowerCase() === best.slice(0, 2) ? best : null
}
