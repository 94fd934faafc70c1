import { beforeEach, describe, expect, it, vi } from 'vitest'
import { encode } from 'next-auth/jwt'
import { changePassword } from '@/lib/actions/account'
import { signIn, signOutEverywhere, signOutThere } from '@/lib/actions/session'
import { browserName } from '@/lib/domain/browser-name'
import { systemViewer, type SignedIn } from '@/lib/domain/viewer'
import { backgroundDone } from '@/lib/server/background'
import { db } from '@/lib/server/db'
import { currentViewer, startSession } from '@/lib/server/session'
import { sealSession, sessionCookie, unsealSession } from '@/lib/server/session-token'
import { endSession, listSessions, openSession, readSession } from '@/lib/server/sessions'
import { createAccount } from '@/lib/server/users'
import { emptyTables } from '../support/empty-tables'
import { formOf, freshBrowser, jar, outcome, sent } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next/cache', () => ({ refresh: () => undefined }))
vi.spyOn(console, 'log').mockImplementation(() => undefined)

const none = { problems: [], values: {} }
const password = 'a quiet harbour'
const day = 24 * 60 * 60 * 1000
let mary: SignedIn

beforeEach(async () => {
  await backgroundDone()
  await emptyTables('User', 'RateLimit')
  freshBrowser()
  mary = await person('mary')
})

async function person(name: string): Promise<SignedIn> {
  const made = await createAccount(systemViewer, { email: `${name}@example.org`, name, password, role: 'member' })
  if (!made.ok) throw new Error('refused')
  return { kind: 'user', id: made.value.id, name, role: 'member' }
}

/** Signs Mary in with another browser and answers its cookies. */
async function browser(userAgent: string): Promise<Map<string, string>> {
  freshBrowser(userAgent)
  await outcome(signIn(none, formOf({ email: 'mary@example.org', password })))
  return new Map(jar)
}

function sitAt(cookies: Map<string, string>) {
  jar.clear()
  for (const [name, value] of cookies) jar.set(name, value)
}

describe('a session', () => {
  it('names its person, and ends after a month away or three in all', async () => {
    const begun = new Date('2026-01-01T00:00:00Z')
    const after = (days: number) => new Date(begun.getTime() + days * day)
    const id = await openSession(mary.id, 'A browser', begun)
    expect(await readSession(id, after(1))).toEqual({ id, viewer: mary, locale: null })
    expect(await readSession(id, after(32))).toBeNull()
    expect(await readSession(id, after(30))).not.toBeNull()
    expect(await readSession(id, after(59))).not.toBeNull()
    expect(await readSession(id, after(88))).not.toBeNull()
    expect(await readSession(id, after(90))).toBeNull()
  })

  it('notes a visit at most once an hour', async () => {
    const begun = new Date('2026-01-01T00:00:00Z')
    const id = await openSession(mary.id, null, begun)
    const lastSeen = async () => (await db.session.findUniqueOrThrow({ where: { id } })).lastSeen.toISOString()
    await readSession(id, new Date('2026-01-01T00:59:00Z'))
    expect(await lastSeen()).toBe('2026-01-01T00:00:00.000Z')
    await readSession(id, new Date('2026-01-01T01:01:00Z'))
    expect(await lastSeen()).toBe('2026-01-01T01:01:00.000Z')
  })

  it('takes a header of any kind', async () => {
    const id = await openSession(mary.id, `\u0000\uD800${'x'.repeat(5000)}`)
    expect((await db.session.findUniqueOrThrow({ where: { id } })).userAgent).toBe('x'.repeat(300))
  })

  it('replaces the one that the same browser had', async () => {
    await startSession(mary.id)
    await startSession(mary.id)
    expect(await db.session.count()).toBe(1)
    expect(await currentViewer()).toEqual(mary)
  })

  it('carries nothing of the person in its cookie, which no script can read', async () => {
    await startSession(mary.id)
    const token = jar.get(sessionCookie().name) ?? ''
    expect(Buffer.from(token.split('.')[3] ?? '', 'base64url').toString()).not.toContain(mary.id)
    expect(sessionCookie().options).toEqual({ httpOnly: true, sameSite: 'lax', path: '/', secure: false })
  })
})

