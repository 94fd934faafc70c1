import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { SignedIn } from '@/lib/domain/viewer'
import { listPeople } from '@/lib/server/class-people'
import { db } from '@/lib/server/db'
import { readContinuation } from '@/lib/server/lti/going-on'
import { readRefusedPath } from '@/lib/server/lti/refused-path'
import { openSession, readSession } from '@/lib/server/sessions'
import { reader } from '../support/flagged-article'
import { classOf, freshSchool, servedPlatform } from '../support/fresh-school'
import { connectCourse } from '../support/known-platform'
import { bearer, going, launchFrom, postLaunch, returnFrom, signedIn, ticketOf, visit, type Led } from '../support/launching'
import { assistant, instructor, type Visit } from '../support/platform-token'
import { freshBrowser } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))

const platform = await servedPlatform()

let platformId: string
let teacher: SignedIn
let classId: string

beforeEach(async () => void ({ platformId, teacher, classId } = await freshSchool(platform)))

const refusalOf = ({ to }: Led) => (to.pathname === '/lti/refused' ? readRefusedPath(Object.fromEntries(to.searchParams)) : null)
const newPeople = async () => db.user.findMany({ where: { id: { not: teacher.id } }, orderBy: { name: 'asc' } })

describe('a student', () => {
  test('comes in at once, with an account that holds a name and nothing else, good for the class only', async () => {
    const led = await launchFrom(platform, visit({ email: 'mia@school.example' }))
    expect([led.status, led.to.pathname]).toEqual([303, `/classes/${classId}`])
    const [student, ...others] = await newPeople()
    expect(others).toEqual([])
    expect(student).toMatchObject({ name: 'Mia Chen', email: null, passwordHash: null, signInCodeHash: null, managedById: classId, role: 'member', locale: 'en' })
    expect(await signedIn()).toEqual({ kind: 'user', id: student!.id, name: 'Mia Chen', role: 'member', managed: true })
    expect((await listPeople(teacher, classId))?.find(({ id }) => id === student!.id)).toMatchObject({ name: 'Mia Chen', role: 'student' })
    expect(await db.ltiLogin.count()).toBe(0)
  })

  test('is the same person the next time, under the name that the platform has by then', async () => {
    await launchFrom(platform, visit())
    const first = await signedIn()
    freshBrowser()
    await launchFrom(platform, visit({ name: 'Mia Chen-Ito' }))
    expect((await signedIn())?.id).toBe(first?.id)
    expect((await newPeople()).map(({ name }) => name)).toEqual(['Mia Chen-Ito'])
    freshBrowser()
    await launchFrom(platform, visit({ name: null }))
    expect((await signedIn())?.name).toBe('Mia Chen-Ito')
  })

  test('without a name gets one that tells them apart, in the language of the platform', async () => {
    const more = { 'https://purl.imsglobal.org/spec/lti/claim/launch_presentation': { locale: 'zh-TW' } }
    await launchFrom(platform, visit({ name: null, more }))
    expect((await newPeople())[0]).toMatchObject({ name: expect.stringMatching(/^學生 [0-9A-F]{4}$/), locale: 'zh-Hant' })
  })

  test('launched twice at once is one person', async () => {
    const forms = [await returnFrom(platform, visit()), await returnFrom(platform, visit()), await returnFrom(platform, visit())]
    const led = await Promise.all(forms.map((form) => postLaunch(platform, form)))
    expect(new Set(led.map(({ to }) => to.pathname))).toEqual(new Set([`/classes/${classId}`]))
    expect(await newPeople()).toHaveLength(1)
  })

  test('of a course that nobody opened here is told so, and leaves nothing behind', async () => {
    const led = await launchFrom(platform, visit({ course: { id: 'course-2', title: 'Another' } }))
    expect(refusalOf(led)?.problem.code).toBe('courseUnconnected')
    // The way back stands in the sealed address itself, and no ticket does.
    expect(refusalOf(led)?.back).toEqual({ platform: 'Our school', address: `${platform.issuer}/course-page` })
    expect([await newPeople(), await signedIn(), await db.ltiAccount.count(), await db.ltiLaunch.count()]).toEqual([[], null, 0, 0])
  })

  test('of two courses is one person, whose account outlives the first class', async () => {
    const other = await classOf(teacher, 'Class 4A')
    await connectCourse(platformId, platform.deploymentId, 'course-2', other)
    await launchFrom(platform, visit())
    await launchFrom(platform, visit({ course: { id: 'course-2' } }))
    expect(await newPeople()).toHaveLength(1)
    expect(await db.classMember.count({ where: { userId: (await signedIn())?.id } })).toBe(2)
  })
})

