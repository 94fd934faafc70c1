import { beforeEach, expect, test, vi } from 'vitest'
import { changePassword, deleteAccount } from '@/lib/actions/account'
import { leavePlatform } from '@/lib/actions/lti-launch'
import { makeToken } from '@/lib/actions/tokens'
import { systemViewer } from '@/lib/domain/viewer'
import { db } from '@/lib/server/db'
import { startSession } from '@/lib/server/session'
import { createAccount } from '@/lib/server/users'
import { emptyTables } from '../support/empty-tables'
import { formOf, freshBrowser, outcome } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next/cache', () => ({ refresh: () => undefined }))
vi.spyOn(console, 'log').mockImplementation(() => undefined)

const none = { problems: [], values: {} }
const password = 'a quiet harbour'
const token = { name: 'mine', scope: 'write', days: '' }
const again = [{ code: 'signInAgain', path: 'proof' }]
let id = ''

beforeEach(async () => {
  await emptyTables('User', 'RateLimit')
  freshBrowser()
  const made = await createAccount(systemViewer, { email: 'mary@example.org', name: 'Mary', password, role: 'member' })
  id = made.ok ? made.value.id : ''
  await startSession(id)
})

/** The sign-in was so many minutes ago. */
const signedIn = (minutes: number) => db.session.updateMany({ data: { provenAt: new Date(Date.now() - minutes * 60_000) } })
const make = (more: Record<string, string> = {}) => outcome(makeToken(none, formOf({ ...token, ...more })))

test('within ten minutes of a sign-in nothing more is asked', async () => {
  await signedIn(9)
  expect(await make()).toMatchObject({ problems: [], done: { name: 'mine' } })
})

test('later the form comes back with what was typed, and the password in it is enough', async () => {
  await signedIn(11)
  expect(await make()).toEqual({ problems: again, values: token })
  expect(await make({ proof: 'not the password' })).toEqual({ problems: [{ code: 'passwordWrong', path: 'proof' }], values: token })
  expect(await db.accessToken.count()).toBe(0)
  expect(await make({ proof: password })).toMatchObject({ done: { name: 'mine' } })
  expect(await make()).toMatchObject({ done: { name: 'mine' } })
})

test('guessing the password in a form is counted', async () => {
  await signedIn(11)
  for (let i = 0; i < 10; i++) await make({ proof: 'not the password' })
  expect(await make({ proof: password })).toMatchObject({ problems: [{ code: 'rateLimited' }] })
})

test('deleting the account and leaving a platform ask as well', async () => {
  await signedIn(11)
  const leaving = { annotations: 'delete', sure: 'yes' }
  expect(await outcome(deleteAccount(none, formOf(leaving)))).toEqual({ problems: again, values: leaving })
  const link = { platform: '00000000-0000-4000-8000-000000000000', subject: 'x' }
  expect(await outcome(leavePlatform(none, formOf(link)))).toMatchObject({ problems: again })
  expect(await outcome(leavePlatform(none, formOf({ ...link, proof: password })))).toMatchObject({ problems: [{ code: 'notFound' }] })
  expect(await outcome(deleteAccount(none, formOf(leaving)))).toEqual({ redirect: '/library' })
  expect(await db.user.count({ where: { id } })).toBe(0)
})

test('a first password asks for a sign-in, since there is no password to give', async () => {
  await db.user.update({ where: { id }, data: { passwordHash: null } })
  await signedIn(11)
  const first = { current: '', password: 'a louder harbour', sessions: 'keep', tokens: 'revoke' }
  expect(await outcome(changePassword(none, formOf({ ...first, proof: 'guess' })))).toEqual({ problems: again, values: { sessions: 'keep', tokens: 'revoke' } })
  await startSession(id)
  expect(await outcome(changePassword(none, formOf(first)))).toMatchObject({ problems: [], done: { ended: 0 } })
})

test.each([makeToken, deleteAccount, leavePlatform])('nobody signed out gets further than that', async (action) => {
  freshBrowser()
  const form = formOf({ ...token, annotations: 'delete', sure: 'yes', platform: '00000000-0000-4000-8000-000000000000', subject: 'x', proof: password })
  expect(await outcome(action(none, form))).toMatchObject({ problems: [{ code: 'signInFirst' }] })
})
