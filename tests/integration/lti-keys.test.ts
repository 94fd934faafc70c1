import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { SignJWT, createLocalJWKSet, jwtVerify } from 'jose'
import { db } from '@/lib/server/db'
import { publicKeys, rotateKeys, signingKey } from '@/lib/server/lti/keys'
import { answerKeys } from '@/lib/server/lti/keys-door'

const start = new Date('2026-03-01T02:37:00Z')
const after = (days: number) => new Date(start.getTime() + days * 86_400_000)
const kids = async (days: number) => (await publicKeys(after(days))).keys.map(({ kid }) => kid)
const signer = async (days: number) => (await signingKey(after(days))).kid

beforeEach(async () => void (await db.ltiKey.deleteMany()))

test('what is signed with the key is verified with the set that everybody may read, which holds nothing private', async () => {
  const { kid, alg, key } = await signingKey()
  const token = await new SignJWT({ a: 1 }).setProtectedHeader({ alg, kid }).sign(key)
  const answer = await answerKeys()
  expect(answer.headers.get('content-type')).toBe('application/jwk-set+json')
  const set = await answer.json()
  expect((await jwtVerify(token, createLocalJWKSet(set))).payload).toEqual({ a: 1 })
  expect(set.keys).toEqual([{ kty: 'RSA', n: expect.any(String), e: 'AQAB', kid, alg: 'RS256', use: 'sig' }])
})

test('a private key lies encrypted in the database, and opens under the site’s secret alone', async () => {
  const before = await signer(0)
  const [row] = await db.ltiKey.findMany()
  expect(row!.privateKey).toMatch(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/)
  expect(JSON.stringify(row)).not.toMatch(/"(d|p|q|dp|dq|qi)":/)
  vi.stubEnv('NEXTAUTH_SECRET', 'another secret of at least thirty-two characters')
  const renewed = await signer(0)
  expect(renewed).not.toBe(before)
  expect(await signer(0)).toBe(renewed)
  expect((await kids(0)).sort()).toEqual([before, renewed].sort())
  vi.unstubAllEnvs()
})

describe('renewing', () => {
  test('publishes the next key a day before it signs, and the last one for thirty days after', async () => {
    const first = await signer(0)
    for (const day of [0, 1, 89]) await rotateKeys(after(day))
    expect(await kids(89)).toEqual([first])

    await rotateKeys(after(90))
    const [second, ...rest] = await kids(90)
    expect(rest).toEqual([first])
    expect(await signer(90)).toBe(first)
    expect(await signer(90.99)).toBe(first)
    expect(await signer(91)).toBe(second)
    await rotateKeys(after(91))
    expect(await kids(91)).toEqual([second, first])
    await rotateKeys(after(121))
    expect(await kids(121)).toEqual([second, first])
    expect(await kids(121.01)).toEqual([second])
    await rotateKeys(after(121.01))
    expect(await db.ltiKey.count()).toBe(1)
    expect(await signer(121.01)).toBe(second)
  })

  test('that was missed for a year goes on from there', async () => {
    const first = await signer(0)
    await rotateKeys(after(365))
    expect(await signer(365)).toBe(first)
    await rotateKeys(after(366))
    expect(await signer(366)).not.toBe(first)
  })

  test('and again and at once makes one key', async () => {
    await Promise.all(Array.from({ length: 5 }, () => rotateKeys(start)))
    expect(await kids(0)).toHaveLength(1)
    await Promise.all(Array.from({ length: 5 }, () => rotateKeys(after(90))))
    expect(await kids(90)).toHaveLength(2)
  })
})

test('processes that need the first key at the same moment make one', { timeout: 60_000 }, async () => {
  const run = async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', 'tests/support/signing-process.ts'], { env: process.env, stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', (part) => (said += String(part)))
    await once(child, 'exit')
    return said
  }
  const made = await Promise.all([run(), run()])
  expect(made[0]).toMatch(/^[\w-]{43}$/)
  expect(made[1]).toBe(made[0])
  expect((await publicKeys()).keys.map(({ kid }) => kid)).toEqual([made[0]])
})
