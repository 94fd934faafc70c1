import { beforeEach, describe, expect, test, vi } from 'vitest'
import { signedOutViewer, type SignedIn, type Viewer } from '@/lib/domain/viewer'
import { db } from '@/lib/server/db'
import { arrive, continueLaunch, readContinuation } from '@/lib/server/lti/going-on'
import { findLaunch, keepLaunch, removeOldLaunches } from '@/lib/server/lti/launches'
import { sealSession, sessionCookie } from '@/lib/server/session-token'
import { openSession } from '@/lib/server/sessions'
import { freshSchool, servedPlatform } from '../support/fresh-school'
import { bearer, going, launchFrom, returnFrom, signedIn, ticketOf, visit } from '../support/launching'
import { instructor, type Visit } from '../support/platform-token'
import { jar } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))

const platform = await servedPlatform()

let platformId: string
let teacher: SignedIn
let classId: string

beforeEach(async () => void ({ platformId, teacher, classId } = await freshSchool(platform)))

const newPeople = async () => db.user.findMany({ where: { id: { not: teacher.id } }, orderBy: { name: 'asc' } })
const codeOf = (result: Awaited<ReturnType<typeof going>>) => (result.ok ? 'done' : result.problems[0]?.code)

describe('a launch that waits', () => {
  test.each([
    ['in a frame', visit(), { destination: 'iframe' }, '/lti/open'],
    ['in a frame of an older browser', visit({ documentTarget: 'iframe' }), { destination: null }, '/lti/open'],
    ['where nobody says', visit(), { destination: null }, '/lti/open'],
    ['in a window of an older browser, without the login’s cookie', visit({ documentTarget: 'window' }), { destination: null, cookie: 'lost' as const }, '/lti/continue'],
    ['without the login’s cookie', visit(), { cookie: 'lost' as const }, '/lti/continue'],
  ])('%s signs nobody in until they say so, once', async (_, sent, browser, page) => {
    const led = await launchFrom(platform, sent, browser)
    expect(led.to.pathname).toBe(page)
    expect([await newPeople(), await signedIn()]).toEqual([[], null])
    const ticket = ticketOf(led)
    expect(await readContinuation(bearer(), ticket)).toMatchObject({ value: { person: 'Mia Chen' } })
    const gone = await Promise.all([going(ticket), going(ticket), going(ticket)])
    expect(gone.map(codeOf).sort()).toEqual(['done', 'launchLost', 'launchLost'])
    expect(await newPeople()).toHaveLength(1)
    expect(await going(ticket, teacher).then(codeOf)).toBe('launchLost')
    // Who went on by it may go back and press the button again.
    const [student] = await newPeople()
    expect(await going(ticket, { kind: 'user', id: student!.id, name: student!.name, role: 'member', managed: true })).toMatchObject({ value: { userId: null } })
  })

  test('is gone after a quarter of an hour, and from the table within the hour', async () => {
    const led = await launchFrom(platform, visit(), { destination: 'iframe' })
    const later = new Date(Date.now() + 16 * 60_000)
    expect(await findLaunch(ticketOf(led))).not.toBeNull()
    expect(await findLaunch(ticketOf(led), later)).toBeNull()
    await returnFrom(platform, visit())
    await removeOldLaunches()
    expect([await db.ltiLaunch.count(), await db.ltiLogin.count()]).toEqual([1, 1])
    await removeOldLaunches(new Date(Date.now() + 61 * 60_000))
    expect([await db.ltiLaunch.count(), await db.ltiLogin.count()]).toEqual([0, 0])
  })

  test('is worth nothing once its platform is switched off, and its ticket is not in the database', async () => {
    const led = await launchFrom(platform, visit(), { destination: 'iframe' })
    expect(JSON.stringify(await db.ltiLaunch.findMany())).not.toContain(ticketOf(led))
    await db.ltiPlatform.update({ where: { id: platformId }, data: { disabledAt: new Date() } })
    expect(await going(ticketOf(led)).then(codeOf)).toBe('launchLost')
    for (const nonsense of ['', 'x'.repeat(43), '\0', null, 7, { a: 1 }]) expect(await findLaunch(nonsense)).toBeNull()
  })

  test('kept by others than a launch is read as it was', async () => {
    const led = await launchFrom(platform, visit(), { destination: 'iframe' })
    const found = (await findLaunch(ticketOf(led)))!
    const again = await keepLaunch({ platformId, launch: found.launch, userId: teacher.id })
    expect((await findLaunch(again.ticket))?.launch).toEqual(found.launch)
  })
})

