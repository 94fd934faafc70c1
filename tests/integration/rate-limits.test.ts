import { beforeEach, describe, expect, it, vi } from 'vitest'
import { systemViewer, type Viewer } from '@/lib/domain/viewer'
import { backgroundDone } from '@/lib/server/background'
import { hashedCode } from '@/lib/server/class-codes'
import { readInvitation } from '@/lib/server/class-invitations'
import { db, pool } from '@/lib/server/db'
import { withAccount } from '@/lib/server/known-browser'
import { refund, spend } from '@/lib/server/limits'
import { askForReset } from '@/lib/server/password-reset'
import { checkPassword } from '@/lib/server/sign-in'
import { checkSignInCode } from '@/lib/server/sign-in-code'
import { signUp } from '@/lib/server/sign-up'
import { createAccount } from '@/lib/server/users'
import type { Visitor } from '@/lib/server/visitor'
import { beginTry, type WrongTry } from '@/lib/server/wrong-tries'
import { emptyTables } from '../support/empty-tables'

vi.spyOn(console, 'log').mockImplementation(() => undefined)

const here: Visitor = { address: '192.0.2.1', userAgent: null, locale: 'en' }
const there: Visitor = { ...here, address: '192.0.2.2' }
const mary = { email: 'mary@example.org', password: 'a quiet harbour' }
const wrong = { ...mary, password: 'not the password' }
const limited = { ok: false, problems: [{ code: 'rateLimited', path: '', values: { minutes: expect.any(Number) as number } }] }

beforeEach(async () => {
  await backgroundDone()
  await emptyTables('User', 'RateLimit')
  await createAccount(systemViewer, { ...mary, name: 'Mary', role: 'member' })
})

/** What a wrong password counts under, without the work of looking at it. */
const triesOf = ({ address }: Visitor, email = mary.email): WrongTry[] => [['sign-in:account-client', email, address], ['sign-in:account', email], ['sign-in:client', address]]

/** As if so many minutes had gone by. */
const later = (minutes: number) => db.$executeRaw`UPDATE "RateLimit" SET "expire" = "expire" - ${minutes * 60_000}`

const codes = async (tries: number, work: (i: number) => Promise<{ ok: boolean; problems?: { code: string }[] }>) => {
  const all: string[] = []
  for (let i = 0; i < tries; i++) {
    const answer = await work(i)
    all.push(answer.ok ? 'ok' : (answer.problems?.[0]?.code ?? ''))
  }
  return all
}

describe('signing in', () => {
  it('pauses after ten wrong passwords, the right one too, twice as long each time and a quarter of an hour at most', async () => {
    expect(await codes(11, () => checkPassword(here, wrong))).toEqual([...Array<string>(10).fill('credentialsWrong'), 'rateLimited'])
    for (const minutes of [1, 2, 4, 8, 15, 15]) {
      expect(await checkPassword(here, mary)).toMatchObject({ problems: [{ code: 'rateLimited', values: { minutes } }] })
      await later(minutes)
      expect(await checkPassword(here, wrong)).toMatchObject({ problems: [{ code: 'credentialsWrong' }] })
    }
  })

  it('is not put off by tries that were refused', async () => {
    await codes(12, () => checkPassword(here, wrong))
    for (let i = 0; i < 50; i++) expect((await beginTry(...triesOf(here))).ok).toBe(false)
    await later(1)
    expect((await checkPassword(here, mary)).ok).toBe(true)
  })

  it('is never locked by strangers, from however many addresses', async () => {
    for (let i = 0; i < 120; i++) await beginTry(...triesOf({ ...here, address: `198.51.100.${i % 12}` }))
    expect(await checkPassword(there, mary)).toMatchObject({ problems: [{ code: 'rateLimited', values: { minutes: 1 } }] })
    await later(1)
    expect((await checkPassword(there, mary)).ok).toBe(true)
  })

  it('with what is right takes no turn of the others behind the same address', async () => {
    for (let i = 0; i < 101; i++) await beginTry(...triesOf(here, `a${i}@example.org`))
    expect(await checkPassword(here, mary)).toEqual(limited)
    await later(1)
    for (let i = 0; i < 5; i++) expect((await checkPassword(here, mary)).ok).toBe(true)
  })

  it('counts an unknown address exactly like a known one', async () => {
    const unknown = { email: 'nobody@example.org', password: 'not the password' }
    expect(await codes(12, () => checkPassword(here, unknown))).toEqual(await codes(12, () => checkPassword(there, wrong)))
  })

  it('goes on elsewhere and for others', async () => {
    await codes(11, () => checkPassword(here, wrong))
    expect((await checkPassword(there, mary)).ok).toBe(true)
    expect(await codes(1, () => checkPassword(here, { email: 'other@example.org', password: 'x' }))).toEqual(['credentialsWrong'])
  })

  it('does not count what was right', async () => {
    expect(new Set(await codes(15, () => checkPassword(here, mary)))).toEqual(new Set(['ok']))
  })

  it('counts tries made at once one by one', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => checkPassword(here, wrong)))
    expect(answers.filter((answer) => !answer.ok && answer.problems[0]?.code === 'credentialsWrong')).toHaveLength(10)
  })

  it('opens again when the time is over', async () => {
    await codes(11, () => checkPassword(here, wrong))
    await db.$executeRaw`UPDATE "RateLimit" SET "expire" = ${Date.now() - 1}`
    expect((await checkPassword(here, mary)).ok).toBe(true)
  })
})

