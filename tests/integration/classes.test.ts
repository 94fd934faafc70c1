import { beforeAll, describe, expect, test } from 'vitest'
import { parseRoster } from '@/lib/domain/classroom/roster'
import type { Result } from '@/lib/domain/problem'
import { signedOutViewer, type SignedIn, type Viewer } from '@/lib/domain/viewer'
import { createArticle } from '@/lib/server/articles'
import { invite, joinClass, listInvitations, readInvitation, revokeInvitation } from '@/lib/server/class-invitations'
import { resetSignInCodes } from '@/lib/server/class-code-reset'
import { addRoster, changeMember, listPeople, planRoster, removeMember } from '@/lib/server/class-people'
import { archiveClass, changeClass, createClass, listClasses, readClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { openSession, readSession } from '@/lib/server/sessions'
import { checkSignInCode } from '@/lib/server/sign-in-code'
import { reader } from '../support/flagged-article'

const details = { name: '新聞閱讀 3B', timeZone: 'Asia/Taipei' }
const wish = { role: 'student', sectionId: null, email: null, days: 30, places: 2 } as const
const visitor = { address: null, userAgent: null, locale: 'en' as const }
let teacher: SignedIn
let stranger: SignedIn

beforeAll(async () => {
  teacher = await reader('Mr Lin')
  stranger = await reader('Stranger', 'admin')
})

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.problems[0]?.code)
const aClass = async (by = teacher) => must(await createClass(by, details)).id
const roster = (text: string) => must(parseRoster(text))
const names = async (viewer: Viewer, id: string) => (await listPeople(viewer, id))?.map(({ name, role }) => `${name}, ${role}`)

describe('a class', () => {
  test('is its teacher’s, and does not exist for others, whatever their role', async () => {
    const id = await aClass()
    expect(await readClass(teacher, id)).toMatchObject({ ...details, role: 'teacher', mayManage: true, mayDelete: true, students: 0 })
    expect((await listClasses(teacher)).map((entry) => entry.id)).toContain(id)
    for (const viewer of [stranger, signedOutViewer]) {
      expect(await readClass(viewer, id)).toBeNull()
      expect(await listPeople(viewer, id)).toBeNull()
      expect(await listInvitations(viewer, id)).toEqual([])
      expect(codeOf(await changeClass(viewer, id, details))).toBe('notFound')
      expect(codeOf(await invite(viewer, id, wish))).toBe('notFound')
      expect(codeOf(await addRoster(viewer, id, roster('Ada')))).toBe('notFound')
    }
    expect(codeOf(await createClass(signedOutViewer, details))).toBe('signInFirst')
    for (const bad of ['x', '00000000-0000-4000-8000-000000000000', '\0']) expect(await readClass(teacher, bad)).toBeNull()
  })

  test('put away, takes nobody in', async () => {
    const id = await aClass()
    const { code } = must(await invite(teacher, id, wish))
    must(await archiveClass(teacher, id, true))
    expect(codeOf(await addRoster(teacher, id, roster('Ada')))).toBe('classArchived')
    expect(codeOf(await invite(teacher, id, wish))).toBe('classArchived')
    expect(codeOf(await joinClass(stranger, null, code))).toBe('codeUnknown')
    must(await archiveClass(teacher, id, false))
    expect(codeOf(await joinClass(stranger, null, code))).toBe('done')
  })
})

