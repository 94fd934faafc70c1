import 'server-only'
import { randomUUID } from 'node:crypto'
import { readCode, codeLengths } from '@/lib/domain/classroom/code'
import type { ClassRole } from '@/lib/domain/classroom/class-role'
import { endOfSchoolYear } from '@/lib/domain/classroom/school-year'
import type { NewInvitation } from '@/lib/domain/classroom/class'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { audit } from './audit'
import { hashedCode, invitationCode, keptForms } from './class-codes'
import { classRoleOf, classRoleToRow } from './class-context'
import { findManaged } from './classes'
import { requireConfirmed } from './confirmed'
import { db } from './db'
import { spendToday } from './limits'
import { beginTry, type Try } from './wrong-tries'

const day = 24 * 60 * 60 * 1000

/** A way in, as those who run the class see it. Dates are ISO 8601 in UTC. */
export type Invitation = {
  id: string
  code: string
  role: ClassRole
  section: string | null
  email: string | null
  expiresAt: string | null
  places: number | null
  used: number
  usable: boolean
  /** Of a mail to one address: whether its owner came by it. */
  accepted: boolean
}

/** Makes a way into a class; its code stands for itself and in a link, until the end of the school year at most. An invitation by mail has one place. */
export async function invite(viewer: Viewer, classId: string, input: NewInvitation, now = new Date()): Promise<Result<{ id: string; code: string }>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  if (found.value.archived) return refuse('classArchived')
  // Only a teacher makes one, be it by a code.
  if (input.role === 'teacher' && !can(viewer, 'class.delete', found.value)) return refuse('lastTeacher', 'role')
  if (input.sectionId && !(await db.classSection.count({ where: { id: input.sectionId, classId } }))) return refuse('notFound', 'sectionId')
  const confirmed = await requireConfirmed(viewer)
  if (!confirmed.ok) return confirmed
  const spent = await spendToday(viewer, 'invitation:account')
  if (!spent.ok) return spent
  const id = randomUUID()
  const code = invitationCode(id)
  const data = {
    id, classId, role: classRoleToRow(input.role), sectionId: input.sectionId, codeHash: hashedCode(code), email: input.email,
    places: input.email ? 1 : input.places,
    expiresAt: input.days === null ? endOfSchoolYear(now, found.value.timeZone) : new Date(now.getTime() + input.days * day),
  }
  await db.$transaction(async (tx) => {
    await tx.classInvitation.create({ data, select: { id: true } })
    await audit(tx, viewer, 'class.invited', classId, { detail: { role: input.role } })
  })
  return accept({ id, code })
}

/** The ways into a class that were not revoked, the newest first; empty for who may not run it. */
export async function listInvitations(viewer: Viewer, classId: string, now = new Date()): Promise<Invitation[]> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return []
  const rows = await db.classInvitation.findMany({
    where: { classId, revokedAt: null, ...(!can(viewer, 'class.delete', found.value) && { role: { not: 'teacher' as const } }) },
    orderBy: { createdAt: 'desc' },
    take: 1_500,
    select: { id: true, role: true, sectionId: true, email: true, expiresAt: true, places: true, used: true },
  })
  const sections = new Map((await db.classSection.findMany({ where: { classId }, select: { id: true, name: true } })).map(({ id, name }) => [id, name]))
  return rows.map(({ sectionId, role, expiresAt, ...row }) => ({
    ...row,
    code: invitationCode(row.id),
    role: classRoleOf(role),
    section: (sectionId && sections.get(sectionId)) || null,
    expiresAt: expiresAt?.toISOString() ?? null,
    accepted: row.email !== null && row.used > 0,
    usable: (!expiresAt || expiresAt > now) && (row.places === null || row.used < row.places),
  }))
}

