import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { askForReset, askForVerification, resetPassword, verifyEmail } from '@/lib/actions/account'
import { systemViewer } from '@/lib/domain/viewer'
import { backgroundDone } from '@/lib/server/background'
import { db } from '@/lib/server/db'
import { makeLink } from '@/lib/server/mail-links'
import { currentViewer, startSession } from '@/lib/server/session'
import { openSession, readSession } from '@/lib/server/sessions'
import { checkPassword } from '@/lib/server/sign-in'
import { signUp } from '@/lib/server/sign-up'
import { createAccount } from '@/lib/server/users'
import { emptyTables } from '../support/empty-tables'
import { startMailServer } from '../support/mail-server'
import { formOf, freshBrowser, outcome } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next/cache', () => ({ refresh: () => undefined }))

const none = { problems: [], values: {} }
const done = { problems: [], values: {}, done: {} }
const visitor = { address: null, userAgent: null, locale: 'en' } as const
const mary = { email: 'mary@example.org', name: 'Mary', password: 'a quiet harbour' }
const password = 'a louder harbour'
const server = await startMailServer()
let id = ''

beforeAll(() => void (process.env.SMTP_URL = server.url))
afterAll(() => {
  process.env.SMTP_URL = ''
  server.stop()
})
beforeEach(async () => {
  await backgroundDone()
  await emptyTables('User', 'RateLimit')
  server.letters.length = 0
  freshBrowser()
  const made = await createAccount(systemViewer, { ...mary, role: 'member' })
  id = made.ok ? made.value.id : ''
  await db.user.update({ where: { id }, data: { emailVerified: null } })
})

async function lettersAfter<T>(work: Promise<T>) {
  const value = await work
  await backgroundDone()
  return { value, letters: server.letters.splice(0) }
}
const tokenIn = (text: string | undefined) => /\?token=([\w-]{43})\n/.exec(text ?? '')?.[1] ?? ''
const reset = (token: string, to = password) => outcome(resetPassword(none, formOf({ token, password: to })))
const expired = { problems: [{ code: 'linkExpired', path: '' }], values: {} }

describe('a link for a new password', () => {
  it('comes by mail, ends every session, signs in here and works once', async () => {
    const phone = await openSession(id, 'phone')
    const { value, letters } = await lettersAfter(askForReset(none, formOf({ email: ' MARY@example.org' })))
    expect(value).toEqual(done)
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([[mary.email, 'A new password for Gloss']])
    expect(letters[0]?.text).toContain('http://localhost:3000/reset-password?token=')
    const token = tokenIn(letters[0]?.text)

    const used = await lettersAfter(reset(token))
    expect(used.value).toEqual({ redirect: '/library' })
    expect(used.letters.map(({ subject }) => subject)).toEqual(['Your Gloss password was changed'])
    expect(await readSession(phone)).toBeNull()
    expect(await currentViewer()).toMatchObject({ kind: 'user', id })
    expect((await checkPassword(visitor, { ...mary, password })).ok).toBe(true)
    expect((await checkPassword(visitor, mary)).ok).toBe(false)
    expect((await db.user.findUniqueOrThrow({ where: { id } })).emailVerified).not.toBeNull()
    expect(await reset(token, 'a third harbour')).toEqual(expired)
  })

  it('answers the same for an address without an account, and writes to nobody', async () => {
    const { value, letters } = await lettersAfter(askForReset(none, formOf({ email: 'nobody@example.org' })))
    expect([value, letters]).toEqual([done, []])
    expect(await db.mailLink.count()).toBe(0)
  })

  it('does not wait for the mail server, nor tell of its failing', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    process.env.SMTP_URL = 'smtp://127.0.0.1:1'
    expect((await lettersAfter(askForReset(none, formOf({ email: mary.email })))).value).toEqual(done)
    process.env.SMTP_URL = server.url
    expect(log).toHaveBeenCalledOnce()
    log.mockRestore()
  })

  it('works for one of two browsers at once', async () => {
    const token = await makeLink(id, 'reset_password')
    const both = await Promise.all([reset(token, 'the first harbour'), reset(token, 'the second harbour')])
    expect(both.filter((went) => 'redirect' in went)).toHaveLength(1)
  })

  it('is kept only as a hash', async () => {
    const token = await makeLink(id, 'reset_password')
    expect(JSON.stringify(await db.mailLink.findMany())).not.toContain(token)
  })

  it.each([
    ['an hour old', async () => makeLink(id, 'reset_password', new Date(Date.now() - 3_600_001))],
    ['meant for the address', async () => makeLink(id, 'verify_email')],
    ['followed by a newer one', async () => {
      const first = await makeLink(id, 'reset_password')
      await makeLink(id, 'reset_password')
      return first
    }],
    ['made up', async () => 'x'.repeat(43)],
  ])('does not work when it is %s', async (_, make) => {
    expect(await reset(await make())).toEqual(expired)
    expect((await checkPassword(visitor, mary)).ok).toBe(true)
  })

  it.each([
    [{}, ['token', 'password']],
    [{ token: 'short', password }, ['token']],
    [{ token: 'x'.repeat(43), password: 'short' }, ['password']],
    [{ token: "'; DROP TABLE \"User\"; --", password }, ['token']],
  ])('refuses %j', async (fields, paths) => {
    const state = await outcome(resetPassword(none, formOf(fields as Record<string, string>)))
    expect('problems' in state && state.problems.map(({ path }) => path)).toEqual(paths)
  })

  it.each(['', 'mary', 'mary@example.org\nBcc: x@example.org'])('is not sent to %j', async (email) => {
    const { value, letters } = await lettersAfter(askForReset(none, formOf({ email })))
    expect(value.problems[0]?.path).toBe('email')
    expect(letters).toEqual([])
  })
})