describe('an invitation', () => {
  test('lets so many in, each once, and is kept as a hash', async () => {
    const id = await aClass()
    const { code } = must(await invite(teacher, id, wish))
    const people = await Promise.all(['A', 'B', 'C', 'D'].map((name) => reader(name)))
    const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`
    const outcomes = await Promise.all(people.map((person) => joinClass(person, null, typed)))
    expect(outcomes.map(codeOf).sort()).toEqual(['codeUnknown', 'codeUnknown', 'done', 'done'])
    const inside = people.find((_, i) => outcomes[i]!.ok)!
    expect(codeOf(await joinClass(inside, null, code))).toBe('codeUnknown')
    expect((await listInvitations(teacher, id)).map(({ code: shown, used, usable }) => [shown, used, usable])).toEqual([[code, 2, false]])
    expect(JSON.stringify(await db.classInvitation.findMany({ where: { classId: id } }))).not.toContain(code)
    expect(await readClass(inside, id)).toMatchObject({ role: 'student', mayManage: false, maySeePeople: false })
    expect(await listPeople(inside, id)).toBeNull()
    expect(codeOf(await invite(inside, id, wish))).toBe('notAllowed')
  })

  test.each([
    ['revoked', async (id: string, invitation: string) => must(await revokeInvitation(teacher, id, invitation)), new Date()],
    ['too old', async () => {}, new Date(Date.now() + 31 * 86_400_000)],
  ])('%s, is good for nothing', async (_name, then, now) => {
    const id = await aClass()
    const made = must(await invite(teacher, id, wish))
    await then(id, made.id)
    expect(must(await readInvitation(stranger, null, made.code, now))).toBeNull()
    expect(codeOf(await joinClass(stranger, null, made.code, now))).toBe('codeUnknown')
  })

  test('of a mail is for its address alone', async () => {
    const id = await aClass()
    const { code } = must(await invite(teacher, id, { ...wish, email: 'ada@example.org' }))
    expect(codeOf(await joinClass(stranger, null, code))).toBe('codeUnknown')
    const ada = await reader('Ada')
    await db.user.update({ where: { id: ada.id }, data: { email: 'ada@example.org' } })
    expect(codeOf(await joinClass(ada, null, code))).toBe('done')
  })
})

describe('a class list', () => {
  test('makes accounts with codes, twice makes nobody twice, and says beforehand what it will do', async () => {
    const id = await aClass()
    const ben = await reader('Ben')
    await db.user.update({ where: { id: ben.id }, data: { email: 'ben@example.org' } })
    const list = roster('name,email,section\n王小明,,1A\nBen,ben@example.org,1A\nCleo,cleo@example.org,')
    expect(must(await planRoster(teacher, id, list)).entries.map(({ fate }) => fate)).toEqual(['code', 'invited', 'invited'])
    expect(await names(teacher, id)).toEqual(['Mr Lin, teacher'])
    const added = must(await addRoster(teacher, id, list))
    expect([added.added, added.toInvite, added.codes.map(({ name }) => name)]).toEqual([1, ['ben@example.org', 'cleo@example.org'], ['王小明']])
    expect(must(await addRoster(teacher, id, list))).toEqual({ added: 0, codes: [], toInvite: ['ben@example.org', 'cleo@example.org'] })
    expect(must(await planRoster(teacher, id, list)).entries.map(({ fate }) => fate)).toEqual(['there', 'invited', 'invited'])
    expect(await names(teacher, id)).toEqual(['Mr Lin, teacher', '王小明, student'])
  })

  test('given twice at once makes nobody twice', async () => {
    const id = await aClass()
    const list = roster(Array.from({ length: 40 }, (_, i) => `Student ${i}`).join('\n'))
    const both = await Promise.all([addRoster(teacher, id, list), addRoster(teacher, id, list)])
    expect(both.map((each) => must(each).added).sort()).toEqual([0, 40])
    expect((await listPeople(teacher, id))?.length).toBe(41)
  })

  test('a code signs its student in, a new one ends the old and its sessions', async () => {
    const id = await aClass()
    const [mei] = must(await addRoster(teacher, id, roster('Mei'))).codes
    const person = must(await checkSignInCode(visitor, `${mei!.code.slice(0, 4)}-${mei!.code.slice(4).toLowerCase()}`))
    expect(person).toEqual({ id: mei!.userId })
    const session = await openSession(person.id, null)
    const { viewer } = (await readSession(session))!
    expect(viewer).toEqual({ kind: 'user', id: mei!.userId, name: 'Mei', role: 'member', managed: true })
    const details = { title: 'x', language: null, visibility: 'public', byline: null, siteName: null, sourceUrl: null, publishedAt: null } as const
    expect(codeOf(await createArticle(viewer, { details, content: { format: 'text', body: 'Words.' } }))).toBe('notAllowed')
    const [reset] = must(await resetSignInCodes(teacher, id, [mei!.userId])).codes
    expect(codeOf(await checkSignInCode(visitor, mei!.code))).toBe('codeUnknown')
    expect(await readSession(session)).toBeNull()
    expect(must(await checkSignInCode(visitor, reset!.code))).toEqual(person)
    expect(codeOf(await resetSignInCodes(teacher, await aClass(), [mei!.userId]))).toBe('notFound')
  })

  test('several codes are made anew at once: all of those that were asked for, or none', async () => {
    const id = await aClass()
    const codes = must(await addRoster(teacher, id, roster('Mei\nCleo\nJonas'))).codes
    const [mei, cleo, jonas] = codes
    const fresh = must(await resetSignInCodes(teacher, id, [mei!.userId, cleo!.userId, mei!.userId])).codes
    expect(fresh.map(({ name }) => name)).toEqual(['Cleo', 'Mei'])
    for (const { code } of [mei!, cleo!]) expect(codeOf(await checkSignInCode(visitor, code))).toBe('codeUnknown')
    for (const { code } of [...fresh, jonas!]) expect(codeOf(await checkSignInCode(visitor, code))).toBe('done')
    const [elsewhere] = must(await addRoster(teacher, await aClass(), roster('Ali'))).codes
    for (const ids of [[jonas!.userId, elsewhere!.userId], [jonas!.userId, teacher.id], []]) expect(codeOf(await resetSignInCodes(teacher, id, ids))).toBe('notFound')
    const student = { kind: 'user', id: jonas!.userId, name: 'Jonas', role: 'member', managed: true } as const
    for (const viewer of [student, await reader('Stranger', 'admin')]) expect(codeOf(await resetSignInCodes(viewer, id, [jonas!.userId]))).not.toBe('done')
    expect(codeOf(await checkSignInCode(visitor, jonas!.code))).toBe('done')
  })
})

describe('the people', () => {
  test('never without a teacher, and only a teacher makes one', async () => {
    const id = await aClass()
    const student = { role: 'student', sectionId: null } as const
    expect(codeOf(await changeMember(teacher, id, teacher.id, student))).toBe('lastTeacher')
    expect(codeOf(await removeMember(teacher, id, teacher.id))).toBe('lastTeacher')
    const help = await reader('Help')
    must(await joinClass(help, null, must(await invite(teacher, id, { ...wish, role: 'co-teacher' })).code))
    expect(codeOf(await removeMember(help, id, teacher.id))).toBe('lastTeacher')
    expect(codeOf(await changeMember(help, id, help.id, { role: 'teacher', sectionId: null }))).toBe('lastTeacher')
    must(await changeMember(teacher, id, help.id, { role: 'teacher', sectionId: null }))
    must(await changeMember(help, id, teacher.id, student))
    expect(codeOf(await changeMember(help, id, stranger.id, student))).toBe('notFound')
    expect(codeOf(await changeMember(help, id, teacher.id, { role: 'student', sectionId: id }))).toBe('notFound')
  })
})
