import { beforeEach, expect, test, vi } from 'vitest'
import { signIn, signOutEverywhere } from '@/lib/actions/session'
import { resetPassword } from '@/lib/actions/account'
import { systemViewer } from '@/lib/domain/viewer'
import { backgroundDone } from '@/lib/server/background'
import { apiDoor } from '@/lib/server/api-door'
import { db } from '@/lib/server/db'
import { makeLink } from '@/lib/server/mail-links'
import { askForReset } from '@/lib/server/password-reset'
import { leaveSession } from '@/lib/server/session'
import { openSession } from '@/lib/server/sessions'
import { checkSignInCode } from '@/lib/server/sign-in-code'
import { makeToken, revokeToken } from '@/lib/server/tokens'
import { createAccount } from '@/lib/server/users'
import { emptyTables } from '../support/empty-tables'
import { formOf, freshBrowser, outcome, sent } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next/cache', () => ({ refresh: () => undefined }))
vi.spyOn(console, 'log').mockImplementation(() => undefined)
const told = vi.spyOn(console, 'warn').mockImplementation(() => undefined)

const none = { problems: [], values: {} }
const mary = { email: 'mary@example.org', password: 'a quiet harbour' }
const visitor = { address: '192.0.2.1', userAgent: null, locale: 'en' } as const
const nobody = '00000000-0000-0000-0000-000000000000'
let id = ''

beforeEach(async () => {
  await backgroundDone()
  await emptyTables('User', 'RateLimit', 'AuditRow')
  freshBrowser()
  sent.set('x-forwarded-for', visitor.address)
  const made = await createAccount(systemViewer, { ...mary, name: 'Mary', role: 'member' })
  id = made.ok ? made.value.id : ''
  told.mockClear()
})

const rows = () => db.auditRow.findMany({ where: { subjectType: 'auth' }, orderBy: { id: 'asc' }, select: { action: true, actorId: true, subjectId: true, detail: true } })
const enter = (fields: object = {}) => outcome(signIn(none, formOf({ ...mary, ...fields })))

test('signing in and out, with what failed and what was refused', async () => {
  await enter()
  await outcome(leaveSession())
  for (let i = 0; i < 11; i++) await enter({ email: i === 0 ? 'nobody@example.org' : mary.email, password: 'not the password' })
  await enter()
  freshBrowser()
  const all = await rows()
  expect(all.slice(0, 3).map(({ action, actorId }) => [action, actorId])).toEqual([['auth.signed-in', id], ['auth.session-ended', id], ['auth.signed-out', id]])
  expect(all.slice(3).map(({ action, actorId, subjectId }) => [action, actorId, subjectId])).toEqual([
    ['auth.failed', null, nobody], ...Array<unknown>(10).fill(['auth.failed', null, id]), ['auth.refused', null, id],
  ])
  expect(all[3]?.detail).toEqual({ way: 'password', address: expect.stringMatching(/^[0-9a-f]{64}$/) as string, client: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
  expect(all[4]?.detail).not.toHaveProperty('address')
})

test('resets, tokens, codes and the ends of sessions', async () => {
  const viewer = { kind: 'user', id, name: 'Mary', role: 'member' } as const
  await askForReset(visitor, 'nobody@example.org')
  await backgroundDone()
  await openSession(id, 'phone')
  await outcome(resetPassword(none, formOf({ token: await makeLink(id, 'reset_password'), password: 'a louder harbour' })))
  await openSession(id, 'phone')
  await signOutEverywhere(none, formOf({}))
  const token = await makeToken(viewer, id, { name: 'mine', scope: 'read', days: null })
  await revokeToken(viewer, token.ok ? token.value.id : '')
  await apiDoor(new Request('http://localhost:3000/api/v1/articles', { headers: { authorization: 'Bearer gloss_x', 'x-forwarded-for': visitor.address } }), () => new Response())
  await checkSignInCode(visitor, '0000-0000-0000')
  expect((await rows()).map(({ action }) => action)).toEqual([
    'auth.reset-asked', 'auth.session-ended', 'auth.password-reset', 'auth.signed-in', 'auth.session-ended', 'auth.token-made', 'auth.token-revoked', 'auth.token-unknown', 'auth.failed',
  ])
})

test('each is a line of JSON, and none holds an address, a password or a token', async () => {
  await enter()
  await enter({ email: 'nobody@example.org', password: 'not the password' })
  const lines = told.mock.calls.map(([line]) => String(line))
  expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['auth.signed-in', 'auth.failed'])
  expect(lines.concat(JSON.stringify(await rows())).join()).not.toMatch(/example\.org|192\.0|harbour|not the password|gloss_/)
})

test('strangers bring about so many rows and no more', async () => {
  for (let i = 0; i < 205; i++) await apiDoor(new Request('http://localhost:3000/api/v1/articles', { headers: { authorization: 'Bearer x', 'x-forwarded-for': visitor.address } }), () => new Response())
  expect(await rows()).toHaveLength(200)
  expect(told).toHaveBeenCalledTimes(205)
})
