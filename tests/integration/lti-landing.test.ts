import { beforeEach, describe, expect, test } from 'vitest'
import { signedOutViewer, type SignedIn } from '@/lib/domain/viewer'
import type { Result } from '@/lib/domain/problem'
import { listPeople } from '@/lib/server/class-people'
import { archiveClass, createClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { disconnectCourse, listCourses } from '@/lib/server/lti/class-courses'
import { connectCourse, readConnecting } from '@/lib/server/lti/course-connection'
import { landLaunch } from '@/lib/server/lti/land'
import { findLaunch } from '@/lib/server/lti/launches'
import { readRefusedPath, refusedPath } from '@/lib/server/lti/refused-path'
import { reader } from '../support/flagged-article'
import { knownPlatform, type KnownPlatform } from '../support/landing'
import { lesson, must } from '../support/lesson'
import { assistant, instructor, learner, type Visit } from '../support/platform-token'

const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.problems[0]?.code)
const details = { name: 'Media literacy', timeZone: 'Asia/Taipei' }
let platform: KnownPlatform
let lin: SignedIn

beforeEach(async () => {
  platform = await knownPlatform()
  lin = await platform.person('lin')
})

const course = { id: 'course-1', title: 'Media literacy' }
const visitOf = (subject: string, roles: string[], more: Visit = {}): Visit => ({ subject, roles, course, ...more })
const land = (by: SignedIn, visit: Visit) => landLaunch(by, { platformId: platform.id, launch: platform.launchOf(visit) })
const pathOf = async (by: SignedIn, visit: Visit) => must(await land(by, visit)).path
const roleOf = async (userId: string, classId: string) => (await db.classMember.findUnique({ where: { classId_userId: { classId, userId } } }))?.role ?? null

/** A course that its teacher connected to a new class. */
async function connected(by = lin): Promise<string> {
  const ticket = await platform.ticketOf(visitOf('lin', [instructor]), by)
  must(await connectCourse(by, { ticket, waiting: false, to: details }))
  return (await db.ltiContext.findFirstOrThrow({ where: { deployment: { platformId: platform.id } } })).classId
}

describe('a course that nobody connected', () => {
  test('asks its teacher which class it is, and makes one', async () => {
    const path = await pathOf(lin, visitOf('lin', [instructor]))
    expect(path).toMatch(/^\/lti\/connect\?ticket=[\w-]{43}$/)
    const ticket = path.split('=')[1]!
    expect(await readConnecting(lin, ticket)).toEqual({ platform: 'Our school', course: course.title, name: course.title, connected: false, classes: [] })
    const next = must(await connectCourse(lin, { ticket, waiting: true, to: details })).path
    expect(next).toBe(`/lti/choose?ticket=${ticket}&waiting=1`)
    const { classId, title } = await db.ltiContext.findFirstOrThrow({ where: { deployment: { platformId: platform.id } } })
    expect([await roleOf(lin.id, classId), title]).toEqual(['teacher', course.title])
    expect((await readConnecting(lin, ticket))?.connected).toBe(true)
  })

  test('can become a class that its teacher runs, and no other', async () => {
    const { id: own } = must(await createClass(lin, details))
    const { classId: strange } = await lesson([])
    const ticket = await platform.ticketOf(visitOf('lin', [instructor]), lin)
    expect((await readConnecting(lin, ticket))?.classes).toEqual([{ id: own, name: details.name }])
    expect(codeOf(await connectCourse(lin, { ticket, waiting: false, to: { classId: strange } }))).toBe('notFound')
    must(await archiveClass(lin, own, true))
    expect((await readConnecting(lin, ticket))?.classes).toEqual([])
    expect(codeOf(await connectCourse(lin, { ticket, waiting: false, to: { classId: own } }))).toBe('classArchived')
    must(await archiveClass(lin, own, false))
    must(await connectCourse(lin, { ticket, waiting: false, to: { classId: own } }))
    must(await connectCourse(lin, { ticket, waiting: false, to: { classId: own } }))
    expect(codeOf(await connectCourse(lin, { ticket, waiting: false, to: details }))).toBe('courseTaken')
    expect(await listCourses(lin, own)).toEqual([{ id: expect.any(String), title: course.title, platform: 'Our school', links: 0 }])
  })

  test('connected by two at once becomes one class, and none is left over', async () => {
    const ito = await platform.person('ito')
    const tickets = [await platform.ticketOf(visitOf('lin', [instructor]), lin), await platform.ticketOf(visitOf('ito', [instructor]), ito)] as const
    const done = await Promise.all([
      connectCourse(lin, { ticket: tickets[0], waiting: false, to: details }),
      connectCourse(ito, { ticket: tickets[1], waiting: false, to: details }),
    ])
    expect(done.map(codeOf).sort()).toEqual(['courseTaken', 'done'])
    expect(await db.class.count({ where: { members: { some: { userId: { in: [lin.id, ito.id] } } } } })).toBe(1)
  })

  test('is no business of assistants, students, and of who has somebody else’s ticket', async () => {
    const people = { assistant: [assistant], student: [learner], nobody: ['http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor'] } as const
    const told = await Promise.all(Object.entries(people).map(async ([subject, roles]) => codeOf(await land(await platform.person(subject), visitOf(subject, [...roles])))))
    expect(told).toEqual(['courseTeachersOnly', 'courseUnconnected', 'courseRoleMissing'])
    const helper = await platform.person('helper')
    const asHelper = await platform.ticketOf(visitOf('helper', [assistant]), helper)
    expect(codeOf(await connectCourse(helper, { ticket: asHelper, waiting: false, to: details }))).toBe('courseTeachersOnly')
    const ticket = await platform.ticketOf(visitOf('lin', [instructor]), lin)
    for (const viewer of [helper, await reader('Stranger', 'admin'), signedOutViewer]) {
      expect(await readConnecting(viewer, ticket)).toBeNull()
      expect(codeOf(await connectCourse(viewer, { ticket, waiting: false, to: details }))).toBe('launchOver')
    }
    expect(await db.ltiContext.count({ where: { deployment: { platformId: platform.id } } })).toBe(0)
  })

  test('stays so while its deployment is not allowed', async () => {
    const ticket = await platform.ticketOf(visitOf('lin', [instructor]), lin)
    await db.ltiDeployment.updateMany({ where: { platformId: platform.id }, data: { allowedAt: null } })
    expect(codeOf(await connectCourse(lin, { ticket, waiting: false, to: details }))).toBe('deploymentUnknown')
    expect(await db.class.count({ where: { members: { some: { userId: lin.id } } } })).toBe(0)
  })
})

