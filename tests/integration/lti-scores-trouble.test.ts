import { describe, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { assignmentsComeDue } from '@/lib/server/lti/due-scores'
import { readScoreReports } from '@/lib/server/lti/scores'
import { takeBack } from '@/lib/server/submissions'
import { must } from '../support/lesson'
import { clock, course, handIn, minute, school, sweep, type Course, type School } from '../support/school'

describe('a platform that misbehaves', () => {
  const after = async (at: School, set: Course) => {
    await sweep()
    const row = await db.ltiScore.findFirstOrThrow({ where: { linkId: set.linkId } })
    return { code: (row.problem as { code?: string } | null)?.code ?? 'told', wait: row.nextTryAt === null ? null : Math.round((row.nextTryAt.getTime() - clock()) / minute) }
  }
  const begun = async () => {
    const at = await school()
    const set = await course(at, ['Ann'])
    await handIn(set, set.students[0]!)
    return { at, set }
  }
  test.each([
    [500, {}, 'platformStatus', 1], [502, {}, 'platformStatus', 1], [503, { 'retry-after': '600' }, 'platformBusy', 10], [429, { 'retry-after': '1800' }, 'platformBusy', 30],
    [429, {}, 'platformBusy', 1], [429, { 'retry-after': 'soon' }, 'platformBusy', 1], [429, { 'retry-after': '99999999' }, 'platformBusy', 24 * 60], [302, { location: 'http://169.254.169.254/' }, 'platformStatus', 1],
    [409, {}, 'platformStatus', 1], [400, {}, 'platformStatus', null], [403, {}, 'platformScope', null], [404, {}, 'platformGone', null], [422, {}, 'platformStatus', null], [401, {}, 'platformToken', 1],
  ])('answers scores with %i %o: %s, tried again after %s minutes', async (status, headers, code, wait) => {
    const { at, set } = await begun()
    at.services.misdeeds.scores = () => ({ status, headers: headers as Record<string, string> })
    expect(await after(at, set)).toEqual({ code, wait })
    at.services.misdeeds = {}
    await sweep((wait ?? 100) * minute + 1_000)
    expect(at.services.scores).toHaveLength(wait === null ? 0 : 1)
  })
  test.each([
    ['token', { status: 500 }, 'platformStatus', 1], ['token', { status: 400, body: '{"error":"invalid_client"}' }, 'platformToken', 1], ['token', { status: 400, body: '{"error":"invalid_scope"}' }, 'platformScope', 1],
    ['token', { body: 'no JSON' }, 'platformGarbled', 1], ['token', { body: '{"access_token":"a\\nb"}' }, 'platformGarbled', 1], ['token', { body: '{}' }, 'platformGarbled', 1], ['token', 'hangs-up', 'platformSilent', 1],
    ['token', { status: 429, headers: { 'retry-after': '120' } }, 'platformBusy', 2], ['token', { status: 404 }, 'platformToken', 1], ['scores', 'hangs-up', 'platformSilent', 1],
  ] as const)('at %s: %o is %s', async (service, misdeed, code, wait) => {
    const { at, set } = await begun()
    at.services.misdeeds[service] = () => misdeed
    expect(await after(at, set)).toEqual({ code, wait })
    at.services.misdeeds = {}
    await sweep(wait * minute + 1_000)
    expect(at.services.scores).toHaveLength(1)
  })
  test.each([
    ['garbage', { body: '<html>' }, 'platformGarbled'], ['another thing', { body: '{"id": 7}' }, 'platformGarbled'], ['an error', { status: 500 }, 'platformStatus'],
  ] as const)('lists as line items %s', async (_what, misdeed, code) => {
    const at = await school()
    const set = await course(at, ['Ann'], { lineItem: false })
    await handIn(set, set.students[0]!)
    at.services.misdeeds.lineItems = () => misdeed
    expect(await after(at, set)).toEqual({ code, wait: 1 })
  })
  test('a place for scores within our own network is never asked', async () => {
    const { at, set } = await begun()
    for (const lineItemUrl of ['http://127.0.0.1:1/x', 'https://169.254.169.254/latest', 'https://localhost/x', 'http://lms.example/x', 'file:///etc/passwd']) {
      await db.ltiLink.update({ where: { id: set.linkId }, data: { lineItemUrl } })
      await db.ltiScore.deleteMany()
      const { code, wait } = await after(at, set)
      expect([lineItemUrl, wait]).toEqual([lineItemUrl, null])
      expect(code).toMatch(/^address(Private|Insecure|Scheme|Port)$/)
    }
    expect(at.services.count('scores')).toBe(0)
  })
  test('a token that is no longer taken is replaced once, without a failure', async () => {
    const { at, set } = await begun()
    await sweep()
    at.services.expireTokens()
    must(await takeBack(set.students[0]!, set.id))
    await sweep()
    expect([at.services.scores.length, at.services.count('token'), at.services.count('scores')]).toEqual([2, 2, 3])
  })
  test('an answer that never comes is given up, and what is due is taken once it comes', async () => {
    const { at, set } = await begun()
    at.services.misdeeds.scores = () => 'silent'
    expect(await after(at, set)).toEqual({ code: 'platformSilent', wait: 1 })
  }, 30_000)
})

test('the pauses grow, and after days it is left to the teacher', async () => {
  const at = await school()
  const set = await course(at, ['Ann'])
  await handIn(set, set.students[0]!)
  at.services.misdeeds.scores = () => ({ status: 500 })
  const tries: number[] = []
  for (let hours = 0, before = 0; hours < 24 * 6 * 6; hours += 1) {
    await sweep(10 * minute)
    const now = at.services.count('scores')
    if (now > before) tries.push(hours * 10)
    before = now
  }
  expect(tries.length).toBe(24)
  expect(tries.slice(0, 8).map((at, i) => at - (tries[i - 1] ?? 0))).toEqual([0, 10, 10, 10, 10, 20, 40, 70])
  expect((await readScoreReports(set.teacher, set.id))[0]?.failed).toMatchObject([{ nextTryAt: null, problem: { code: 'platformStatus', values: { status: 500 } } }])
  // What changes is told again by itself.
  at.services.misdeeds = {}
  must(await takeBack(set.students[0]!, set.id))
  await sweep()
  expect(at.services.scores).toHaveLength(1)
}, 60_000)

test('one whom a platform does not take holds up nobody, and a platform in trouble no other', async () => {
  const [bad, good] = [await school(), await school()]
  const [here, there] = [await course(bad, ['Ann', 'Ben', 'Cem', 'Dan', 'Eva', 'Fay']), await course(good, ['Gil'])]
  for (const student of here.students) await handIn(here, student)
  await handIn(there, there.students[0]!)
  bad.services.misdeeds.scores = ({ body }) => (body.includes('of Cem') ? { status: 500 } : null)
  await sweep()
  expect(bad.services.scores.map(({ userId }) => userId).sort()).toEqual(['of Ann', 'of Ben', 'of Dan', 'of Eva', 'of Fay'])
  bad.services.misdeeds.scores = () => ({ status: 429, headers: { 'retry-after': '3600' } })
  for (const { students } of [here, there]) for (const student of students) must(await takeBack(student, (students === here.students ? here : there).id))
  const before = bad.services.count('scores')
  await sweep(5 * minute)
  await sweep(5 * minute)
  // Four were on their way when it asked to be left alone.
  expect(bad.services.count('scores') - before).toBeLessThanOrEqual(4)
  expect(good.services.scores.map(({ activityProgress }) => activityProgress)).toEqual(['Submitted', 'InProgress'])
  // What happens in another assignment waits as long, and is told by the sweep of the minute after that.
  const next = await course(bad, ['Hal'])
  await handIn(next, next.students[0]!)
  await sweep(minute, 1, [next.id])
  expect(bad.services.count('scores') - before).toBeLessThanOrEqual(4)
  expect((await readScoreReports(next.teacher, next.id))[0]?.failed).toMatchObject([{ problem: { code: 'platformBusy' } }])
  const [report] = await readScoreReports(here.teacher, here.id)
  expect(report?.failed.map(({ problem }) => problem.code)).toEqual(Array.from({ length: 6 }, () => 'platformBusy'))
  bad.services.misdeeds = {}
  await sweep(61 * minute, 1, await assignmentsComeDue(new Date(clock() + 61 * minute)))
  expect(bad.services.scoreOf(next.lineItem, 'of Hal')?.activityProgress).toBe('Submitted')
})
