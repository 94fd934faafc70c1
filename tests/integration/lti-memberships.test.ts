import { describe, expect, test, vi } from 'vitest'
import pg from 'pg'
import type { Viewer } from '@/lib/domain/viewer'
import { archiveClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { listedCourses, planCourse, takeCourse } from '@/lib/server/lti/memberships'
import { reader } from '../support/flagged-article'
import { must } from '../support/lesson'
import { connectCourse } from '../support/known-platform'
import type { Member } from '../support/platform-services'
import { course, school, type Course, type School } from '../support/school'

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership'
const learner = (user_id: string, more: Partial<Member> = {}): Member => ({ user_id, name: user_id.replace('of ', ''), roles: [`${membership}#Learner`], ...more })
const teacher = (user_id: string): Member => ({ user_id, name: user_id.replace('of ', ''), roles: ['Instructor'] })

async function begun(names: string[], members: Member[]): Promise<{ at: School; set: Course }> {
  const at = await school()
  const set = await course(at, names)
  at.services.members.set(set.contextId, members)
  return { at, set }
}
const planned = async (set: Course) => must(await planCourse(set.teacher, set.classId, set.ltiContextId))
const fates = async (set: Course) => Object.fromEntries((await planned(set)).people.map(({ name, fate, role }) => [name, `${fate} as ${role}`]))
const take = async (set: Course, leavers: 'keep' | 'remove' = 'keep', state?: string) => takeCourse(set.teacher, set.classId, set.ltiContextId, { state: state ?? (await planned(set)).state, leavers })
const people = async (set: Course) => (await db.classMember.findMany({ where: { classId: set.classId }, select: { role: true, user: { select: { name: true } } } })).map(({ role, user }) => `${user.name}: ${role}`).sort()

test('a list is looked through first, then taken whole, and twice adds nobody twice', async () => {
  const { at, set } = await begun(['Ann', 'Ben'], [learner('of Ann'), learner('new-1', { name: 'Cem', email: 'cem@school.example' }), learner('new-2', { name: undefined }), teacher('of Dora'), learner('gone', { status: 'Inactive' }), { ...learner('watcher'), roles: [`${membership}#Observer`] }])
  const plan = await planned(set)
  expect(plan.people.map(({ subject, fate, role }) => [subject, fate, role])).toEqual([['of Dora', 'by-themselves', 'co-teacher'], ['new-2', 'comes', 'student'], ['of Ann', 'here', 'student'], ['new-1', 'comes', 'student']])
  expect(plan.left).toEqual([{ id: set.students[1]!.id, name: 'Ben' }])
  expect(await people(set)).toEqual(['Ann: student', 'Ben: student', 'Teacher: teacher'])
  expect(must(await take(set))).toEqual({ added: 2, changed: 0, removed: 0 })
  expect(must(await take(set))).toEqual({ added: 0, changed: 0, removed: 0 })
  expect(await people(set)).toEqual(['Ann: student', 'Ben: student', 'Cem: student', expect.stringMatching(/: student$/), 'Teacher: teacher'])
  const made = await db.ltiAccount.findMany({ where: { platformId: at.platformId, subject: { in: ['new-1', 'new-2'] } }, select: { user: { select: { name: true, email: true, managedById: true, passwordHash: true, signInCodeHash: true } } } })
  expect(made.map(({ user }) => ({ ...user, name: '' }))).toEqual([1, 2].map(() => ({ name: '', email: null, managedById: set.classId, passwordHash: null, signInCodeHash: null })))
})

test('who left is taken out where the teacher says so, and their work stays', async () => {
  const { set } = await begun(['Ann', 'Ben'], [learner('of Ann')])
  await db.submission.create({ data: { assignmentId: set.id, userId: set.students[1]!.id, pseudonym: 1, startedAt: new Date() } })
  expect(must(await take(set, 'keep')).removed).toBe(0)
  expect(must(await take(set, 'remove'))).toEqual({ added: 0, changed: 0, removed: 1 })
  expect(await people(set)).toEqual(['Ann: student', 'Teacher: teacher'])
  expect(await db.submission.count({ where: { assignmentId: set.id } })).toBe(1)
})

test('only who came from this course alone can have left it', async () => {
  const { at, set } = await begun(['Ann', 'Ben', 'Cem', 'Dan'], [learner('of Ann')])
  const [, ben, cem, dan] = set.students as [unknown, ...typeof set.students]
  const another = await connectCourse(at.platformId, at.platform.deploymentId, 'another course', set.classId)
  await db.ltiParticipant.create({ data: { ltiContextId: another, userId: ben!.id } })
  // Another course of the same platform alone, and a class list.
  await db.ltiParticipant.updateMany({ where: { userId: cem!.id }, data: { ltiContextId: another } })
  await db.ltiParticipant.deleteMany({ where: { userId: dan!.id } })
  expect((await planned(set)).left).toEqual([])
  await db.ltiParticipant.deleteMany({ where: { ltiContextId: another, userId: ben!.id } })
  expect((await planned(set)).left.map(({ name }) => name)).toEqual(['Ben'])
  expect(must(await take(set, 'remove')).removed).toBe(1)
  const participants = await db.ltiParticipant.findMany({ where: { ltiContextId: set.ltiContextId }, select: { user: { select: { name: true } } } })
  expect(participants.map(({ user }) => user.name)).toEqual(['Ann'])
})

test('who is listed twice has the roles of both', async () => {
  const { set } = await begun([], [learner('1', { name: undefined }), { ...learner('1', { name: 'Ines' }), roles: [`${membership}/Instructor#TeachingAssistant`] }, learner('2', { status: 'Deleted' }), learner('2')])
  expect((await planned(set)).people.map(({ subject, name, role }) => [subject, name, role])).toEqual([['1', 'Ines', 'assistant'], ['2', '2', 'student']])
})

test('roles follow the course, but the teacher stays one, and who came otherwise is left alone', async () => {
  const { at, set } = await begun(['Ann', 'Ben'], [{ ...learner('of Ann'), roles: [`${membership}/Instructor#TeachingAssistant`] }, learner('of Ben'), learner('of Teacher')])
  await db.ltiAccount.create({ data: { platformId: at.platformId, subject: 'of Teacher', userId: set.teacher.id } })
  const other = await reader('Otto')
  await db.classMember.create({ data: { classId: set.classId, userId: other.id, role: 'student' } })
  expect(await fates(set)).toEqual({ Ann: 'changes as assistant', Ben: 'here as student', Teacher: 'here as teacher' })
  expect(must(await take(set, 'remove'))).toEqual({ added: 0, changed: 1, removed: 0 })
  expect(await people(set)).toEqual(['Ann: assistant', 'Ben: student', 'Otto: student', 'Teacher: teacher'])
})

test('a teacher who has an account here comes with it', async () => {
  const { at, set } = await begun([], [teacher('of Dora')])
  const dora = await reader('Dora')
  await db.ltiAccount.create({ data: { platformId: at.platformId, subject: 'of Dora', userId: dora.id } })
  expect(must(await take(set)).added).toBe(1)
  expect(await people(set)).toEqual(['Dora: co_teacher', 'Teacher: teacher'])
})

test('what changed since it was looked at is looked at again', async () => {
  const { at, set } = await begun([], [learner('1')])
  const { state } = await planned(set)
  at.services.members.set(set.contextId, [learner('1'), learner('2')])
  expect(await take(set, 'keep', state)).toMatchObject({ problems: [{ code: 'courseListChanged' }] })
  expect(await people(set)).toEqual(['Teacher: teacher'])
})

test('taken twice at once, everybody is there once', async () => {
  const { at, set } = await begun([], Array.from({ length: 40 }, (_, i) => learner(`n${i}`)))
  const { state } = await planned(set)
  const both = await Promise.all([take(set, 'keep', state), take(set, 'keep', state)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect([await db.classMember.count({ where: { classId: set.classId } }), await db.ltiAccount.count({ where: { platformId: at.platformId } })]).toEqual([41, 40])
})

test('a long list comes page by page, with as many questions to the database as a short one', async () => {
  const statements = async (count: number) => {
    const { at, set } = await begun([], Array.from({ length: count }, (_, i) => learner(`n${i}`)))
    at.services.pageSize = 50
    const { state, people: listed } = await planned(set)
    expect([listed.length, at.services.count('members')]).toEqual([count, Math.ceil(count / 50)])
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    expect(must(await take(set, 'keep', state)).added).toBe(count)
    const { length } = spy.mock.calls
    spy.mockRestore()
    return length
  }
  expect(await statements(330)).toBe(await statements(10))
})

describe('a platform that misbehaves', () => {
  const code = async (prepare: (at: School, path: string) => void) => {
    const { at, set } = await begun(['Ann'], [learner('of Ann')])
    prepare(at, new URL(at.services.membersUrl(set.contextId)).pathname)
    const result = await planCourse(set.teacher, set.classId, set.ltiContextId)
    expect(await people(set)).toEqual(['Ann: student', 'Teacher: teacher'])
    return [result.ok ? 'listed' : result.problems[0]?.code, at.services.count('members')]
  }
  const page = (link: string, members: unknown = []) => ({ headers: { 'content-type': 'application/json', link }, body: JSON.stringify({ id: 'x', members }) })
  test.each([
    ['an error', { status: 500 }, 'platformStatus', 1], ['too many requests', { status: 429, headers: { 'retry-after': '60' } }, 'platformBusy', 1], ['no right', { status: 403 }, 'platformScope', 1], ['no such course', { status: 404 }, 'platformGone', 1],
    ['nobody', { status: 401 }, 'platformToken', 2], ['no JSON', { body: '<html>' }, 'platformGarbled', 1], ['no members', { body: '{"id":"x"}' }, 'platformGarbled', 1], ['members without a name of theirs', page('', [{ roles: [] }]), 'platformGarbled', 1],
    ['members that are words', page('', ['Ann']), 'platformGarbled', 1], ['a name of 300', page('', [{ user_id: 'x'.repeat(300), roles: [] }]), 'platformGarbled', 1], ['a redirect', { status: 301, headers: { location: 'http://169.254.169.254/' } }, 'platformStatus', 1],
    ['a circle', page('<?a=1>; rel=next'), 'platformGarbled', 2], ['a next page elsewhere', page('<https://elsewhere.example/x>; rel="next"'), 'platformGarbled', 1], ['a next page within', page('<http://169.254.169.254/>; rel="next"'), 'platformGarbled', 1],
    ['a next page that is none', page('<http://[>; rel=next'), 'platformGarbled', 1], ['a line that is cut', 'hangs-up', 'platformSilent', 1], ['other links', page('<x>; rel="prev", <y>; rel="differences"'), 'listed', 1], ['half a link', page('<x; rel=next'), 'listed', 1],
  ] as const)('%s: %o is %s', async (_what, misdeed, expected, asked) => {
    expect(await code((at) => void (at.services.misdeeds.members = () => misdeed))).toEqual([expected, asked])
  })
  test('pages without end come to one', async () => {
    let nth = 0
    expect(await code((at, path) => void (at.services.misdeeds.members = () => page(`<${path}?n=${(nth += 1)}>; rel="next"`)))).toEqual(['platformGarbled', 200])
  })
  test('no token for the list is said as it is', async () => {
    expect(await code((at) => void (at.services.scopes = []))).toEqual(['platformScope', 0])
  })
})

test.each<[string, (set: Course, at: School) => Promise<Viewer | undefined | unknown>]>([
  ['a student', async ({ students }) => students[0]], ['an assistant', async ({ students, classId }) => (await db.classMember.update({ where: { classId_userId: { classId, userId: students[0]!.id } }, data: { role: 'assistant' } }), students[0])],
  ['somebody else', () => reader('Eve')], ['nobody', async () => ({ kind: 'signed-out' })],
  ['a teacher whose class is put away', async ({ teacher: who, classId }) => (must(await archiveClass(who, classId, true)), who)],
  ['a teacher, the platform being off', async ({ teacher: who }, { platformId }) => (await db.ltiPlatform.update({ where: { id: platformId }, data: { disabledAt: new Date() } }), who)],
  ['a teacher, the deployment not being allowed', async ({ teacher: who }, { platformId }) => (await db.ltiDeployment.updateMany({ where: { platformId }, data: { allowedAt: null } }), who)],
  ['a teacher of another class', async (_, at) => (await course(at, [])).teacher],
])('%s asks no platform for a list', async (_who, whoOf) => {
  const { at, set } = await begun(['Ann'], [learner('of Ann')])
  const viewer = (await whoOf(set, at)) as Viewer
  expect((await planCourse(viewer, set.classId, set.ltiContextId)).ok).toBe(false)
  expect((await takeCourse(viewer, set.classId, set.ltiContextId, { state: '', leavers: 'remove' })).ok).toBe(false)
  expect(at.services.asked).toEqual([])
})

test('courses that give a list are named to who runs the class', async () => {
  const { set } = await begun(['Ann'], [])
  expect(await listedCourses(set.teacher, set.classId)).toEqual([{ id: set.ltiContextId, title: 'Media literacy', platform: 'Our school' }])
  expect(await listedCourses(set.students[0]!, set.classId)).toEqual([])
  await db.ltiContext.update({ where: { id: set.ltiContextId }, data: { membershipsUrl: null } })
  expect(await listedCourses(set.teacher, set.classId)).toEqual([])
})
