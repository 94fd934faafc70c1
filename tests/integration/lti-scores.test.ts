import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { refuse } from '@/lib/domain/problem'
import type { SignedIn } from '@/lib/domain/viewer'
import { db } from '@/lib/server/db'
import { proposeGrades, releaseGrades, setGrade } from '@/lib/server/grades'
import { startJobs } from '@/lib/server/jobs/run'
import { assignmentsComeDue } from '@/lib/server/lti/due-scores'
import { readScoreReports, sendScoresAgain } from '@/lib/server/lti/scores'
import { openWork, takeBack } from '@/lib/server/submissions'
import { lesson, must } from '../support/lesson'
import { clock, course, handIn, minute, school, sweep, type Course, type School } from '../support/school'

test('a platform is told of each step, and of points only once they are released', async () => {
  const at = await school()
  const set = await course(at, ['Ann', 'Ben'])
  const [ann] = set.students as [SignedIn, SignedIn]
  const annNow = () => at.services.scoreOf(set.lineItem, 'of Ann')
  await sweep()
  expect(at.services.scores).toEqual([])
  must(await openWork(ann, set.id))
  await sweep()
  expect(annNow()).toMatchObject({ activityProgress: 'InProgress', gradingProgress: 'NotReady' })
  await handIn(set, ann)
  await sweep()
  expect(annNow()).toMatchObject({ activityProgress: 'Submitted', gradingProgress: 'PendingManual' })
  must(await setGrade(set.teacher, set.id, ann.id, { points: 7.5, comment: 'Well seen.' }))
  await sweep()
  expect(at.services.scores).toHaveLength(2)
  must(await releaseGrades(set.teacher, set.id, true))
  await sweep()
  expect(annNow()).toMatchObject({ activityProgress: 'Completed', gradingProgress: 'FullyGraded', scoreGiven: 7.5, scoreMaximum: 10, comment: 'Well seen.' })
  must(await releaseGrades(set.teacher, set.id, false))
  await sweep()
  expect(annNow()).toEqual({ lineItem: new URL(set.lineItem).pathname, userId: 'of Ann', timestamp: expect.any(String), activityProgress: 'Submitted', gradingProgress: 'PendingManual' })
  // The platform has shown the grade: what was handed in stays. One who was told nothing takes theirs back.
  expect(await takeBack(ann, set.id)).toEqual(refuse('workSeen'))
  const ben = set.students[1]!
  await handIn(set, ben)
  await sweep()
  must(await takeBack(ben, set.id))
  await sweep()
  expect(at.services.scores.at(-1)).toMatchObject({ userId: 'of Ben', activityProgress: 'InProgress', gradingProgress: 'NotReady' })
  await sweep()
  expect(at.services.scores).toHaveLength(6)
  for (const each of at.services.scores.slice(0, 2)) expect(JSON.stringify(each)).not.toMatch(/score[GM]|comment/)
  expect(at.services.asked.filter(({ service }) => service === 'scores').every(({ url }) => url.search === '?type=1')).toBe(true)
})

test('a grade that shows by its date is told from that date on', async () => {
  const at = await school()
  const set = await course(at, ['Ann'])
  await handIn(set, set.students[0]!)
  must(await setGrade(set.teacher, set.id, set.students[0]!.id, { points: 3, comment: null }))
  await db.assignment.update({ where: { id: set.id }, data: { gradesAt: new Date(clock() + 60 * minute) } })
  await sweep()
  expect(at.services.scores.map(({ scoreGiven }) => scoreGiven)).toEqual([undefined])
  expect(await assignmentsComeDue(new Date(clock() + 50 * minute))).toEqual([])
  expect(await assignmentsComeDue(new Date(clock() + 61 * minute))).toEqual([set.id])
  await sweep(61 * minute, 1, [set.id])
  expect(at.services.scores.map(({ scoreGiven }) => scoreGiven)).toEqual([undefined, 3])
})

