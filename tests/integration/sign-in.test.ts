import { beforeEach, describe, expect, it, vi } from 'vitest'
import { POST as signOut } from '@/app/(site)/sign-out/route'
import { signIn, signUp as signUpAction } from '@/lib/actions/session'
import { leaverCookie } from '@/lib/domain/leaver-cookie'
import { systemViewer } from '@/lib/domain/viewer'
import { backgroundDone } from '@/lib/server/background'
import { clientAddress } from '@/lib/server/client-address'
import { db } from '@/lib/server/db'
import { browserCookie } from '@/lib/server/known-browser'
import { currentViewer } from '@/lib/server/session'
import { sessionCookie } from '@/lib/server/session-token'
import { checkPassword } from '@/lib/server/sign-in'
import { signUp } from '@/lib/server/sign-up'
import { changeProfile, createAccount, readOwnAccount } from '@/lib/server/users'
import type { Visitor } from '@/lib/server/visitor'
import { emptyTables } from '../support/empty-tables'
import { formOf, freshBrowser, jar, outcome } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'zh-Hant' }))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next/cache', () => ({ refresh: () => undefined }))
vi.spyOn(console, 'log').mockImplementation(() => undefined)

const visitor: Visitor = { address: '192.0.2.1', userAgent: null, locale: 'en' }
const mary = { email: 'mary@example.org', name: 'Mary', password: 'a quiet harbour' }
const none = { problems: [], values: {} }
const leave = () => signOut(new Request('http://localhost/sign-out', { method: 'POST' }))

beforeEach(async () => {
  await backgroundDone()
  await emptyTables('User', 'RateLimit')
  freshBrowser()
})

describe('signing up', () => {
  it('makes an account with an argon2id hash, signs in at once and comes back', async () => {
    const went = await outcome(signUpAction(none, formOf({ ...mary, email: ' Mary@Example.org ', next: '/articles/the-ferry' })))
    expect(went).toEqual({ redirect: '/articles/the-ferry' })
    const row = await db.user.findUniqueOrThrow({ where: { email: mary.email } })
    expect(row).toMatchObject({ name: 'Mary', role: 'member', locale: 'zh-Hant', emailVerified: null })
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await currentViewer()).toEqual({ kind: 'user', id: row.id, name: 'Mary', role: 'member' })
    expect(await db.auditRow.count({ where: { subjectId: row.id, action: 'account.create' } })).toBe(1)
  })

  it('refuses a taken address and leaves that account as it was', async () => {
    await signUp(visitor, mary)
    const again = await signUp(visitor, { ...mary, name: 'Somebody else', password: 'another password' })
    expect(again).toEqual({ ok: false, problems: [{ code: 'addressTaken', path: 'email' }] })
    expect((await db.user.findMany()).map(({ name }) => name)).toEqual(['Mary'])
    expect((await checkPassword(visitor, mary)).ok).toBe(true)
  })

  it('makes one account of two requests at once', async () => {
    const both = await Promise.all([signUp(visitor, mary), signUp(visitor, mary)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await db.user.count()).toBe(1)
  })

  it.each([
    [{}, ['email', 'name', 'password']],
    [{ ...mary, email: 'mary' }, ['email']],
    [{ ...mary, name: 'a\u0000b' }, ['name']],
    [{ ...mary, password: 'short' }, ['password']],
    [{ ...mary, password: 'mary@example.org' }, ['password']],
    [{ ...mary, name: new Blob(['x']) }, ['name']],
    [{ name: ' ', email: ' ', password: '' }, ['email', 'name', 'password']],
  ])('refuses %j at its fields and writes nothing', async (fields, paths) => {
    const state = await outcome(signUpAction(none, formOf(fields)))
    if ('redirect' in state) throw new Error('It was accepted.')
    expect(state.problems.map(({ path }) => path).sort()).toEqual(paths)
    expect(JSON.stringify(state)).not.toContain(mary.password)
    expect(await db.user.count()).toBe(0)
    expect(jar.size).toBe(0)
  })
})