describe('the people of a course', () => {
  test('come into its class as what the platform says, once, and change with it', async () => {
    const classId = await connected()
    const mia = await platform.person('mia')
    const open = { custom: { open: 'class' } }
    const steps = [[learner, 'student'], [learner, 'student'], [assistant, 'assistant'], [instructor, 'co_teacher'], [learner, 'student']] as const
    for (const [role, becomes] of steps) {
      expect(await pathOf(mia, visitOf('mia', [role], open))).toBe(`/classes/${classId}`)
      expect(await roleOf(mia.id, classId)).toBe(becomes)
    }
    expect(await pathOf(mia, visitOf('mia', [], open))).toBe(`/classes/${classId}`)
    const trail = await db.auditRow.findMany({ where: { subjectId: classId, actorId: mia.id }, orderBy: { id: 'asc' }, select: { action: true } })
    expect(trail.map(({ action }) => action)).toEqual(['class.joined', 'class.member-changed', 'class.member-changed', 'class.member-changed'])
  })

  test('launched many at once are each there once', async () => {
    const classId = await connected()
    const people = await Promise.all(Array.from({ length: 8 }, (_, i) => platform.person(`p${i}`)))
    const visit = (subject: string) => visitOf(subject, [learner], { custom: { open: 'class' } })
    await Promise.all(people.flatMap((person) => [land(person, visit(person.name)), land(person, visit(person.name))]))
    expect((await listPeople(lin, classId))?.length).toBe(9)
  })

  test('never lower a teacher: platforms let teachers look as students do', async () => {
    const classId = await connected()
    must(await land(lin, visitOf('lin', [learner], { custom: { open: 'class' } })))
    expect(await roleOf(lin.id, classId)).toBe('teacher')
  })

  test('with an account that the class keeps are students and nothing else', async () => {
    const classId = await connected()
    const mia = await platform.person('mia', classId)
    must(await land(mia, visitOf('mia', [instructor], { custom: { open: 'class' } })))
    expect(await roleOf(mia.id, classId)).toBe('student')
  })

  test('cannot land somebody else’s launch', async () => {
    const classId = await connected()
    const eve = await platform.person('eve')
    expect(codeOf(await land(eve, visitOf('lin', [instructor])))).toBe('notAllowed')
    expect(codeOf(await landLaunch(signedOutViewer, { platformId: platform.id, launch: platform.launchOf(visitOf('lin', [instructor])) }))).toBe('signInFirst')
    expect(await roleOf(eve.id, classId)).toBeNull()
  })

  test('of a class that was put away are those who are there already', async () => {
    const classId = await connected()
    const open = { custom: { open: 'class' } }
    const [mia, ben] = [await platform.person('mia'), await platform.person('ben')]
    must(await land(mia, visitOf('mia', [learner], open)))
    must(await archiveClass(lin, classId, true))
    expect(codeOf(await land(ben, visitOf('ben', [learner], open)))).toBe('courseArchived')
    expect(await pathOf(mia, visitOf('mia', [instructor], open))).toBe(`/classes/${classId}`)
    expect([await roleOf(mia.id, classId), await roleOf(ben.id, classId)]).toEqual(['student', null])
  })

  test('keep their work when the course is disconnected, by who runs the class', async () => {
    const classId = await connected()
    const mia = await platform.person('mia')
    must(await land(mia, visitOf('mia', [learner], { custom: { open: 'class' } })))
    const { id } = (await listCourses(lin, classId))[0]!
    expect([await listCourses(mia, classId), codeOf(await disconnectCourse(mia, classId, id))]).toEqual([[], 'notAllowed'])
    const { id: other } = must(await createClass(mia, details))
    expect(codeOf(await disconnectCourse(mia, other, id))).toBe('notFound')
    must(await disconnectCourse(lin, classId, id))
    expect(codeOf(await disconnectCourse(lin, classId, id))).toBe('notFound')
    expect(await roleOf(mia.id, classId)).toBe('student')
    expect(codeOf(await land(mia, visitOf('mia', [learner])))).toBe('courseUnconnected')
  })
})