test.each([
  ['a platform that is switched off', ({ platformId }: School) => db.ltiPlatform.update({ where: { id: platformId }, data: { disabledAt: new Date() } })],
  ['a deployment that nobody allows any more', ({ platformId }: School) => db.ltiDeployment.updateMany({ where: { platformId }, data: { allowedAt: null } })],
  ['somebody who left the class', (_: School, { classId }: Course) => db.classMember.deleteMany({ where: { classId, role: 'student' } })],
  ['somebody who is in another course only', (_: School, { ltiContextId }: Course) => db.ltiParticipant.deleteMany({ where: { ltiContextId } })],
  ['a class that is about to be deleted', (_: School, { classId }: Course) => db.class.update({ where: { id: classId }, data: { deleteAt: new Date(Date.now() + 86_400_000) } })],
  ['somebody who did not come from there', ({ platformId }: School) => db.ltiAccount.deleteMany({ where: { platformId } })],
  ['a course without places for scores', (_: School, { classId, linkId }: Course) =>
    db.$transaction([db.ltiLink.update({ where: { id: linkId }, data: { lineItemUrl: null } }), db.ltiContext.updateMany({ where: { classId }, data: { lineItemsUrl: null } })])],
])('nothing is told of or to %s', async (_why, change) => {
  const at = await school()
  const set = await course(at, ['Ann'])
  await handIn(set, set.students[0]!)
  await change(at, set)
  await sweep()
  expect(at.services.asked).toEqual([])
})

describe('a line item', () => {
  test('is made where a link has none, once, and kept', async () => {
    const at = await school()
    const set = await course(at, ['Ann', 'Ben', 'Cem'], { lineItem: false })
    for (const student of set.students) await handIn(set, student)
    await sweep()
    const [made, ...more] = [...at.services.lineItems.values()]
    expect([made, more]).toEqual([{ id: made!.id, label: 'Who says so?', scoreMaximum: 10, resourceId: set.id, resourceLinkId: 'link-1' }, []])
    expect(at.services.scores).toHaveLength(3)
    expect(await db.ltiLink.findUnique({ where: { id: set.linkId }, select: { lineItemUrl: true } })).toEqual({ lineItemUrl: made!.id })
  })
  test('that is there already is taken', async () => {
    const at = await school()
    const set = await course(at, ['Ann'], { lineItem: false })
    at.services.addLineItem(set.contextId, { resourceLinkId: 'another' })
    const own = at.services.addLineItem(set.contextId, { resourceLinkId: 'link-1' })
    await handIn(set, set.students[0]!)
    await sweep()
    expect([at.services.lineItems.size, at.services.scoreOf(own, 'of Ann')?.activityProgress]).toEqual([2, 'Submitted'])
  })
  test('is looked for on every page, and looked for only where no more is allowed', async () => {
    const at = await school()
    const set = await course(at, ['Ann'], { lineItem: false })
    at.services.pageSize = 1
    at.services.scopes = at.services.scopes.map((scope) => scope.replace(/lineitem$/, 'lineitem.readonly'))
    at.services.addLineItem(set.contextId, { resourceLinkId: 'link-1', resourceId: 'of another assignment' })
    const own = at.services.addLineItem(set.contextId, { resourceLinkId: 'link-1', resourceId: set.id })
    await handIn(set, set.students[0]!)
    await sweep()
    expect([at.services.lineItems.size, at.services.scoreOf(own, 'of Ann')?.activityProgress]).toEqual([2, 'Submitted'])
  })
  test('cannot be made where it may only be looked for, which is said', async () => {
    const at = await school()
    const set = await course(at, ['Ann'], { lineItem: false })
    at.services.scopes = at.services.scopes.map((scope) => scope.replace(/lineitem$/, 'lineitem.readonly'))
    await handIn(set, set.students[0]!)
    await sweep()
    expect((await readScoreReports(set.teacher, set.id))[0]?.failed).toMatchObject([{ problem: { code: 'platformScope' } }])
  })
  test('that was deleted there is said to the teacher, and made anew when they ask for it', async () => {
    const at = await school()
    const set = await course(at, ['Ann'])
    at.services.lineItems.clear()
    await handIn(set, set.students[0]!)
    await sweep()
    await sweep(24 * 60 * minute)
    expect(at.services.count('scores')).toBe(1)
    expect((await readScoreReports(set.teacher, set.id))[0]?.failed).toMatchObject([{ name: 'Ann', problem: { code: 'platformGone' }, nextTryAt: null }])
    expect(await sendScoresAgain(set.students[0]!, set.id)).toMatchObject({ ok: false })
    expect(await sendScoresAgain(set.teacher, set.id)).toEqual({ ok: true, value: { count: 1 } })
    await sweep()
    expect(at.services.scores).toMatchObject([{ activityProgress: 'Submitted' }])
  })
})