describe('signing in', () => {
  beforeEach(async () => {
    await createAccount(systemViewer, { ...mary, role: 'member' })
  })

  it('answers a wrong password and an unknown address alike', async () => {
    const wrong = await outcome(signIn(none, formOf({ email: mary.email, password: 'not the password' })))
    const unknown = await outcome(signIn(none, formOf({ email: mary.email.replace('mary', 'nobody'), password: 'not the password' })))
    const masked = (state: unknown) => JSON.parse(JSON.stringify(state).replace('nobody', 'mary')) as unknown
    expect(wrong).toEqual({ problems: [{ code: 'credentialsWrong', path: '' }], values: { email: mary.email } })
    expect(masked(unknown)).toEqual(wrong)
  })

  it('takes about as long for an unknown address', async () => {
    const time = async (email: string) => {
      const begun = performance.now()
      await checkPassword({ ...visitor, address: null }, { email, password: 'not the password' })
      return performance.now() - begun
    }
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] }
    for (let i = 0; i < 7; i++) {
      times.known.push(await time(mary.email))
      times.unknown.push(await time('nobody@example.org'))
    }
    const median = (all: number[]) => all.sort((a, b) => a - b)[3] ?? 0
    expect(median(times.unknown) / median(times.known)).toBeGreaterThan(0.4)
    expect(median(times.unknown) / median(times.known)).toBeLessThan(2.5)
  })

  it('knows a password however its characters were composed', async () => {
    await createAccount(systemViewer, { email: 'jo@example.org', name: 'Jo', password: 'cafe\u0301 terrasse', role: 'member' })
    expect(await outcome(signIn(none, formOf({ email: 'JO@example.org', password: 'caf\u00e9 terrasse' })))).toEqual({ redirect: '/library' })
  })

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\n/evil.example', ''])(
    'never leaves the site for %j',
    async (next) => {
      expect(await outcome(signIn(none, formOf({ ...mary, next })))).toEqual({ redirect: '/library' })
    },
  )

  it('does not let in where no password was set', async () => {
    await db.user.update({ where: { email: mary.email }, data: { passwordHash: null } })
    expect(await checkPassword(visitor, mary)).toEqual({ ok: false, problems: [{ code: 'credentialsWrong', path: '' }] })
  })

  it('ends with signing out', async () => {
    await outcome(signIn(none, formOf(mary)))
    const cookie = new Map(jar)
    await leave()
    // Which browser it is, and whose storage the next page is to clear.
    expect([...jar.keys()].sort()).toEqual([browserCookie().name, leaverCookie].sort())
    for (const [name, value] of cookie) jar.set(name, value)
    expect(await currentViewer()).toEqual({ kind: 'signed-out' })
  })
})

describe('a browser that signed in before', () => {
  const right = () => outcome(signIn(none, formOf(mary)))
  const wrongOnes = async (tries: number) => {
    for (let i = 0; i < tries; i++) await outcome(signIn(none, formOf({ ...mary, password: 'not the password' })))
  }
  beforeEach(async () => {
    await createAccount(systemViewer, { ...mary, role: 'member' })
  })

  it('gets in while strangers at the same address have to wait', async () => {
    await right()
    await leave()
    const known = new Map(jar)
    freshBrowser()
    await wrongOnes(11)
    expect(await right()).toMatchObject({ problems: [{ code: 'rateLimited' }] })
    for (const [name, value] of known) jar.set(name, value)
    expect(await right()).toEqual({ redirect: '/library' })
  })

  it('is counted by itself, and only for the accounts that it knows', async () => {
    await createAccount(systemViewer, { ...mary, email: 'jo@example.org', role: 'member' })
    await right()
    await wrongOnes(11)
    expect(await right()).toMatchObject({ problems: [{ code: 'rateLimited' }] })
    const known = new Map(jar)
    freshBrowser()
    expect(await right()).toEqual({ redirect: '/library' })
    jar.clear()
    for (const [name, value] of known) jar.set(name, value)
    expect(await outcome(signIn(none, formOf({ ...mary, email: 'jo@example.org' })))).toEqual({ redirect: '/library' })
  })

  it.each(['', 'nonsense', 'session'])('is not one by a proof that is %j', async (proof) => {
    await right()
    const forged = proof === 'session' ? (jar.get(sessionCookie().name) ?? '') : proof
    freshBrowser()
    jar.set(browserCookie().name, forged)
    await wrongOnes(11)
    jar.clear()
    expect(await right()).toMatchObject({ problems: [{ code: 'rateLimited' }] })
  })
})

