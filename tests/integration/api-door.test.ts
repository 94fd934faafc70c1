import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Viewer } from '@/lib/domain/viewer'
import { apiDoor, type Caller } from '@/lib/server/api-door'
import { db } from '@/lib/server/db'
import { sealSession, sessionCookie } from '@/lib/server/session-token'
import { endSession, openSession } from '@/lib/server/sessions'
import { makeToken, revokeToken } from '@/lib/server/tokens'
import { holder, tokenOf } from '../support/api'
import { reader } from '../support/flagged-article'

const site = 'http://localhost:3000'

let ann: Awaited<ReturnType<typeof holder>>
let sessionId: string
let cookie: string

beforeAll(async () => {
  ann = await holder('Ann')
  sessionId = await openSession(ann.person.id, 'a test')
  cookie = `theme=dark; ${sessionCookie().name}=${await sealSession(sessionId)}; locale=en`
})
beforeEach(async () => {
  vi.unstubAllEnvs()
  await db.$executeRaw`TRUNCATE "RateLimit"`
})

/** What a door does with a request: its answer, and whom it let in (nobody: `undefined`). */
async function knock(headers: Record<string, string> = {}, { method = 'GET', cost }: { method?: string; cost?: number } = {}) {
  let caller: Caller | undefined
  const answer = await apiDoor(
    new Request(`${site}/api/v1/x`, { method, headers }),
    (_: Viewer, who) => {
      caller = who
      return Response.json({})
    },
    cost === undefined ? {} : { cost },
  )
  return { answer, caller }
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })

describe('who asks', () => {
  test('is told by a token, with its scopes', async () => {
    const { caller } = await knock(bearer(ann.token))
    expect(caller?.viewer).toEqual({ ...ann.person, scopes: ['read', 'write'] })
    for (const authorization of [`bearer ${ann.token}`, `BEARER   ${ann.token} `])
      expect((await knock({ authorization })).caller?.viewer).toMatchObject({ id: ann.person.id })
  })

  test('is told by a session’s cookie, without scopes', async () => {
    const { caller } = await knock({ cookie })
    expect(caller).toEqual({ viewer: ann.person, credential: `session ${sessionId}`, address: null })
  })

  test('is the token’s owner where a cookie says otherwise', async () => {
    const ben = await holder('Ben', 'read')
    expect((await knock({ cookie, ...bearer(ben.token) })).caller?.viewer).toMatchObject({ id: ben.person.id, scopes: ['read'] })
  })

  test('is nobody without either, with a cookie that is not ours, and with one whose session ended', async () => {
    const ended = await openSession(ann.person.id, null)
    const stale = `${sessionCookie().name}=${await sealSession(ended)}`
    await endSession(ann.person, ended)
    for (const headers of [{}, { cookie: `${sessionCookie().name}=x` }, { cookie: stale }, { authorization: 'Basic YTpi' }])
      expect((await knock(headers as Record<string, string>)).caller?.viewer).toEqual({ kind: 'signed-out' })
  })

  test('is refused with 401, and not taken for nobody, where a token is not good', async () => {
    const revoked = await makeToken(ann.person, ann.person.id, { name: 'x', scope: 'read', days: null })
    if (!revoked.ok) throw new Error('No token')
    await revokeToken(ann.person, revoked.value.id)
    const gone = await reader('Gone')
    const orphan = await tokenOf(gone.id, 'read')
    await db.user.delete({ where: { id: gone.id } })
    const expired = await makeToken(ann.person, ann.person.id, { name: 'x', scope: 'read', days: 1 }, new Date('2020-01-01'))
    const tokens = [revoked.value.token, orphan, expired.ok ? expired.value.token : '', 'gloss_x', `${ann.token}x`]
    for (const authorization of [...tokens.map((token) => `Bearer ${token}`), 'Bearer', 'Bearer ', 'bearer a b']) {
      const { answer, caller } = await knock({ authorization, cookie })
      expect(caller).toBeUndefined()
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="gloss", error="invalid_token"')
      expect(answer.headers.get('content-type')).toContain('application/problem+json')
    }
  })
})

