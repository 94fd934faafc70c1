import 'server-only'
import { can } from '@/lib/domain/permissions'
import type { Viewer } from '@/lib/domain/viewer'
import { audit } from './audit'
import { graceDays } from './classes'
import { db } from './db'
import { sendLetter } from './letters'
import { mailWay } from './mail'

const day = 24 * 60 * 60 * 1000

/**
 * Tells those who run a class that its day of keeping comes, two weeks before or as soon as possible: once, whichever
 * process comes first. Where no mail leaves, the class's page says so alone. A class of which no letter could be sent is
 * told of the next time, and stays until then; the others are not kept waiting.
 * @returns how many classes were told of
 */
export async function tellOfClassesLeaving(viewer: Viewer, now = new Date()): Promise<number> {
  if (!can(viewer, 'class.delete', { role: null })) return 0
  const untold: string[] = []
  for (let told = 0; ;) {
    const classId = await takeOne(viewer, now, untold)
    if (classId === null) return told
    if (await tell(classId)) told += 1
    else {
      untold.push(classId)
      await db.class.updateMany({ where: { id: classId, keepNoticedAt: now }, data: { keepNoticedAt: null } })
    }
  }
}

async function takeOne(viewer: Viewer, now: Date, untold: readonly string[]): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const [due] = await tx.$queryRaw<{ id: string }[]>`
      select id from "Class"
      where "keepUntil" <= ${new Date(now.getTime() + graceDays * day)}::date and "keepNoticedAt" is null and "deleteAt" is null and id <> all(${[...untold]}::uuid[])
      order by "keepUntil", id limit 1 for update skip locked`
    if (!due) return null
    await tx.class.update({ where: { id: due.id }, data: { keepNoticedAt: now }, select: { id: true } })
    await audit(tx, viewer, 'class.keeping-noticed', due.id)
    return due.id
  })
}

/** Sends the letters of a class; whether one left, or there is nobody or nothing to send with. */
async function tell(classId: string): Promise<boolean> {
  const people = await db.user.findMany({
    where: { email: { not: null }, memberships: { some: { classId, role: { in: ['teacher', 'co_teacher'] } } } },
    select: { email: true, locale: true },
  })
  if (mailWay() === 'none' || people.length === 0) return true
  const sent = await Promise.allSettled(people.map(({ email, locale }) => sendLetter(email!, locale ?? 'en', 'classLeaving', `/classes/${classId}/settings`)))
  for (const each of sent) if (each.status === 'rejected') console.error(`A letter about class ${classId}, which leaves soon, was not sent:`, each.reason)
  return sent.some(({ status }) => status === 'fulfilled')
}