/** Closes a way in at once. Doing it twice is no error. */
export async function revokeInvitation(viewer: Viewer, classId: string, id: string): Promise<Result<void>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  await db.$transaction(async (tx) => {
    const { count } = await tx.classInvitation.updateMany({ where: { id, classId, revokedAt: null }, data: { revokedAt: new Date() } })
    if (count > 0) await audit(tx, viewer, 'class.invitation-revoked', classId, { detail: { invitation: id } })
  })
  return accept(undefined)
}

/** What a code leads to, for the page that asks whether to join; null for one that is good for nothing now. */
export async function readInvitation(viewer: Viewer, address: string | null, typed: string, now = new Date()): Promise<Result<{ classId: string; name: string; role: ClassRole } | null>> {
  const tried = await beginCode(viewer, address)
  if (!tried.ok) return tried
  const row = await findUsable(typed, now)
  if (row) await tried.value.giveBack()
  return accept(row && { classId: row.classId, name: row.class.name, role: classRoleOf(row.role) })
}

/**
 * Joins the class that a code is of. Who is in it already stays what they are, and takes no place. Refused as
 * `codeUnknown` for a code that is wrong, used up, too old, revoked or of somebody else's mail.
 */
export async function joinClass(viewer: Viewer, address: string | null, typed: string, now = new Date()): Promise<Result<{ classId: string }>> {
  if (viewer.kind !== 'user' || !can(viewer, 'class.join', undefined)) return refusal(viewer, 'class.join', undefined)
  const tried = await beginCode(viewer, address)
  if (!tried.ok) return tried
  const found = await findUsable(typed, now)
  if (!found) return refuse('codeUnknown', 'code')
  const { id, classId, role, sectionId } = found
  if (found.email && found.email !== (await db.user.findUnique({ where: { id: viewer.id }, select: { email: true } }))?.email) return refuse('codeUnknown', 'code')
  // Whoever teaches the class can read the code: having it does not show that the address is one's own.
  const confirmed = found.email ? await requireConfirmed(viewer) : accept(undefined)
  if (!confirmed.ok) return confirmed
  await tried.value.giveBack()
  return db.$transaction(async (tx) => {
    const { count: made } = await tx.classMember.createMany({ data: { classId, userId: viewer.id, role, sectionId }, skipDuplicates: true })
    if (made === 0) return accept({ classId })
    // Counted in the row itself, so that the last place is taken once.
    const taken = await tx.$executeRaw`
      update "ClassInvitation" set used = used + 1 where id = ${id}::uuid and (places is null or used < places) and "revokedAt" is null`
    if (taken === 0) throw new PlacesGone()
    await audit(tx, viewer, 'class.joined', classId, { detail: { invitation: id } })
    return accept({ classId })
  }).catch((error: unknown) => {
    if (error instanceof PlacesGone) return refuse('codeUnknown', 'code')
    throw error
  })
}

/** Wrong codes count for a signed-in person by themselves, so that neighbours behind one address do not make them wait. */
const beginCode = (viewer: Viewer, address: string | null): Promise<Result<Try>> =>
  beginTry(viewer.kind === 'user' ? ['code:account', viewer.id] : ['code:client', address])

/** Undoes the transaction in which somebody else took the last place. */
class PlacesGone extends Error {}

async function findUsable(typed: string, now: Date) {
  const code = readCode(typed, codeLengths.class)
  if (!code) return null
  const row = await db.classInvitation.findFirst({
    where: { codeHash: { in: keptForms(code) } },
    select: {
      id: true, codeHash: true, classId: true, role: true, sectionId: true, email: true, expiresAt: true, places: true, used: true, revokedAt: true,
      class: { select: { name: true, archivedAt: true } },
    },
  })
  if (!row || row.revokedAt || row.class.archivedAt || (row.expiresAt && row.expiresAt <= now)) return null
  if (row.codeHash !== hashedCode(code)) await db.classInvitation.updateMany({ where: { id: row.id }, data: { codeHash: hashedCode(code) } })
  return row.places !== null && row.used >= row.places ? null : row
}
