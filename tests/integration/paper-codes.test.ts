import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { SignedIn } from '@/lib/domain/viewer'
import { deleteAccount } from '@/lib/server/account-removal'
import { resetSignInCodes } from '@/lib/server/class-code-reset'
import { invite, joinClass, listInvitations, readInvitation } from '@/lib/server/class-invitations'
import { addRoster, listPeople } from '@/lib/server/class-people'
import { createClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { spend } from '@/lib/server/limits'
import { checkSignInCode } from '@/lib/server/sign-in-code'
import { beginTry } from '@/lib/server/wrong-tries'
import { emptyTables } from '../support/empty-tables'
import { reader } from '../support/flagged-article'

const visitor = { address: '192.0.2.1', userAgent: null, locale: 'en' } as const
const plain = (code: string) => createHash('sha256').update(code).digest('hex')
const unknown = { ok: false, problems: [{ code: 'codeUnknown', path: 'code' }] }
let teacher: SignedIn
let classId = ''
let mei: { userId: string; code: string }

beforeEach(async () => {
  await emptyTables('User', 'Class', 'RateLimit')
  teacher = await reader('Teacher')
  const made = await createClass(teacher, { name: 'Class 3B', timeZone: 'Asia/Taipei' })
  classId = made.ok ? made.value.id : ''
  const added = await addRoster(teacher, classId, [{ line: 1, name: 'Mei', email: null, section: null }])
  if (!added.ok) throw new Error(JSON.stringify(added.problems))
  mei = added.value.codes[0]!
})

const kept = async () => (await db.user.findUniqueOrThrow({ where: { id: mei.userId } })).signInCodeHash

test('a sign-in code is kept under a key, and one that was kept without works until its use replaces it', async () => {
  const keyed = await kept()
  expect(keyed).not.toBe(plain(mei.code))
  await db.user.update({ where: { id: mei.userId }, data: { signInCodeHash: plain(mei.code) } })
  expect(await checkSignInCode(visitor, mei.code)).toEqual({ ok: true, value: { id: mei.userId } })
  expect(await kept()).toBe(keyed)
  expect((await checkSignInCode(visitor, mei.code)).ok).toBe(true)
})

test('it ends with the school year, which its teacher sees, and a new one works', async () => {
  const [, person] = (await listPeople(teacher, classId)) ?? []
  expect(person?.codeEndsAt).toMatch(/^\d{4}-08-01T00:00:00\.000Z$/)
  const end = new Date(person?.codeEndsAt ?? '')
  expect((await checkSignInCode(visitor, mei.code, new Date(end.getTime() - 1))).ok).toBe(true)
  expect(await checkSignInCode(visitor, mei.code, end)).toEqual(unknown)
  const fresh = await resetSignInCodes(teacher, classId, [mei.userId], end)
  const code = fresh.ok ? fresh.value.codes[0]!.code : ''
  expect(await checkSignInCode(visitor, code, end)).toEqual({ ok: true, value: { id: mei.userId } })
})

test('a class’s code is kept and ends alike', async () => {
  const made = await invite(teacher, classId, { role: 'student', sectionId: null, email: null, days: null, places: null })
  const { id, code } = made.ok ? made.value : { id: '', code: '' }
  const hash = async () => (await db.classInvitation.findUniqueOrThrow({ where: { id } })).codeHash
  const keyed = await hash()
  expect(keyed).not.toBe(plain(code))
  await db.classInvitation.update({ where: { id }, data: { codeHash: plain(code) } })
  expect(await readInvitation(teacher, null, code)).toMatchObject({ value: { classId } })
  expect(await hash()).toBe(keyed)
  const [entry] = await listInvitations(teacher, classId)
  expect(entry?.expiresAt).toMatch(/-08-01T/)
  const ben = await reader('Ben')
  expect(await joinClass(ben, null, code, new Date(entry?.expiresAt ?? ''))).toEqual(unknown)
  expect((await joinClass(ben, null, code)).ok).toBe(true)
})

test('with an account its address leaves the invitations and what was counted of it', async () => {
  const ben = await reader('Ben')
  const email = 'ben@example.org'
  await db.user.update({ where: { id: ben.id }, data: { email } })
  await invite(teacher, classId, { role: 'student', sectionId: null, email, days: 30, places: 1 })
  await invite(teacher, classId, { role: 'student', sectionId: null, email: 'cleo@example.org', days: 30, places: 1 })
  await spend(['reset:account', email], ['verify:account', ben.id])
  await beginTry(['sign-in:account', email])
  expect((await deleteAccount(ben, 'delete')).ok).toBe(true)
  expect(await db.classInvitation.findMany({ select: { email: true } })).toEqual([{ email: 'cleo@example.org' }])
  // What is left was counted of the teacher.
  expect((await db.rateLimit.findMany({ select: { key: true } })).map(({ key }) => key.slice(0, key.lastIndexOf(':'))).sort()).toEqual(['class:account', 'invitation:account', 'roster:account'])
})