test('two sweeps at once tell everything once', async () => {
  const at = await school()
  const names = Array.from({ length: 60 }, (_, i) => `Student ${i}`)
  const set = await course(at, names)
  await db.submission.createMany({ data: set.students.map(({ id: userId }, pseudonym) => ({ assignmentId: set.id, userId, pseudonym, startedAt: new Date() })) })
  await sweep(1_000, 3)
  expect(at.services.scores.map(({ userId }) => userId).sort()).toEqual(names.map((name) => `of ${name}`).sort())
  expect(at.services.count('token')).toBe(1)
})

test('a sweep asks the database as often for many as for few', async () => {
  const queries = async (people: number) => {
    await db.ltiPlatform.deleteMany()
    const at = await school()
    const set = await course(at, Array.from({ length: people }, (_, i) => `Student ${i}`))
    await db.submission.createMany({ data: set.students.map(({ id: userId }, pseudonym) => ({ assignmentId: set.id, userId, pseudonym, startedAt: new Date() })) })
    const spy = vi.spyOn(pg.Client.prototype, 'query')
    await sweep()
    expect(at.services.scores).toHaveLength(people)
    const { length } = spy.mock.calls
    spy.mockRestore()
    return length
  }
  expect(await queries(30)).toBe(await queries(2))
})

test('handing in and releasing tell the platform at once, and nothing is queued where none links', async () => {
  const at = await school()
  const set = await course(at, ['Ann'])
  const alone = await lesson(['Bob'])
  await db.$executeRaw`delete from pgboss.job`
  const stop = startJobs()
  try {
    await handIn(set, set.students[0]!)
    await expect.poll(() => at.services.scoreOf(set.lineItem, 'of Ann')?.activityProgress, { timeout: 15_000 }).toBe('Submitted')
    must(await setGrade(set.teacher, set.id, set.students[0]!.id, { points: 9, comment: null }))
    must(await releaseGrades(set.teacher, set.id, true))
    await expect.poll(() => at.services.scoreOf(set.lineItem, 'of Ann')?.scoreGiven, { timeout: 15_000 }).toBe(9)
    await handIn({ ...set, ...alone }, alone.students[0]!)
    must(await proposeGrades(alone.teacher, alone.id))
    const queued = await db.$queryRaw<{ data: { assignmentId?: string } }[]>`select data from pgboss.job where name = 'send-scores'`
    expect(queued.some(({ data }) => data.assignmentId === alone.id)).toBe(false)
  } finally {
    await stop()
  }
}, 60_000)

test('what was sent is told to who teaches there, and to nobody else', async () => {
  const at = await school()
  const set = await course(at, ['Ann'])
  await handIn(set, set.students[0]!)
  await sweep()
  expect(await readScoreReports(set.teacher, set.id)).toMatchObject([{ platform: 'Our school', course: 'Media literacy', off: false, without: false, sent: 1, waiting: 0, failed: [] }])
  expect(await readScoreReports(set.students[0]!, set.id)).toEqual([])
  expect(await readScoreReports({ kind: 'signed-out' }, set.id)).toEqual([])
})