describe('a link that confirms an address', () => {
  it('is sent at signing up and works once, signed in or not', async () => {
    const { letters } = await lettersAfter(signUp(visitor, { ...mary, email: 'new@example.org' }))
    expect(letters.map(({ to, subject }) => [to, subject])).toEqual([['new@example.org', 'Confirm your address for Gloss']])
    const token = tokenIn(letters[0]?.text)
    expect(await verifyEmail(none, formOf({ token }))).toEqual(done)
    expect((await db.user.findUniqueOrThrow({ where: { email: 'new@example.org' } })).emailVerified).not.toBeNull()
    expect((await currentViewer()).kind).toBe('signed-out')
    expect(await verifyEmail(none, formOf({ token }))).toEqual(expired)
  })

  it('can be sent again from the settings, and works for three days', async () => {
    await startSession(id)
    const { value, letters } = await lettersAfter(askForVerification(none, formOf({})))
    expect([value, letters.length]).toEqual([done, 1])
    expect(await verifyEmail(none, formOf({ token: await makeLink(id, 'verify_email', new Date(Date.now() - 73 * 3_600_000)) }))).toEqual(expired)
    expect(await verifyEmail(none, formOf({ token: await makeLink(id, 'verify_email', new Date(Date.now() - 71 * 3_600_000)) }))).toEqual(done)
    expect((await lettersAfter(askForVerification(none, formOf({})))).letters).toEqual([])
  })

  it('says when the mail cannot be sent, and to whom it is not', async () => {
    expect((await askForVerification(none, formOf({}))).problems[0]?.code).toBe('signInFirst')
    await startSession(id)
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    process.env.SMTP_URL = 'smtp://127.0.0.1:1'
    expect((await askForVerification(none, formOf({}))).problems[0]?.code).toBe('mailNotSent')
    process.env.SMTP_URL = server.url
    log.mockRestore()
  })
})

describe('letters', () => {
  it.each([
    ['zh-Hant', '重設 Gloss 密碼', '一小時內'],
    ['zh-Hans', '重置 Gloss 密码', '一小时内'],
    ['en', 'A new password for Gloss', 'within an hour'],
  ])('are in the person’s language: %s', async (locale, subject, words) => {
    await db.user.update({ where: { id }, data: { locale } })
    const { letters } = await lettersAfter(askForReset(none, formOf({ email: mary.email })))
    expect(letters[0]?.subject).toBe(subject)
    expect(letters[0]?.text).toContain(words)
  })

  it('tell an owner when somebody tries their address, without what was typed', async () => {
    const { letters } = await lettersAfter(signUp(visitor, { ...mary, name: 'Buy at evil.example', password: 'something else' }))
    expect(letters.map(({ subject }) => subject)).toEqual(['You already have an account at Gloss'])
    expect(JSON.stringify(letters)).not.toContain('evil.example')
  })
})

describe('without a mail server', () => {
  it('development prints the letter and says so', async () => {
    process.env.SMTP_URL = ''
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    await lettersAfter(askForReset(none, formOf({ email: mary.email })))
    expect(log.mock.calls.flat().join()).toMatch(/No mail server is set[\s\S]*mary@example\.org[\s\S]*reset-password\?token=/)
    log.mockRestore()
    process.env.SMTP_URL = server.url
  })

  it('production says that mail is not set up, and everything else works', async () => {
    process.env.SMTP_URL = ''
    vi.stubEnv('NODE_ENV', 'production')
    const asked = await askForReset(none, formOf({ email: mary.email }))
    expect(asked).toEqual({ problems: [{ code: 'mailNotConfigured', path: '' }], values: { email: mary.email } })
    expect((await signUp(visitor, { ...mary, email: 'new@example.org' })).ok).toBe(true)
    await startSession(id)
    expect((await askForVerification(none, formOf({}))).problems[0]?.code).toBe('mailNotConfigured')
    vi.unstubAllEnvs()
    process.env.SMTP_URL = server.url
  })
})
