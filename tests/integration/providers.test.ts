import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import NextAuth from 'next-auth'
import { NextRequest } from 'next/server'
import { systemViewer } from '@/lib/domain/viewer'
import { personOf, signInProviders } from '@/lib/server/auth'
import { authDoor, authOptions } from '@/lib/server/auth-door'
import { db } from '@/lib/server/db'
import { sessionCookie, unsealSession } from '@/lib/server/session-token'
import { openSession, readSession } from '@/lib/server/sessions'
import { createAccount } from '@/lib/server/users'
import { emptyTables } from '../support/empty-tables'
import { startOidcProvider } from '../support/oidc-provider'
import { freshBrowser, jar } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))

const site = 'http://localhost:3000'
const provider = await startOidcProvider()
const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
afterAll(() => provider.stop())

beforeEach(async () => {
  await emptyTables('User', 'RateLimit')
  freshBrowser()
  log.mockClear()
  provider.lie = {}
  provider.told = {}
  provider.subject = { sub: 'amara-1', name: 'Amara Obi', email: 'Amara@example.org', email_verified: true }
  vi.stubEnv('OIDC_ISSUER', provider.issuer)
  vi.stubEnv('OIDC_CLIENT_ID', provider.client.id)
  vi.stubEnv('OIDC_CLIENT_SECRET', provider.client.secret)
  vi.stubEnv('OIDC_NAME', 'Our school')
})

type Answer = { status: number; location: string; body: unknown }

/** Calls next-auth as a browser does, with the cookies of the jar. */
async function call(method: 'GET' | 'POST', path: string, body: Record<string, string> = {}): Promise<Answer> {
  const url = new URL(path, site)
  const answer: Answer = { status: 200, location: '', body: undefined }
  const keep = (value: string) => {
    const [, name = '', content = ''] = /^([^=]+)=([^;]*)/.exec(value) ?? []
    if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(value)) jar.delete(name)
    else jar.set(name, decodeURIComponent(content))
  }
  const response = {
    status: (status: number) => ((answer.status = status), response),
    getHeader: () => undefined,
    setHeader: (name: string, value: string | string[]) => {
      if (name.toLowerCase() === 'set-cookie') [value].flat().forEach(keep)
      if (name.toLowerCase() === 'location') answer.location = String(value)
      return response
    },
    json: (value: unknown) => void (answer.body = value),
    send: (value: unknown) => void (answer.body = value),
    end: () => undefined,
  }
  const nextauth = url.pathname.split('/').slice(3)
  const query = { nextauth, ...Object.fromEntries(url.searchParams) }
  const handle: (request: object, response: object) => Promise<void> = NextAuth(authOptions())
  await handle({ method, query, body, headers: {}, cookies: Object.fromEntries(jar) }, response)
  return answer
}

/** Goes through the whole of it: the button, the provider, the way back. */
async function signInThere(callbackUrl = '/articles/the-ferry', change: (url: URL) => void = () => undefined): Promise<string> {
  const { csrfToken } = (await call('GET', '/api/auth/csrf')).body as { csrfToken: string }
  const started = await call('POST', '/api/auth/signin/oidc', { csrfToken, callbackUrl })
  const there = await fetch(started.location, { redirect: 'manual' })
  const back = new URL(there.headers.get('location') ?? '')
  change(back)
  let { location } = await call('GET', `${back.pathname}${back.search}`)
  while (location.startsWith(`${site}/api/auth/`)) location = (await call('GET', location)).location
  return location
}

const session = async () => {
  const id = await unsealSession(jar.get(sessionCookie().name))
  return id ? readSession(id) : null
}