describe('whoever teaches', () => {
  const staff = (about: Visit = {}) => visit({ subject: 'teacher-1', name: 'Ms Ito', email: 'Ito@School.example', roles: [instructor], ...about })

  test('is asked once, gets an account of their own, and comes in at once from then on', async () => {
    const led = await launchFrom(platform, staff())
    expect(led.to.pathname).toBe('/lti/continue')
    expect([await newPeople(), await signedIn()]).toEqual([[], null])
    expect(await readContinuation(bearer(), ticketOf(led))).toEqual({ ok: true, value: { platform: 'Our school', person: 'Ms Ito', own: null } })
    const gone = await going(ticketOf(led))
    const [made] = await newPeople()
    expect(gone).toEqual({ ok: true, value: { userId: made!.id, path: `/classes/${classId}` } })
    expect(made).toMatchObject({ name: 'Ms Ito', email: null, managedById: null, passwordHash: null })
    freshBrowser()
    expect((await launchFrom(platform, staff())).to.pathname).toBe(`/classes/${classId}`)
    expect((await signedIn())?.id).toBe(made!.id)
  })

  test('is never taken for somebody here by an address, and theirs is kept nowhere', async () => {
    await db.user.update({ where: { id: teacher.id }, data: { email: 'ito@school.example' } })
    const led = await launchFrom(platform, staff())
    await going(ticketOf(led))
    expect(await newPeople()).toEqual([expect.objectContaining({ name: 'Ms Ito', email: null })])
    expect(await db.ltiAccount.count({ where: { userId: teacher.id } })).toBe(0)
    expect(JSON.stringify(await db.ltiLaunch.findMany())).not.toMatch(/ito@school/i)
  })

  test('may be who they are here already, by their own wish', async () => {
    const led = await launchFrom(platform, staff())
    expect(await readContinuation(bearer(teacher), ticketOf(led))).toMatchObject({ value: { own: 'Mr Lin', person: 'Ms Ito' } })
    expect(await going(ticketOf(led), teacher, 'own')).toEqual({ ok: true, value: { userId: null, path: `/classes/${classId}` } })
    expect([await newPeople(), (await db.ltiAccount.findMany()).map(({ userId }) => userId)]).toEqual([[], [teacher.id]])
    expect(await db.auditRow.count({ where: { action: 'account.linked', actorId: teacher.id } })).toBe(1)
    await launchFrom(platform, staff())
    expect((await signedIn())?.id).toBe(teacher.id)
    expect((await signedIn())?.name).toBe('Mr Lin')
  })

  test.each(['admin', 'moderator'] as const)('is not offered an account that is %s, whose powers would be the platform’s to lend', async (role) => {
    const powerful = await reader('Root', role)
    const led = await launchFrom(platform, staff())
    expect(await readContinuation(bearer(powerful), ticketOf(led))).toMatchObject({ value: { own: null } })
    expect(await going(ticketOf(led), powerful, 'own')).toMatchObject({ ok: true })
    expect(await db.ltiAccount.count({ where: { userId: powerful.id } })).toBe(0)
  })

  test('as an assistant in a course that nobody opened gets no account for it', async () => {
    const led = await launchFrom(platform, staff({ roles: [instructor, assistant], course: { id: 'course-2' } }))
    expect(refusalOf(led)?.problem.code).toBe('courseTeachersOnly')
    expect(await newPeople()).toEqual([])
  })

  test('and was a student before leaves the keeping of the class: no code on paper opens the account any more', async () => {
    await launchFrom(platform, visit())
    const student = (await signedIn())!
    await db.user.update({ where: { id: student.id }, data: { signInCodeHash: 'a hash' } })
    const before = await openSession(student.id, 'on paper')
    freshBrowser()
    await connectCourse(platformId, platform.deploymentId, 'course-2', await classOf(teacher, 'Class 4A'))
    const led = await launchFrom(platform, visit({ roles: [assistant], course: { id: 'course-2' } }))
    expect(led.to.pathname).toMatch(/^\/classes\//)
    expect(await db.user.findUnique({ where: { id: student.id } })).toMatchObject({ managedById: null, signInCodeHash: null })
    expect(await readSession(before)).toBeNull()
    expect((await signedIn())?.managed).toBeUndefined()
  })

  test('neither teaches nor learns: there is nothing here', async () => {
    for (const roles of [['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator'], ['http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor']]) {
      expect(refusalOf(await launchFrom(platform, staff({ roles })))?.problem.code).toBe('courseRoleMissing')
    }
    expect(await newPeople()).toEqual([])
  })
})
