import { beforeEach, describe, expect, test, vi } from 'vitest'
import { makeClass } from '@/lib/actions/classes'
import { tellLanguage } from '@/lib/actions/articles'
import { signIn } from '@/lib/actions/session'
import type { SignedIn } from '@/lib/domain/viewer'
import { createClass } from '@/lib/server/classes'
import { addRoster } from '@/lib/server/class-people'
import { db } from '@/lib/server/db'
import { sendLetter } from '@/lib/server/letters'
import { spendRequest, spendToday, type LimitName } from '@/lib/server/limits'
import { startSession } from '@/lib/server/session'
import { emptyTables } from '../support/empty-tables'
import { reader } from '../support/flagged-article'
import { startMailServer } from '../support/mail-server'
import { formOf, freshBrowser, outcome, sent } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next/cache', () => ({ refresh: () => undefined }))

const none = { problems: [], values: {} }
const limited = { ok: false, problems: [{ code: 'rateLimited', path: '', values: { minutes: expect.any(Number) as number } }] }
let ann: SignedIn

beforeEach(async () => {
  await emptyTables('User', 'Class', 'RateLimit')
  ann = await reader('Ann')
  freshBrowser()
})

describe('every action is counted', () => {
  test('of a person together, and its form comes back as it was', async () => {
    await startSession(ann.id)
    await spendRequest(['action:account', ann.id], 600)
    const form = { name: 'Class 3B', timeZone: 'Asia/Taipei' }
    expect(await outcome(makeClass(none, formOf(form)))).toEqual({ problems: limited.problems, values: form })
    expect(await tellLanguage('The harbour was closed on Tuesday.')).toBe('und')
    expect(await db.class.count()).toBe(0)
  })

  test('of the signed-out by their address, and no secret comes back', async () => {
    sent.set('x-forwarded-for', '192.0.2.1')
    await spendRequest(['action:client', '192.0.2.1'], 3_000)
    const asked = { email: 'ann@example.org', password: 'a quiet harbour' }
    expect(await outcome(signIn(none, formOf(asked)))).toEqual({ problems: limited.problems, values: { email: asked.email } })
    sent.set('x-forwarded-for', '192.0.2.2')
    expect(await outcome(signIn(none, formOf(asked)))).toMatchObject({ problems: [{ code: 'credentialsWrong' }] })
  })
})

test('who was signed out signs in from the page that was made for them', async () => {
  sent.set('x-forwarded-for', '192.0.2.3')
  const asked = { email: 'ann@example.org', password: 'a quiet harbour', reader: ann.id }
  expect(await outcome(signIn(none, formOf(asked)))).toMatchObject({ problems: [{ code: 'credentialsWrong' }] })
  expect(await outcome(makeClass(none, formOf({ name: '3B', timeZone: 'Asia/Taipei', reader: ann.id })))).toMatchObject({ problems: [{ code: 'signInFirst' }] })
})

describe('a day', () => {
  test.each<[LimitName, number]>([['article:account', 500], ['class:account', 100], ['assignment:account', 300], ['invitation:account', 1_000], ['roster:account', 3_000]])(
    '%s has an end after %i',
    async (name, most) => {
      expect((await spendToday(ann, name, most)).ok).toBe(true)
      expect(await spendToday(ann, name)).toEqual(limited)
      expect((await spendToday({ kind: 'system' }, name)).ok).toBe(true)
    },
  )

  test('has room for so many classes and people on lists, by whatever door', async () => {
    const made = await createClass(ann, { name: 'Class 3B', timeZone: 'Asia/Taipei' })
    await spendToday(ann, 'class:account', 99)
    expect(await createClass(ann, { name: 'Class 3C', timeZone: 'Asia/Taipei' })).toEqual(limited)
    await spendToday(ann, 'roster:account', 2_999)
    const list = ['Mei', 'Lin'].map((name, at) => ({ line: at + 1, name, email: null, section: null }))
    expect(await addRoster(ann, made.ok ? made.value.id : '', list)).toEqual(limited)
  })

  test('has a few letters of a kind that strangers can send to one address', async () => {
    const server = await startMailServer()
    process.env.SMTP_URL = server.url
    for (let i = 0; i < 8; i++) await sendLetter('ben@example.org', 'en', 'invited', '/join/x')
    await sendLetter('ben@example.org', 'en', 'passwordChanged', '/forgot-password')
    expect(server.letters).toHaveLength(7)
    process.env.SMTP_URL = ''
    server.stop()
  })
})