describe('providers', () => {
  it('appear when their keys are set', () => {
    expect(signInProviders()).toEqual([{ id: 'oidc', name: 'Our school' }])
    vi.stubEnv('GOOGLE_CLIENT_ID', 'x')
    expect(signInProviders()).toHaveLength(1)
    vi.stubEnv('GOOGLE_CLIENT_SECRET', 'x')
    vi.stubEnv('GITHUB_CLIENT_ID', 'x')
    vi.stubEnv('GITHUB_CLIENT_SECRET', 'x')
    vi.stubEnv('OIDC_ISSUER', '')
    expect(signInProviders()).toEqual([{ id: 'google', name: 'Google' }, { id: 'github', name: 'GitHub' }])
    for (const name of ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET', 'GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET']) vi.stubEnv(name, '')
  })

  it('open only the steps that they need', async () => {
    for (const step of ['session', 'signout', '_log', 'verify-request', 'nonsense']) {
      const answer = await authDoor(new NextRequest(`${site}/api/auth/${step}`), { params: Promise.resolve({ nextauth: [step] }) })
      expect(answer.status).toBe(404)
    }
  })

  it.each([
    [{ sub: '1', name: 'A', email: 'A@example.org', email_verified: true }, { id: '1', name: 'A', email: 'a@example.org' }],
    [{ sub: '1', name: 'A', email: 'a@example.org', email_verified: 'true' }, { id: '1', name: 'A', email: 'a@example.org' }],
    [{ sub: '1', name: 'A', email: 'a@example.org', email_verified: false }, { id: '1', name: 'A', email: null }],
    [{ sub: '1', name: 'A', email: 'a@example.org' }, { id: '1', name: 'A', email: null }],
    [{ sub: '1', name: 'a\u0000', preferred_username: 'ami' }, { id: '1', name: 'ami', email: null }],
    [{ id: 7, login: 'octo', name: null, email: 'o@example.org' }, { id: '7', name: 'octo', email: null }],
    [{}, { id: '', name: 'Reader', email: null }],
  ])('tell of %j', (claims, person) => expect(personOf(claims)).toEqual({ ...person, image: null }))
})

describe('signing in at a provider', () => {
  it('makes an account without its tokens, opens a session and comes back', async () => {
    expect(await signInThere()).toBe(`${site}/articles/the-ferry`)
    expect(log).not.toHaveBeenCalled()
    const user = await db.user.findFirstOrThrow()
    expect(user).toMatchObject({ name: 'Amara Obi', email: 'amara@example.org', passwordHash: null, image: null })
    expect(user.emailVerified).not.toBeNull()
    expect(await db.account.findMany()).toEqual([{ userId: user.id, type: 'oauth', provider: 'oidc', providerAccountId: 'amara-1' }])
    expect((await session())?.viewer).toEqual({ kind: 'user', id: user.id, name: 'Amara Obi', role: 'member' })
  })

  it('finds the account again, whatever its name and address became', async () => {
    await signInThere()
    freshBrowser()
    provider.subject = { sub: 'amara-1', name: 'A. Obi', email: 'new@example.org', email_verified: true }
    await signInThere()
    expect(await db.user.count()).toBe(1)
    expect(await db.session.count()).toBe(2)
  })

  it('never joins an account by its address', async () => {
    await createAccount(systemViewer, { email: 'amara@example.org', name: 'Amara', password: 'a quiet harbour', role: 'admin' })
    expect(await signInThere()).toMatch(/\/sign-in\?.*error=OAuthAccountNotLinked$/)
    expect(await db.account.count()).toBe(0)
    expect(await session()).toBeNull()
  })

  it('keeps no address that the provider does not vouch for', async () => {
    await createAccount(systemViewer, { email: 'amara@example.org', name: 'Amara', password: 'a quiet harbour', role: 'admin' })
    provider.subject = { ...provider.subject, email_verified: false }
    await signInThere()
    const person = await session()
    expect(person?.viewer.role).toBe('member')
    expect((await db.user.findUniqueOrThrow({ where: { id: person?.viewer.id } })).email).toBeNull()
  })

  it('joins nothing to the session that the browser had, and replaces it', async () => {
    const made = await createAccount(systemViewer, { email: 'mary@example.org', name: 'Mary', password: 'a quiet harbour', role: 'member' })
    if (!made.ok) throw new Error('refused')
    const { sealSession } = await import('@/lib/server/session-token')
    jar.set(sessionCookie().name, await sealSession(await openSession(made.value.id, null)))
    await signInThere()
    expect((await session())?.viewer.name).toBe('Amara Obi')
    expect(await db.account.count({ where: { userId: made.value.id } })).toBe(0)
    expect(await db.session.count({ where: { userId: made.value.id } })).toBe(0)
  })

  it.each(['//evil.example', 'https://evil.example/x', 'http://localhost:3000.evil.example/', 'http://localhost:3000//evil.example'])(
    'never leads on to %s',
    async (wish) => expect(await signInThere(wish)).toBe(`${site}/library`),
  )

  it.each([
    ['for somebody else’s client', () => void (provider.lie = { aud: 'another' })],
    ['of another issuer', () => void (provider.lie = { iss: 'https://evil.example' })],
    ['that ran out', () => void (provider.lie = { exp: 1 })],
    ['of another sign-in', () => void (provider.lie = { nonce: 'x' })],
    ['that names another person than the userinfo', () => void (provider.told = { sub: 'another' })],
  ])('refuses an id token %s', async (_, lie) => {
    lie()
    expect(await signInThere()).toMatch(/\/sign-in\?.*error=OAuthCallback$/)
    expect(await db.user.count()).toBe(0)
    expect(await session()).toBeNull()
  })

  it.each([
    ['a state of its own making', (url: URL) => url.searchParams.set('state', 'x')],
    ['no state', (url: URL) => url.searchParams.delete('state')],
    ['a code of its own making', (url: URL) => url.searchParams.set('code', 'x')],
    ['an error', (url: URL) => url.searchParams.set('error', 'access_denied')],
  ])('refuses a way back with %s', async (_, change) => {
    expect(await signInThere('/', change)).toMatch(/\/sign-in\?.*error=/)
    expect(await session()).toBeNull()
  })

  it('does not begin without the site’s own form', async () => {
    const answer = await call('POST', '/api/auth/signin/oidc', { csrfToken: 'x', callbackUrl: '/' })
    expect(answer.location).not.toContain(provider.issuer)
  })
})