describe('accounts from the command line', () => {
  it.each([
    [{ ...mary, role: 'admin' as const }, null],
    [{ ...mary, password: 'eight888', role: 'member' as const }, null],
    [{ ...mary, password: 'seven77', role: 'member' as const }, 'passwordShort'],
    [{ ...mary, email: 'x', role: 'member' as const }, 'emailInvalid'],
    [{ ...mary, name: '\u202Ex', role: 'member' as const }, 'nameUnprintable'],
  ])('%j gives %s', async (input, code) => {
    const made = await createAccount(systemViewer, input)
    expect(made.ok ? null : made.problems[0]?.code).toBe(code)
  })

  it('are made once', async () => {
    await createAccount(systemViewer, { ...mary, role: 'member' })
    const again = await createAccount(systemViewer, { ...mary, email: 'MARY@example.org', role: 'member' })
    expect(again).toEqual({ ok: false, problems: [{ code: 'addressInUse', path: 'email' }] })
  })

  it('get a role from nobody else', async () => {
    for (const viewer of [{ kind: 'signed-out' } as const, { kind: 'user', id: 'x', name: 'x', role: 'admin' } as const]) {
      expect(await createAccount(viewer, { ...mary, role: 'admin' })).toEqual({ ok: false, problems: [{ code: 'notAllowed', path: 'role' }] })
    }
  })
})

describe('the own account', () => {
  it('is read and changed by its owner alone', async () => {
    const made = await signUp(visitor, mary)
    if (!made.ok) throw new Error('refused')
    const viewer = { kind: 'user', id: made.value.id, name: 'Mary', role: 'member' } as const
    expect(await changeProfile(viewer, { name: '瑪麗', locale: 'zh-Hans' })).toEqual({ ok: true, value: undefined })
    expect(await readOwnAccount(viewer)).toEqual({
      id: viewer.id, name: '瑪麗', email: mary.email, emailVerified: false, hasPassword: true, locale: 'zh-Hans',
    })
    expect(await changeProfile(viewer, { name: 'Mary', locale: 'xx' })).toEqual({ ok: false, problems: [{ code: 'invalid', path: 'locale' }] })
    expect(await changeProfile({ kind: 'signed-out' }, { name: 'x', locale: '' })).toMatchObject({ ok: false })
    expect(await readOwnAccount({ kind: 'signed-out' })).toBeNull()
  })
})

describe('the address that tries are counted under', () => {
  it.each([
    [null, 0, null], [null, 1, null], ['', 1, null], ['198.51.100.7', 0, '198.51.100.7'], ['6.6.6.6, 198.51.100.7', 0, '198.51.100.7'],
    ['198.51.100.7, 10.0.0.1', 1, '198.51.100.7'], ['6.6.6.6, 198.51.100.7, 10.0.0.1', 1, '198.51.100.7'],
    ['6.6.6.6, 198.51.100.7, 10.0.0.2, 10.0.0.1', 2, '198.51.100.7'],
    ['198.51.100.7', 1, '198.51.100.7'], ['198.51.100.7', 2, '198.51.100.7'], ['nonsense, 198.51.100.7', 1, '198.51.100.7'],
    ['198.51.100.7:4711, 10.0.0.1', 1, '198.51.100.7'], ['::ffff:198.51.100.7', 0, '198.51.100.7'], ['nonsense', 1, null],
    ['2001:db8:1:2:3:4:5:6', 0, '2001:db8:1:2::/64'], ['2001:DB8::6', 0, '2001:db8:0:0::/64'], ['[2001:db8::6]:443, ::1', 1, '2001:db8:0:0::/64'],
    ['::1', 0, '0:0:0:0::/64'],
  ])('of %j behind %i proxies is %s', (header, proxies, address) => expect(clientAddress(header, proxies)).toBe(address))
})
