import { beforeEach, expect, test, vi } from 'vitest'
import { signedOutViewer, systemViewer } from '@/lib/domain/viewer'
import { exportAccount } from '@/lib/server/account-export'
import { deleteAccount } from '@/lib/server/account-removal'
import { countClassContents, deleteClass, removeDueClasses } from '@/lib/server/class-removal'
import { graceDays } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { accountsFor, viewerOf } from '@/lib/server/lti/accounts'
import { leavePlatform, listOwnPlatforms } from '@/lib/server/lti/own-platforms'
import { classOf, freshSchool, servedPlatform } from '../support/fresh-school'
import { connectCourse } from '../support/known-platform'
import { going, launchFrom, ticketOf, visit } from '../support/launching'
import { instructor } from '../support/platform-token'
import { freshBrowser } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))

const platform = await servedPlatform()

let platformId: string
let [first, second] = ['', '']
const teacher = async () => viewerOf((await db.user.findFirstOrThrow({ where: { name: 'Mr Lin' } })).id)
const student = async (subject = 'person-1') => (await db.ltiAccount.findUnique({ where: { platformId_subject: { platformId, subject } } }))?.userId
const removeClassNow = async (id: string) => {
  await deleteClass(await teacher(), id)
  expect(await removeDueClasses(systemViewer, new Date(Date.now() + (graceDays + 1) * 86_400_000))).toBe(1)
}

beforeEach(async () => {
  ;({ platformId, classId: first } = await freshSchool(platform))
  second = await classOf(await teacher(), 'Class 4A')
  await connectCourse(platformId, platform.deploymentId, 'course-2', second)
})

test('an account that a class keeps outlives it where its person is in another class, whose it is then', async () => {
  await launchFrom(platform, visit())
  await launchFrom(platform, visit({ course: { id: 'course-2' } }))
  freshBrowser()
  await launchFrom(platform, visit({ subject: 'person-2', name: 'Ben Okafor' }))
  const [mia, ben] = [await student(), await student('person-2')]
  expect(await countClassContents(await teacher(), first)).toMatchObject({ students: 2, accounts: 1 })
  await removeClassNow(first)
  expect(await db.user.findUnique({ where: { id: mia! } })).toMatchObject({ name: 'Mia Chen', managedById: second })
  expect(await db.user.findUnique({ where: { id: ben! } })).toBeNull()
  expect([await student(), await student('person-2')]).toEqual([mia, undefined])
  expect(await db.auditRow.count({ where: { OR: [{ subjectId: ben! }, { actorId: ben! }] } })).toBe(0)
  // The course is no longer connected, and who comes from it is told so; from the other all is as it was.
  freshBrowser()
  expect((await launchFrom(platform, visit())).to.pathname).toBe('/lti/refused')
  expect((await launchFrom(platform, visit({ course: { id: 'course-2' } }))).to.pathname).toBe(`/classes/${second}`)
  await removeClassNow(second)
  expect([await db.user.findUnique({ where: { id: mia! } }), await student()]).toEqual([null, undefined])
})

test('a person’s own export says who they are on which platform, and with their account that goes', async () => {
  const led = await launchFrom(platform, visit({ subject: 'teacher-1', name: 'Ms Ito', roles: [instructor] }))
  const gone = await going(ticketOf(led))
  const viewer = await viewerOf((gone.ok && gone.value.userId) || '')
  expect(await exportAccount(viewer)).toMatchObject({ ltiAccounts: [{ subject: 'teacher-1', platform: { name: 'Our school', issuer: platform.issuer } }], ltiCourses: [{ context: { title: 'Media literacy', deployment: { platform: { name: 'Our school' } } } }], ltiScores: [] })
  expect(await deleteAccount(viewer, 'delete')).toMatchObject({ ok: true })
  expect([await student('teacher-1'), await db.ltiLaunch.count({ where: { userId: viewer.id } })]).toEqual([undefined, 0])
  expect(JSON.stringify(await db.auditRow.findMany({ where: { subjectId: viewer.id }, select: { detail: true } }))).not.toContain(platformId)
  // Coming again is coming for the first time.
  expect((await launchFrom(platform, visit({ subject: 'teacher-1', name: 'Ms Ito', roles: [instructor] }))).to.pathname).toBe('/lti/continue')
})

test('somebody parts their account from a platform while something else leads into it', async () => {
  const viewer = await teacher()
  const led = await launchFrom(platform, visit({ subject: 'lin', name: 'Lin', roles: [instructor] }))
  await going(ticketOf(led), viewer, 'own')
  expect(await listOwnPlatforms(viewer)).toMatchObject({ otherWay: false, platforms: [{ platformId, subject: 'lin', name: 'Our school', host: platform.host }] })
  expect(await leavePlatform(viewer, platformId, 'lin')).toMatchObject({ problems: [{ code: 'onlyWayIn' }] })
  await db.user.update({ where: { id: viewer.id }, data: { email: 'lin@example.org', passwordHash: 'a hash' } })
  expect((await listOwnPlatforms(viewer)).otherWay).toBe(true)
  for (const [id, subject] of [[platformId, 'other'], ['00000000-0000-4000-8000-000000000000', 'lin']] as const) {
    expect(await leavePlatform(viewer, id, subject)).toMatchObject({ problems: [{ code: 'notFound' }] })
  }
  expect(await leavePlatform(signedOutViewer, platformId, 'lin')).toMatchObject({ problems: [{ code: 'signInFirst' }] })
  expect(await leavePlatform(viewer, platformId, 'lin')).toMatchObject({ ok: true })
  expect((await listOwnPlatforms(viewer)).platforms).toEqual([])
  freshBrowser()
  expect((await launchFrom(platform, visit({ subject: 'lin', name: 'Lin', roles: [instructor] }))).to.pathname).toBe('/lti/continue')
})

test('a list of people makes the students that are missing, and nobody else, in as many statements as for one', async () => {
  await launchFrom(platform, visit({ subject: 's-7', name: 'Old Name' }))
  const people = [
    ...Array.from({ length: 300 }, (_, n) => ({ subject: `s-${n}`, name: `Student ${n}`, role: 'student' as const })),
    { subject: 's-1', name: 'Student 1', role: 'student' as const },
    { subject: 't-1', name: 'Ms Ito', role: 'teacher' as const },
  ]
  const made = await db.$transaction((tx) => accountsFor(tx, platformId, people, first), { timeout: 30_000 })
  expect([made.size, [...made.values()].filter((each) => each.made).length, made.has('t-1')]).toEqual([300, 299, false])
  expect(await db.user.findUnique({ where: { id: made.get('s-7')!.userId } })).toMatchObject({ name: 'Student 7', managedById: first })
  const again = await db.$transaction((tx) => accountsFor(tx, platformId, people, second), { timeout: 30_000 })
  expect([...again].map(([subject, { userId }]) => [subject, userId]).sort()).toEqual([...made].map(([subject, { userId }]) => [subject, userId]).sort())
  expect(await db.user.count({ where: { managedById: second } })).toBe(0)
})
