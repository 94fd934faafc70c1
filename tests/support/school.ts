import { afterAll, beforeEach } from 'vitest'
import type { SignedIn } from '@/lib/domain/viewer'
import { db } from '@/lib/server/db'
import { closeQueue } from '@/lib/server/jobs/queue'
import { publicKeys } from '@/lib/server/lti/keys'
import { sendDueScores } from '@/lib/server/lti/score-sweep'
import { openWork, submitWork } from '@/lib/server/submissions'
import { connectCourse, knowPlatform } from './known-platform'
import { flagIn, lesson, must } from './lesson'
import { startPlatform, type Platform } from './platform'
import { mountServices } from './platform-services'

const platforms: Platform[] = []
afterAll(async () => {
  await closeQueue()
  for (const platform of platforms) platform.stop()
})
// Each test has the platforms to itself.
beforeEach(() => db.ltiPlatform.deleteMany())

/** A platform with its services, which the site may ask and knows. It launches nothing, and a key would take half a second. */
export async function school() {
  const platform = await startPlatform({ keys: [] })
  platforms.push(platform)
  process.env.LTI_ALLOW_HOSTS = platforms.map(({ host }) => host).join(',')
  return { platform, services: mountServices(platform, publicKeys), platformId: await knowPlatform(platform) }
}
export type School = Awaited<ReturnType<typeof school>>

/** A class that is a course of the school, whose students came from there, and a link to its exercise with a line item. */
export async function course(at: School, names: string[], { lineItem = true }: { lineItem?: boolean } = {}) {
  const made = await lesson(names)
  const contextId = `course-${made.classId}`
  const ltiContextId = await connectCourse(at.platformId, at.platform.deploymentId, contextId, made.classId)
  const services = { lineItemsUrl: at.services.lineItemsUrl(contextId), membershipsUrl: at.services.membersUrl(contextId) }
  await db.ltiContext.update({ where: { id: ltiContextId }, data: services })
  await db.ltiAccount.createMany({ data: made.students.map(({ id: userId, name }) => ({ platformId: at.platformId, subject: `of ${name}`, userId })) })
  await db.ltiParticipant.createMany({ data: made.students.map(({ id: userId }) => ({ ltiContextId, userId })) })
  const lineItemUrl = lineItem ? at.services.addLineItem(contextId) : null
  const { id: linkId } = await db.ltiLink.create({ data: { ltiContextId, resourceLinkId: 'link-1', assignmentId: made.id, lineItemUrl } })
  return { ...made, ltiContextId, contextId, linkId, lineItem: lineItemUrl ?? '' }
}
export type Course = Awaited<ReturnType<typeof course>>

/** A student flags a passage and hands in. */
export async function handIn({ id, layerId }: Pick<Course, 'id' | 'layerId'>, student: SignedIn): Promise<void> {
  must(await openWork(student, id))
  await flagIn(layerId, student, 'Experts believe', ['sourcing:unnamed-bare'])
  must(await submitWork(student, id))
}

export const minute = 60_000
const signal = new AbortController().signal
let last = Date.now()

/** The moment of the last sweep, in milliseconds. */
export const clock = () => last

/** Sweeps at once are at the same moment, which is so many milliseconds after all before. */
export async function sweep(after = 1_000, atOnce = 1, within: readonly string[] | null = null): Promise<void> {
  last += after
  const now = new Date(last)
  await Promise.all(Array.from({ length: atOnce }, () => sendDueScores(within, { signal, now: () => now })))
}
