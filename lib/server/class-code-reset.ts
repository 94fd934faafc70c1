import 'server-only'
import { endOfSchoolYear } from '@/lib/domain/classroom/school-year'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { audit } from './audit'
import { hashedCode, newSignInCode } from './class-codes'
import { findManaged } from './classes'
import { db } from './db'

/** A student and the sign-in code that was just made for them. */
export type FreshCode = { name: string; code: string }

/**
 * Gives students without an address new sign-in codes until the end of the school year, ends their sessions and tokens, and tells the codes this once, by
 * name. All or nothing: somebody whose code is not this class's to give refuses the whole.
 */
export async function resetSignInCodes(viewer: Viewer, classId: string, userIds: readonly string[], now = new Date()): Promise<Result<{ codes: FreshCode[] }>> {
  const found = await findManaged(viewer, classId)
  if (!found.ok) return found
  const ids = [...new Set(userIds)]
  return db.$transaction(async (tx) => {
    const users = await tx.user.findMany({
      where: { id: { in: ids }, managedById: classId, signInCodeHash: { not: null } },
      select: { id: true, name: true },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    })
    if (ids.length === 0 || users.length < ids.length) return refuse('notFound')
    const fresh = users.map((user) => ({ ...user, code: newSignInCode() }))
    await tx.$executeRaw`
      update "User" u set "signInCodeHash" = given.hash, "signInCodeEndsAt" = ${endOfSchoolYear(now, found.value.timeZone)}
      from jsonb_to_recordset(${JSON.stringify(fresh.map(({ id, code }) => ({ id, hash: hashedCode(code) })))}::jsonb) as given(id uuid, hash text)
      where u.id = given.id`
    await tx.session.deleteMany({ where: { userId: { in: ids } } })
    await tx.accessToken.deleteMany({ where: { userId: { in: ids } } })
    await audit(tx, viewer, 'class.code-reset', classId, { detail: { users: ids } })
    return accept({ codes: fresh.map(({ name, code }) => ({ name, code })) })
  }, { timeout: 30_000, maxWait: 10_000 })
}
