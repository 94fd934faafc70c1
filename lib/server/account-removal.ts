import 'server-only'
import { can } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { audit } from './audit'
import { db } from './db'
import { isReleased } from './grades'


/**
 * Deletes one's own account, with sessions, tokens, drafts and memberships. Annotations go with it, or stay without its name: the
 * person's choice. Articles that others have annotated stay under nobody's name; the others go. Refused as `lastTeacher`
 * while a class would be left without a teacher, and `notAllowed` for an account that a class keeps.
 */
export async function deleteAccount(viewer: Viewer, annotations: 'delete' | 'keep-without-name'): Promise<Result<void>> {
  if (viewer.kind !== 'user' || !can(viewer, 'account.update', viewer)) return refuse('signInFirst')
  if (viewer.managed) return refuse('notAllowed')
  const id = viewer.id
  return db.$transaction(async (tx) => {
    const [left] = await tx.$queryRaw<{ classes: number }[]>`
      select count(*)::int as classes from "ClassMember" m where m."userId" = ${id}::uuid and m.role = 'teacher'
        and not exists (select from "ClassMember" o where o."classId" = m."classId" and o.role = 'teacher' and o."userId" <> m."userId")`
    if (left && left.classes > 0) return refuse('lastTeacher')
    // One for each who leaves: two readers stay two.
    const nobody = await tx.user.create({ data: { name: '—' }, select: { id: true } })
    // Whatever was counted of these annotations is counted anew: rows go, and with them what their versions added up to.
    await tx.layerSummary.deleteMany({ where: { layer: { annotations: { some: { authorId: id } } } } })
    await tx.$executeRaw`update "AuditRow" set detail = '{}' where "actorId" = ${id}::uuid`
    if (annotations === 'delete') await tx.annotation.deleteMany({ where: { authorId: id } })
    else await tx.annotation.updateMany({ where: { authorId: id }, data: { authorId: nobody.id, version: { increment: 1 } } })
    const own = { ownerId: id, layers: { none: { OR: [{ annotations: { some: { authorId: { not: id } } } }, { kind: { not: 'open' as const } }] } } }
    await tx.article.deleteMany({ where: own })
    await tx.article.updateMany({ where: { ownerId: id }, data: { ownerId: nobody.id } })
    await tx.revision.updateMany({ where: { authorId: id }, data: { authorId: nobody.id } })
    await tx.user.delete({ where: { id }, select: { id: true } })
    await audit(tx, { kind: 'system' }, 'account.removed', id)
    return accept(undefined)
  }, { timeout: 60_000, maxWait: 10_000 })
}

/** Everything that is kept of one's own account, as one object to take home; null for who is signed out. */
export async function exportAccount(viewer: Viewer): Promise<object | null> {
  if (viewer.kind !== 'user' || !can(viewer, 'account.read', viewer)) return null
  const account = await db.user.findUniqueOrThrow({
    where: { id: viewer.id },
    select: {
      id: true, name: true, email: true, emailVerified: true, role: true, locale: true, createdAt: true,
      accounts: { select: { provider: true } },
      sessions: { select: { userAgent: true, createdAt: true, lastSeen: true } },
      tokens: { select: { name: true, scopes: true, createdAt: true, lastUsedAt: true, expiresAt: true } },
      articles: { select: { id: true, slug: true, title: true, createdAt: true } },
      drafts: { select: { articleId: true, document: true, updatedAt: true } },
      memberships: { select: { role: true, joinedAt: true, class: { select: { name: true } } } },
      submissions: {
        select: { assignmentId: true, startedAt: true, submittedAt: true, points: true, comment: true, releasedAt: true, assignment: { select: { title: true, gradesAt: true } } },
      },
      feedback: { select: { assignmentId: true, words: true, createdAt: true } },
      annotations: {
        select: {
          id: true, layerId: true, note: true, confidence: true, sourceName: true, createdAt: true, updatedAt: true, deletedAt: true,
          labels: { select: { dimension: true, label: true } },
          evidence: { select: { url: true, title: true } },
          anchors: { select: { start: true, end: true, quote: true, state: true, revision: { select: { number: true, articleId: true } } } },
        },
      },
    },
  })
  // Grades and words that are not released yet are not the student's to have.
  const released = (part: (typeof account.submissions)[number]) => isReleased(part.assignment.gradesAt, part.releasedAt)
  const told = new Set(account.submissions.filter(released).map(({ assignmentId }) => assignmentId))
  return {
    ...account,
    submissions: account.submissions.map((part) => (released(part) ? part : { ...part, points: null, comment: null })),
    feedback: account.feedback.filter(({ assignmentId }) => told.has(assignmentId)),
  }
}