describe('writing with a cookie', () => {
  const cases: [what: string, headers: Record<string, string>, allowed: boolean][] = [
    ['from a page of ours', { 'sec-fetch-site': 'same-origin' }, true],
    ['from an older browser on a page of ours', { origin: site }, true],
    ['from a page of ours under another name of this server', { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }, true],
    ['by a program that is no browser', {}, true],
    ['from another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
    ['from a neighbouring site', { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost:3000' }, false],
    ['from another site in an older browser', { origin: 'https://evil.example' }, false],
    ['from another port', { origin: 'http://localhost:4000' }, false],
    ['from a page without an origin', { origin: 'null' }, false],
  ]
  test.each(cases)('%s', async (_, headers, allowed) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const { answer, caller } = await knock({ cookie, ...headers }, { method })
      expect([answer.status, caller !== undefined]).toEqual(allowed ? [200, true] : [403, false])
    }
    expect((await knock({ cookie, ...headers })).answer.status).toBe(200)
    // A token is no cookie: no browser sends it by itself.
    expect((await knock({ ...bearer(ann.token), ...headers }, { method: 'POST' })).answer.status).toBe(200)
  })
})

describe('how much', () => {
  const quotaOf = (answer: Response) => [answer.headers.get('ratelimit-policy'), answer.headers.get('ratelimit')]

  test('is said with every answer, refusals included', async () => {
    vi.stubEnv('API_REQUESTS_PER_MINUTE', '600')
    const first = quotaOf((await knock(bearer(ann.token))).answer)
    expect(first).toEqual(['"minute";q=600;w=60', expect.stringMatching(/^"minute";r=599;t=(60|59)$/)])
    expect(quotaOf((await knock(bearer('gloss_x'))).answer)[0]).toBe('"minute";q=600;w=60')
  })

  test('is 429 when it is used up, with the seconds to wait, and open again afterwards', async () => {
    vi.stubEnv('API_REQUESTS_PER_MINUTE', '3')
    for (const left of [2, 1, 0]) expect((await knock(bearer(ann.token))).answer.headers.get('ratelimit')).toContain(`r=${left};`)
    const { answer, caller } = await knock(bearer(ann.token))
    expect([answer.status, caller]).toEqual([429, undefined])
    const seconds = Number(answer.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(50)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(answer.headers.get('ratelimit')).toBe(`"minute";r=0;t=${seconds}`)
    expect(await answer.json()).toMatchObject({ status: 429, title: expect.stringContaining('Wait') as string })
    await db.$executeRaw`UPDATE "RateLimit" SET "expire" = ${Date.now() - 1}`
    expect((await knock(bearer(ann.token))).answer.status).toBe(200)
  })

  test('is counted for each token by itself, for a person’s browsers together, and for an address apart', async () => {
    vi.stubEnv('API_REQUESTS_PER_MINUTE', '2')
    vi.stubEnv('TRUST_PROXY', '1')
    const other = await tokenOf(ann.person.id, 'read')
    const second = `${sessionCookie().name}=${await sealSession(await openSession(ann.person.id, 'another'))}`
    const statuses = async (...requests: Record<string, string>[]) => {
      const all = []
      for (const headers of requests) all.push((await knock(headers)).answer.status)
      return all
    }
    expect(await statuses(bearer(ann.token), bearer(ann.token), bearer(ann.token), bearer(other))).toEqual([200, 200, 429, 200])
    expect(await statuses({ cookie }, { cookie: second }, { cookie })).toEqual([200, 200, 429])
    const [here, there] = [{ 'x-forwarded-for': '192.0.2.1' }, { 'x-forwarded-for': '192.0.2.2' }]
    expect(await statuses(here, here, here, there)).toEqual([200, 200, 429, 200])
  })

  test('is counted before the work is done, also at once', async () => {
    vi.stubEnv('API_REQUESTS_PER_MINUTE', '5')
    const all = await Promise.all(Array.from({ length: 12 }, () => knock(bearer(ann.token))))
    expect(all.filter(({ caller }) => caller)).toHaveLength(5)
  })

  test('weighs what costs more', async () => {
    vi.stubEnv('API_REQUESTS_PER_MINUTE', '25')
    const statuses = []
    for (let i = 0; i < 3; i++) statuses.push((await knock(bearer(ann.token), { method: 'POST', cost: 10 })).answer.status)
    expect(statuses).toEqual([200, 200, 429])
  })

  test('is taken from the database in lots for an address that is not signed in', async () => {
    vi.stubEnv('API_REQUESTS_PER_MINUTE', '2000')
    const left = async () => (await knock()).answer.headers.get('ratelimit')
    expect([await left(), await left()]).toEqual([expect.stringContaining('r=1999;'), expect.stringContaining('r=1998;')])
    expect(await db.$queryRaw`SELECT "points" FROM "RateLimit"`).toEqual([{ points: 20 }])
  })

  test('holds nobody’s address and no token', async () => {
    vi.stubEnv('TRUST_PROXY', '1')
    await knock({ 'x-forwarded-for': '192.0.2.1' })
    await knock(bearer(ann.token))
    const rows = await db.$queryRaw<{ key: string }[]>`SELECT "key" FROM "RateLimit"`
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toMatch(/192\.0|gloss_/)
  })
})
