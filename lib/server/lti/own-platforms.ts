import 'server-only'
import { hostOf } from '@/lib/domain/lti/registration'
import { can } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { audit } from '../audit'
import { db } from '../db'
import { lockAccounts } from './accounts'

/** Somebody of a platform who is the viewer here. */
export type OwnPlatform = { platformId: string; subject: string; name: string; host: string; since: Date }

/** The platforms whose people sign in to the viewer's account, and whether there is another way into it. */
export async function listOwnPlatforms(viewer: Viewer): Promise<{ platforms: OwnPlatform[]; otherWay: boolean }> {
  if (viewer.kind !== 'user' || !can(viewer, 'account.own', viewer)) return { platforms: [], otherWay: true }
  const { ltiAccounts, ...user } = await db.user.findUniqueOrThrow({ where: { id: viewer.id }, select: ways })
  return {
    platforms: ltiAccounts.map(({ platformId, subject, createdAt, platform: { name, issuer } }) => ({ platformId, subject, name, host: hostOf(issuer) || issuer, since: createdAt })),
    otherWay: hasOtherWay(user),
  }
}

/**
 * Says that a platform's person is no longer the viewer: whoever it sends under that name is somebody new here. Refused as
 * `onlyWayIn` where nothing else leads into the account, and `notFound` for what is not the viewer's.
 */
export async function leavePlatform(viewer: Viewer, platformId: string, subject: string): Promise<Result<void>> {
  if (viewer.kind !== 'user') return refuse('signInFirst')
  if (!can(viewer, 'account.own', viewer)) return refuse('notAllowed')
  return db.$transaction(async (tx) => {
    await lockAccounts(tx, platformId)
    await tx.$queryRaw`select id from "User" where id = ${viewer.id}::uuid for update`
    const { ltiAccounts, ...user } = await tx.user.findUniqueOrThrow({ where: { id: viewer.id }, select: ways })
    if (!ltiAccounts.some((each) => each.platformId === platformId && each.subject === subject)) return refuse('notFound')
    if (!hasOtherWay(user) && ltiAccounts.length === 1) return refuse('onlyWayIn')
    await tx.ltiAccount.delete({ where: { platformId_subject: { platformId, subject } }, select: { userId: true } })
    await audit(tx, viewer, 'account.unlinked', viewer.id, { detail: { platform: platformId } })
    return accept(undefined)
  })
}

const ways = {
  email: true,
  passwordHash: true,
  ltiAccounts: { select: { platformId: true, subject: true, createdAt: true, platform: { select: { name: true, issuer: true } } }, orderBy: { createdAt: 'asc' as const } },
  _count: { select: { accounts: true } },
}

/** An address with a password, or another service. */
const hasOtherWay = (user: { email: string | null; passwordHash: string | null; _count: { accounts: number } }) =>
  (user.email !== null && user.passwordHash !== null) || user._count.accounts > 0
