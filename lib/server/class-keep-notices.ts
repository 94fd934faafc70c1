import 'server-only'
import { can } from '@/lib/domain/permissions'
import { accept } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { audit } from './audit'
import { graceDays } from './classes'
import { db } from './db'
import { sendLetter } from './letters'
import { mailWay } from './mail'

const day = 24 * 60 * 60 * 1000

/**
 * Tells those who run a class that its day of keeping comes, two weeks before or as soon as possible: once, whichever
 * process comes first. Where no mail leaves, the class's page says so alone. A letter that cannot be sent leaves the class
 * untold, and it stays until it was told of.
 * @returns how many classes were told of
 * @throws as `sendLetter` does; what was told before stays told
 */
export async function tellOfClassesLeaving(viewer: Viewer, now = new Date()): Promise<number> {
  if (!can(viewer, 'class.delete', { role: null })) return 0
  for (let told = 0; ; told += 1) {
    const one = await db.$transaction(async (tx) => {
      const [due] = await tx.$queryRaw<{ id: string }[]>`
        select id from "Class" where "keepUntil" <= ${new Date(now.getTime() + graceDays * day)}::date and "keepNoticedAt" is null and "deleteAt" is null
        order by "keepUntil", id limit 1 for update skip locked`
      if (!due) return null
      await tx.class.update({ where: { id: due.id }, data: { keepNoticedAt: now }, select: { id: true } })
      await audit(tx, viewer, 'class.keeping-noticed', due.id)
      const people = await tx.user.findMany({
        where: { email: { not: null }, memberships: { some: { classId: due.id, role: { in: ['teacher', 'co_teacher'] } } } },
        select: { email: true, locale: true },
      })
      if (mailWay() !== 'none') for (const { email, locale } of people) await sendLetter(email!, locale ?? 'en', 'classLeaving', `/classes/${due.id}/settings`)
      return accept(due)
    }, { timeout: 120_000, maxWait: 10_000 })
    if (!one) return told
  }
}