describe('what a launch tells of its course', () => {
  const services = (lineitems: string, members: string) => ({
    'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': { scope: [], lineitems },
    'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': { context_memberships_url: members },
  })
  const kept = async () => db.ltiContext.findFirstOrThrow({ where: { deployment: { platformId: platform.id } }, select: { title: true, lineItemsUrl: true, membershipsUrl: true } })

  test('is kept as last told, and silence changes nothing', async () => {
    await connected()
    const open = { custom: { open: 'class' } }
    expect(await kept()).toEqual({ title: course.title, lineItemsUrl: null, membershipsUrl: null })
    must(await land(lin, visitOf('lin', [instructor], { ...open, more: services('https://s.example/a', 'https://s.example/b') })))
    expect(await kept()).toEqual({ title: course.title, lineItemsUrl: 'https://s.example/a', membershipsUrl: 'https://s.example/b' })
    must(await land(lin, visitOf('lin', [instructor], { ...open, course: { id: course.id } })))
    must(await land(lin, visitOf('lin', [instructor], { ...open, course: { id: course.id, title: 'Newspapers' } })))
    expect(await kept()).toEqual({ title: 'Newspapers', lineItemsUrl: 'https://s.example/a', membershipsUrl: 'https://s.example/b' })
  })
})

test('without a course there are only one’s classes', async () => {
  expect(await pathOf(lin, { subject: 'lin', roles: [instructor], course: null })).toBe('/classes')
  expect(codeOf(await land(lin, { subject: 'lin', roles: [instructor], course: null, deepLinking: {} }))).toBe('launchWithoutCourse')
})

test('a launch that must wait for its teacher is good for two hours', async () => {
  const ticket = (await pathOf(lin, visitOf('lin', [instructor]))).split('=')[1]!
  const hour = 60 * 60_000
  expect((await findLaunch(ticket, new Date(Date.now() + 1.9 * hour)))?.userId).toBe(lin.id)
  expect(await findLaunch(ticket, new Date(Date.now() + 2.1 * hour))).toBeNull()
})

test('the page of refusals says only what this site put into its address', () => {
  const back = { platform: 'Our school', address: 'https://lms.example/course?a=1&b=2' }
  const address = refusedPath({ code: 'platformRefused', path: '', values: { reason: 'not today & never' } }, back)
  const search = Object.fromEntries(new URL(address, 'http://x').searchParams)
  expect(readRefusedPath(search)).toEqual({ problem: { code: 'platformRefused', path: '', values: { reason: 'not today & never' } }, back })
  for (const wrong of [{ 'v.reason': 'call 555' }, { back: 'https://evil.example/' }, { platform: 'Your bank' }, { code: 'launchLost' }, { seal: 'x' }, { seal: 'é'.repeat(22) }, { seal: ['a'] }, { code: 'no such' }]) {
    expect(readRefusedPath({ ...search, ...wrong })).toBeNull()
  }
})