describe('somebody else’s launch', () => {
  const staff = (about: Visit = {}) => visit({ subject: 'mallory', name: 'Mallory', roles: [instructor], ...about })
  const elsewhere = (viewer: Viewer) => ({ viewer, secret: 'o'.repeat(43) })

  test('is nothing to a colleague to whom its address is sent: nobody is made who they are', async () => {
    const ticket = ticketOf(await launchFrom(platform, staff()))
    for (const victim of [elsewhere(teacher), { viewer: teacher, secret: null }, elsewhere(signedOutViewer)]) {
      expect(await readContinuation(victim, ticket)).toMatchObject({ problems: [{ code: 'launchLost' }] })
      for (const account of ['own', 'new'] as const) expect(await continueLaunch(victim, ticket, { account, waiting: false })).toMatchObject({ problems: [{ code: 'launchLost' }] })
      expect(await arrive(victim, ticket)).toMatchObject({ problems: [{ code: 'launchLost' }] })
    }
    expect([await db.ltiAccount.count(), await newPeople()]).toEqual([0, []])
  })

  test('that came by a frame, or without the login’s cookie, never becomes an account there is', async () => {
    for (const browser of [{ destination: 'iframe' }, { cookie: 'lost' as const }]) {
      const ticket = ticketOf(await launchFrom(platform, staff({ subject: JSON.stringify(browser) }), browser))
      for (const victim of [elsewhere(teacher), bearer(teacher)]) expect(await readContinuation(victim, ticket)).toMatchObject({ value: { own: null, person: 'Mallory' } })
      expect(await continueLaunch(elsewhere(teacher), ticket, { account: 'own', waiting: false })).toMatchObject({ ok: true })
    }
    expect([await db.ltiAccount.count({ where: { userId: teacher.id } }), (await newPeople()).map(({ name }) => name)]).toEqual([0, ['Mallory', 'Mallory']])
  })

  test('is not to be theirs who is on the platform already', async () => {
    expect(await going(ticketOf(await launchFrom(platform, staff({ subject: 'lin' }))), teacher, 'own')).toMatchObject({ ok: true })
    const ticket = ticketOf(await launchFrom(platform, staff()))
    expect(await readContinuation(bearer(teacher), ticket)).toMatchObject({ value: { own: null } })
    await going(ticket, teacher, 'own')
    expect((await db.ltiAccount.findMany({ where: { userId: teacher.id } })).map(({ subject }) => subject)).toEqual(['lin'])
  })

  test('does not take the place of who is signed in here without a word', async () => {
    jar.set(sessionCookie().name, await sealSession(await openSession(teacher.id, 'a test')))
    const led = await launchFrom(platform, visit())
    expect(led.to.pathname).toBe('/lti/continue')
    expect((await signedIn())?.id).toBe(teacher.id)
    expect(await newPeople()).toEqual([])
    expect(await going(ticketOf(led), teacher)).toMatchObject({ value: { path: `/classes/${classId}` } })
  })
})

test('a student who teaches in a course that is no class here stays in the keeping of theirs', async () => {
  await launchFrom(platform, visit())
  const student = (await signedIn())!
  await launchFrom(platform, visit({ roles: [instructor], course: { id: 'their own sandbox' } }))
  expect(await db.user.findUnique({ where: { id: student.id } })).toMatchObject({ managedById: classId })
})
