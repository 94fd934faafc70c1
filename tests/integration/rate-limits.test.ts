import { beforeEach, describe, expect, it, vi } from 'vitest'
import { systemViewer } from '@/lib/domain/viewer'
import { backgroundDone } from '@/lib/server/background'
import { db, pool } from '@/lib/server/db'
import { refund, spend } from '@/lib/server/limits'
import { askForReset } from '@/lib/server/password-reset'
import { checkPassword } from '@/lib/server/sign-in'
import { signUp } from '@/lib/server/sign-up'
import { createAccount } from '@/lib/server/users'
import type { Visitor } from '@/lib/server/visitor'
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

const codes = async (tries: number, work: (i: number) => Promise<{ ok: boolean; problems?: { code: string }[] }>) => {
  const all: string[] = []
  for (let i = 0; i < tries; i++) {
    const answer = await work(i)
    all.push(answer.ok ? 'ok' : (answer.problems?.[0]?.code ?? ''))
  }
  return all
}

describe('signing in', () => {
  it('is refused after ten wrong passwords, the right one too, with the minutes to wait', async () => {
    expect(await codes(11, () => checkPassword(here, wrong))).toEqual([...Array<string>(10).fill('credentialsWrong'), 'rateLimited'])
    const answer = await checkPassword(here, mary)
    expect(answer).toEqual(limited)
    expect(!answer.ok && answer.problems[0]?.values?.minutes).toBe(15)
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
    for (let i = 0; i < 6; i++) await spend(['sign-in:account-client', 'a', here.address])
    vi.resetModules()
    const other = await import('@/lib/server/limits')
    expect(other.spend).not.toBe(spend)
    for (let i = 0; i < 4; i++) expect((await other.spend(['sign-in:account-client', 'a', here.address])).ok).toBe(true)
    expect(await other.spend(['sign-in:account-client', 'a', here.address])).toEqual(limited)
    expect(await spend(['sign-in:account-client', 'a', here.address])).toEqual(limited)
  })

  it('holds nobody’s address', async () => {
    await checkPassword(here, wrong)
    const { rows } = await pool.query<{ key: string }>('SELECT "key" FROM "RateLimit"')
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toMatch(/mary|192\.0/)
  })

  it('is wider for clients that cannot be told apart', async () => {
    const tries = async (client: string | null) => {
      let passed = 0
      while ((await spend(['reset:client', client])).ok) passed++
      return passed
    }
    expect(await tries('192.0.2.9')).toBe(30)
    expect(await tries(null)).toBe(150)
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