describe('a token', () => {
  it.each([
    ['nonsense', async () => 'nonsense'],
    ['empty', async () => ''],
    ['sealed with another secret', () => encode({ token: { sid: 'x' }, secret: 'another secret of thirty-two characters' })],
    ['too old', () => encode({ token: { sid: 'x' }, secret: process.env.NEXTAUTH_SECRET ?? '', maxAge: -100 })],
    ['without a session', () => encode({ token: { sub: 'x' }, secret: process.env.NEXTAUTH_SECRET ?? '' })],
    ['changed by one character', async () => (await sealSession('x')).replace(/.(?=.{40}$)/, (one) => (one === 'x' ? 'y' : 'x'))],
  ])('that is %s names nobody', async (_, make) => expect(await unsealSession(await make())).toBeNull())
})

describe('ending sessions', () => {
  it('of all other browsers works at once', async () => {
    const phone = await browser('phone')
    const school = await browser('school')
    const home = await browser('home')
    expect(await signOutEverywhere(none, formOf({}))).toEqual({ problems: [], values: {}, done: { ended: 2 } })
    for (const [cookies, kind] of [[phone, 'signed-out'], [school, 'signed-out'], [home, 'user']] as const) {
      sitAt(cookies)
      expect((await currentViewer()).kind).toBe(kind)
    }
  })

  it('happens at once when the password is changed, which also uses up reset links', async () => {
    const phone = await browser('phone')
    const home = await browser('home')
    sitAt(home)
    const wrong = await changePassword(none, formOf({ current: 'not it', password: 'a louder harbour' }))
    expect(wrong.problems).toEqual([{ code: 'passwordWrong', path: 'current' }])
    expect(await db.session.count()).toBe(2)
    const changed = await changePassword(none, formOf({ current: password, password: 'a louder harbour' }))
    expect(changed).toEqual({ problems: [], values: {}, done: { ended: 1 } })
    expect((await currentViewer()).kind).toBe('user')
    sitAt(phone)
    expect((await currentViewer()).kind).toBe('signed-out')
    expect((await signIn(none, formOf({ email: 'mary@example.org', password }))).problems[0]?.code).toBe('credentialsWrong')
  })

  it.each([
    [{ current: password, password: 'short' }, 'password', 'passwordShort'],
    [{ current: password, password: '1234567890' }, 'password', 'passwordGuessable'],
    [{ current: '', password: 'a louder harbour' }, 'current', 'passwordWrong'],
    [{ password: 'a louder harbour' }, 'current', 'invalid'],
    [{ current: 'x'.repeat(1001), password: 'a louder harbour' }, 'current', 'passwordWrong'],
  ])('does not happen for %j', async (fields, path, code) => {
    await browser('phone')
    await browser('home')
    expect((await changePassword(none, formOf(fields))).problems[0]).toMatchObject({ path, code })
    expect(await db.session.count()).toBe(2)
  })

  it('of one browser leaves the others', async () => {
    await browser('phone')
    const home = await browser('home')
    const other = (await listSessions(mary)).find(({ userAgent }) => userAgent === 'phone')
    expect((await signOutThere(none, formOf({ session: other?.id ?? '' }))).problems).toEqual([])
    expect((await listSessions(mary)).map(({ userAgent }) => userAgent)).toEqual(['home'])
    sitAt(home)
    expect((await currentViewer()).kind).toBe('user')
  })

  it('of somebody else is not possible', async () => {
    const other = await person('other')
    const theirs = await openSession(other.id, null)
    expect(await endSession(mary, theirs)).toEqual({ ok: false, problems: [{ code: 'notFound', path: '' }] })
    await startSession(mary.id)
    expect((await signOutThere(none, formOf({ session: theirs }))).problems[0]?.code).toBe('notFound')
    expect((await signOutThere(none, formOf({ session: 'x' }))).problems[0]?.code).toBe('notFound')
    expect(await readSession(theirs)).not.toBeNull()
    expect(await listSessions(mary)).toHaveLength(1)
  })

  it('needs a session', async () => {
    sent.clear()
    for (const action of [signOutEverywhere, changePassword]) {
      expect((await action(none, formOf({}))).problems[0]?.code).toBe('signInFirst')
    }
    expect((await signOutThere(none, formOf({ session: crypto.randomUUID() }))).problems[0]?.code).toBe('signInFirst')
  })

  it('comes with deleting the person', async () => {
    const home = await browser('home')
    await db.auditRow.deleteMany()
    await db.user.delete({ where: { id: mary.id } })
    sitAt(home)
    expect((await currentViewer()).kind).toBe('signed-out')
  })
})

describe('the name of a browser', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0', 'Edge', 'Windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1', 'Safari', 'iPhone'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox', 'macOS'],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36', 'Chrome', 'Android'],
    ['curl/8.0', null, null],
    [null, null, null],
  ])('%s', (userAgent, browser, system) => expect(browserName(userAgent)).toEqual({ browser, system }))
})
