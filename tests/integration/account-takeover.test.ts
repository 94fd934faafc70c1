import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { resetPassword } from '@/lib/actions/account'
import { systemViewer, type SignedIn } from '@/lib/domain/viewer'
import { backgroundDone } from '@/lib/server/background'
import { invite, joinClass } from '@/lib/server/class-invitations'
import { createClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { makeLink } from '@/lib/server/mail-links'
import { changePassword } from '@/lib/server/password-change'
import { openSession, readSession } from '@/lib/server/sessions'
import { makeToken, spendToken } from '@/lib/server/tokens'
import { createAccount } from '@/lib/server/users'
import { emptyTables } from '../support/empty-tables'
import { startMailServer } from '../support/mail-server'
import { formOf, freshBrowser, outcome } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next/cache', () => ({ refresh: () => undefined }))

const visitor = { address: null, userAgent: null, locale: 'en' } as const
const mary = { email: 'mary@example.org', name: 'Mary', password: 'a quiet harbour' }
const wish = { name: 'mine', scope: 'write', days: null } as const
const way = { role: 'student', sectionId: null, email: null, days: 30, places: 2 } as const
const unconfirmed = { ok: false, problems: [{ code: 'addressUnconfirmed', path: '' }] }
const server = await startMailServer()
let viewer: SignedIn
let classId = ''
let platformId = ''

beforeAll(() => void (process.env.SMTP_URL = server.url))
afterAll(() => {
  process.env.SMTP_URL = ''
  server.stop()
})
beforeEach(async () => {
  await backgroundDone()
  await emptyTables('User', 'RateLimit', 'Class', 'LtiPlatform')
  freshBrowser()
  const made = await createAccount(systemViewer, { ...mary, role: 'member' })
  viewer = { kind: 'user', id: made.ok ? made.value.id : '', name: 'Mary', role: 'member' }
  const ofClass = await createClass(viewer, { name: 'Class 3B', timeZone: 'Asia/Taipei' })
  classId = ofClass.ok ? ofClass.value.id : ''
  const addresses = { authorizationUrl: 'https://lms.example/a', tokenUrl: 'https://lms.example/t', keysUrl: 'https://lms.example/k' }
  ;({ id: platformId } = await db.ltiPlatform.create({ data: { name: 'LMS', issuer: 'https://lms.example', clientId: 'x', ...addresses } }))
  server.letters.length = 0
})

const confirmedAt = (emailVerified: Date | null) => db.user.update({ where: { id: viewer.id }, data: { emailVerified } })
/** What a stranger who signed up with the address, or sat at the computer, could have left behind. */
async function leftBehind() {
  const token = await makeToken(systemViewer, viewer.id, wish)
  await db.account.create({ data: { userId: viewer.id, type: 'oauth', provider: 'github', providerAccountId: '7' } })
  await db.ltiAccount.create({ data: { platformId, subject: 'stranger', userId: viewer.id } })
  const session = await openSession(viewer.id, 'theirs')
  return { token: token.ok ? token.value.token : '', session }
}
const links = async () => [await db.account.count(), await db.ltiAccount.count()]
const reset = async () => outcome(resetPassword({ problems: [], values: {} }, formOf({ token: await makeLink(viewer.id, 'reset_password'), password: 'a louder harbour' })))

describe('a new password by mail', () => {
  it('shuts out whoever signed up with the address before: tokens, sessions and links', async () => {
    await confirmedAt(null)
    const { token, session } = await leftBehind()
    expect(await spendToken(token)).not.toBeNull()
    expect(await reset()).toEqual({ redirect: '/library' })
    expect([await spendToken(token), await readSession(session), await links()]).toEqual([null, null, [0, 0]])
    expect(await db.auditRow.count({ where: { action: 'token.revoked' } })).toBe(1)
  })

  it('keeps the links of an address that was confirmed before they were made, and no token', async () => {
    const { token } = await leftBehind()
    await reset()
    expect([await spendToken(token), await links()]).toEqual([null, [1, 1]])
  })

  it('parts from a platform that was joined before the address was confirmed', async () => {
    await leftBehind()
    await confirmedAt(new Date(Date.now() + 60_000))
    await reset()
    expect(await links()).toEqual([1, 0])
  })
})

describe('a change of password', () => {
  const change = (form: object) => changePassword(viewer, visitor, '00000000-0000-4000-8000-000000000000', { current: mary.password, password: 'a louder harbour', ...form })

  it('ends other sessions and tokens where nothing else is said', async () => {
    const { token, session } = await leftBehind()
    expect(await change({})).toEqual({ ok: true, value: { ended: 1 } })
    expect([await spendToken(token), await readSession(session)]).toEqual([null, null])
  })

  it('keeps what its person wants to keep', async () => {
    const { token, session } = await leftBehind()
    expect(await change({ sessions: 'keep', tokens: 'keep' })).toEqual({ ok: true, value: { ended: 0 } })
    expect(await spendToken(token)).not.toBeNull()
    expect(await readSession(session)).not.toBeNull()
  })
})

describe('before the address is confirmed, where mail is set up', () => {
  it('there are no tokens and no invitations', async () => {
    await confirmedAt(null)
    expect([await makeToken(viewer, viewer.id, wish), await invite(viewer, classId, way)]).toEqual([unconfirmed, unconfirmed])
    process.env.SMTP_URL = ''
    expect([(await makeToken(viewer, viewer.id, wish)).ok, (await invite(viewer, classId, way)).ok]).toEqual([true, true])
    process.env.SMTP_URL = server.url
  })

  it('nobody comes into a class by an invitation to it, though they have its code', async () => {
    const made = await invite(viewer, classId, { ...way, email: 'ben@example.org' })
    const ben = await createAccount(systemViewer, { ...mary, email: 'ben@example.org', name: 'Ben', role: 'member' })
    const who: SignedIn = { kind: 'user', id: ben.ok ? ben.value.id : '', name: 'Ben', role: 'member' }
    const join = () => joinClass(who, null, made.ok ? made.value.code : '')
    await db.user.update({ where: { id: who.id }, data: { emailVerified: null } })
    expect(await join()).toEqual(unconfirmed)
    await db.user.update({ where: { id: who.id }, data: { emailVerified: new Date() } })
    expect((await join()).ok).toBe(true)
  })
})

it('whoever has a confirmed address gets a letter when a token is made, without the token', async () => {
  const made = await makeToken(viewer, viewer.id, wish)
  await backgroundDone()
  expect(server.letters.map(({ to, subject }) => [to, subject])).toEqual([[mary.email, 'A new access token for Gloss']])
  expect(server.letters[0]?.text).not.toContain(made.ok ? made.value.token : 'gloss_')
})
