import 'server-only'
import { isReleased } from '@/lib/domain/classroom/work-state'
import { can } from '@/lib/domain/permissions'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { recordFirstSight } from './first-sights'

/** Everything that is kept of one's own account, as one object to take home; null for who is signed out. */
export async function exportAccount(viewer: Viewer): Promise<object | null> {
  if (viewer.kind !== 'user' || !can(viewer, 'account.read', viewer)) return null
  const account = await db.user.findUniqueOrThrow({
    where: { id: viewer.id },
    select: {
      id: true, name: true, email: true, emailVerified: true, role: true, locale: true, createdAt: true,
      accounts: { select: { provider: true } },
      ltiAccounts: { select: { subject: true, createdAt: true, platform: { select: { name: true, issuer: true } } } },
      ltiCourses: { select: { context: { select: { title: true, deployment: { select: { platform: { select: { name: true } } } } } } } },
      ltiScores: { select: { sent: true, sentAt: true, link: { select: { assignmentId: true, context: { select: { title: true } } } } } },
      sessions: { select: { userAgent: true, createdAt: true, lastSeen: true } },
      tokens: { select: { name: true, scopes: true, createdAt: true, lastUsedAt: true, expiresAt: true } },
      articles: { select: { id: true, slug: true, title: true, createdAt: true } },
      removed: { select: { id: true, slug: true, title: true, createdAt: true, removedAt: true } },
      drafts: { select: { articleId: true, document: true, updatedAt: true } },
      memberships: { select: { role: true, joinedAt: true, class: { select: { name: true } } } },
      submissions: {
        select: { assignmentId: true, startedAt: true, submittedAt: true, points: true, comment: true, releasedAt: true, assignment: { select: { title: true, gradesAt: true } } },
      },
      firstSights: { select: { assignmentId: true, at: true } },
      readings: { select: { layerId: true, revision: true, saidAt: true } },
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
  const released = (part: (typeof account.submissions)[number]) => isReleased(part.assignment.gradesAt?.getTime() ?? null, part.releasedAt?.getTime() ?? null, Date.now())
  const told = new Set(account.submissions.filter(released).map(({ assignmentId }) => assignmentId))
  const graded = account.submissions.filter((part) => released(part) && (part.points !== null || part.comment !== null || account.feedback.some(({ assignmentId }) => assignmentId === part.assignmentId)))
  await Promise.all(graded.map(({ assignmentId }) => recordFirstSight(assignmentId, viewer.id)))
  return {
    ...account,
    submissions: account.submissions.map((part) => (released(part) ? part : { ...part, points: null, comment: null })),
    feedback: account.feedback.filter(({ assignmentId }) => told.has(assignmentId)),
  }
}
