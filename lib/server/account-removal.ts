import 'server-only'
import { can } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { audit } from './audit'
import { db } from './db'
import { disownAnnotations, eraseAnnotations } from './erase-annotations'
import { keysOfPerson } from './person-keys'

/**
 * Deletes one's own account, with sessions, tokens, drafts, memberships, invitations to its address and what was counted of it. Annotations go with it, or stay without its name: the
 * person's choice. Articles that others have annotated stay under nobody's name; the others go. Refused as `lastTeacher`
 * while a class would be left without a teacher, and `notAllowed` for an account that a class keeps.
 */
export async function deleteAccount(viewer: Viewer, annotations: 'delete' | 'keep-without-name'): Promise<Result<void>> {
  if (viewer.kind !== 'user') return refuse('signInFirst')
  if (!can(viewer, 'account.own', viewer)) return refuse('notAllowed')
  const id = viewer.id
  return db.$transaction(async (tx) => {
    const [left] = await tx.$queryRaw<{ classes: number }[]>`
      select count(*)::int as classes from "ClassMember" m where m."userId" = ${id}::uuid and m.role = 'teacher'
        and not exists (select from "ClassMember" o where o."classId" = m."classId" and o.role = 'teacher' and o."userId" <> m."userId")`
    if (left && left.classes > 0) return refuse('lastTeacher')
    // One for each who leaves: two readers stay two.
    const nobody = await tx.user.create({ data: { name: '—' }, select: { id: true } })
    // Whatever was counted of these annotations is counted anew: rows go, and with them what their versions added up to.
    const theirs = { annotations: { some: { authorId: id } } }
    await tx.layerSummary.deleteMany({ where: { layer: theirs } })
    await tx.assignmentDigest.deleteMany({ where: { assignment: { OR: [{ submissions: { some: { userId: id } } }, { layer: theirs }, { keyLayer: theirs }] } } })
    await tx.$executeRaw`update "AuditRow" set detail = '{}' where "actorId" = ${id}::uuid`
    // The words of what they had deleted go in any case; that it was there stays for what counts versions.
    const deleted = { authorId: id, deletedAt: { not: null } }
    await tx.evidence.deleteMany({ where: { annotation: deleted } })
    await tx.annotation.updateMany({ where: deleted, data: { note: Prisma.DbNull, sourceName: null, foreign: Prisma.DbNull } })
    if (annotations !== 'delete') await tx.fullReading.updateMany({ where: { readerId: id }, data: { readerId: nobody.id } })
    // What stays of their annotations would keep articles that nobody else annotated.
    if (annotations === 'keep-without-name') await disownAnnotations(tx, id, nobody.id)
    const own = { ownerId: id, layers: { none: { OR: [{ annotations: { some: { authorId: { not: id } } } }, { kind: { not: 'open' as const } }] } } }
    await tx.article.deleteMany({ where: own })
    if (annotations === 'delete') await eraseAnnotations(tx, id, nobody.id)
    // What they had removed nobody can put back any more: it is erased next.
    await tx.article.updateMany({ where: { formerOwnerId: id }, data: { removedAt: new Date(0) } })
    await tx.article.updateMany({ where: { ownerId: id }, data: { ownerId: nobody.id } })
    // What was said to students stays theirs.
    await tx.feedback.updateMany({ where: { authorId: id }, data: { authorId: nobody.id } })
    await tx.revision.updateMany({ where: { authorId: id }, data: { authorId: nobody.id } })
    const { email } = await tx.user.delete({ where: { id }, select: { email: true } })
    if (email) await tx.classInvitation.deleteMany({ where: { email } })
    await tx.rateLimit.deleteMany({ where: { key: { in: keysOfPerson(id, email) } } })
    await audit(tx, { kind: 'system' }, 'account.removed', id)
    return accept(undefined)
  }, { timeout: 60_000, maxWait: 10_000 })
}