describe('the count', () => {
  it('is one for all processes', async () => {
    for (let i = 0; i < 6; i++) await beginTry(['sign-in:account-client', 'a', here.address])
    vi.resetModules()
    const other = await import('@/lib/server/wrong-tries')
    expect(other.beginTry).not.toBe(beginTry)
    for (let i = 0; i < 4; i++) expect((await other.beginTry(['sign-in:account-client', 'a', here.address])).ok).toBe(true)
    expect(await other.beginTry(['sign-in:account-client', 'a', here.address])).toEqual(limited)
    expect(await beginTry(['sign-in:account-client', 'a', here.address])).toEqual(limited)
  })

  it('holds nobody’s address', async () => {
    await checkPassword(here, wrong)
    const { rows } = await pool.query<{ key: string }>('SELECT "key" FROM "RateLimit"')
    expect(rows).toHaveLength(4)
    expect(JSON.stringify(rows)).not.toMatch(/mary|192\.0/)
  })

  it('can be taken back', async () => {
    for (let i = 0; i < 40; i++) {
      expect((await spend(['reset:account', 'a'])).ok).toBe(true)
      await refund(['reset:account', 'a'])
    }
  })

  it('lets nobody through when it cannot be made', async () => {
    await db.$executeRaw`ALTER TABLE "RateLimit" RENAME TO "Gone"`
    await expect(checkPassword(here, mary)).rejects.toThrow()
    await db.$executeRaw`ALTER TABLE "Gone" RENAME TO "RateLimit"`
  })
})

describe('codes on paper', () => {
  it('count only where they are wrong, for a signed-in person and a known browser apart from their neighbours', async () => {
    const ann = await db.user.create({ data: { name: 'Ann', signInCodeHash: hashedCode('ABCDEFGHJKMN') }, select: { id: true } })
    const person: Viewer = { kind: 'user', id: ann.id, name: 'Ann', role: 'member' }
    const out: Viewer = { kind: 'signed-out' }
    expect(new Set(await codes(60, () => checkSignInCode(here, 'abcd-efgh-jkmn')))).toEqual(new Set(['ok']))
    const guesses = await Promise.all(Array.from({ length: 200 }, () => readInvitation(out, here.address, '00000000')))
    expect(guesses.every(({ ok }) => ok)).toBe(true)
    expect(await readInvitation(out, here.address, '00000000')).toEqual(limited)
    expect(await checkSignInCode(here, 'abcd-efgh-jkmn')).toEqual(limited)
    expect((await checkSignInCode({ ...here, browser: withAccount(null, ann.id) }, 'abcd-efgh-jkmn')).ok).toBe(true)
    expect((await readInvitation(person, here.address, '00000000')).ok).toBe(true)
    expect((await readInvitation(out, there.address, '00000000')).ok).toBe(true)
  })
})

describe('other doors', () => {
  it('send five links an hour to an address, whether or not it has an account', async () => {
    const known = await codes(6, () => askForReset(here, mary.email))
    const unknown = await codes(6, () => askForReset(here, 'nobody@example.org'))
    expect(known).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'rateLimited'])
    expect(unknown).toEqual(known)
  })

  it('tell ten times an hour that an address is taken', async () => {
    for (let i = 0; i < 11; i++) await createAccount(systemViewer, { email: `a${i}@example.org`, name: 'A', password: 'x7 y8 z9!!', role: 'member' })
    const asked = await codes(11, (i) => signUp(here, { email: `a${i}@example.org`, name: 'B', password: 'a quiet harbour' }))
    expect(asked).toEqual([...Array<string>(10).fill('addressTaken'), 'rateLimited'])
  })
})
