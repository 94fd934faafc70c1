import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { changeProfile } from '@/lib/actions/account'
import { changeAssignment } from '@/lib/actions/assignments'
import { changeClass, keepClass, renameSection } from '@/lib/actions/classes'
import { gradeWork } from '@/lib/actions/grades'
import { changePlatform } from '@/lib/actions/platforms'
import { db } from '@/lib/server/db'
import { addPlatform } from '@/lib/server/lti/platforms'
import { openWork } from '@/lib/server/submissions'
import { become } from '../support/blind-answers'
import { reader } from '../support/flagged-article'
import { exercise, lesson, must } from '../support/lesson'
import { formOf } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next/cache', () => ({ refresh: () => undefined }))

const none = { problems: [], values: {} }
const before = (fields: Record<string, string>) => JSON.stringify(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])))

it('a class that two windows name differently keeps the first name until the second has seen it', async () => {
  const { teacher, classId } = await lesson([])
  await become(teacher)
  const send = (name: string, timeZone: string, known: Record<string, string>) => changeClass(none, formOf({ classId, name, timeZone, before: before(known) }))
  const begun = { name: 'A class', timeZone: 'Asia/Taipei' }
  expect((await send('First', 'Asia/Taipei', begun)).problems).toEqual([])
  expect((await send('Second', 'Asia/Taipei', begun)).problems).toEqual([{ code: 'detailChanged', path: 'name', values: { now: 'First' } }])
  // What the second window left alone stays as the first put it.
  expect((await send('A class', 'UTC', begun)).problems).toEqual([])
  expect(await db.class.findUniqueOrThrow({ where: { id: classId }, select: { name: true, timeZone: true } })).toEqual({ name: 'First', timeZone: 'UTC' })
  expect((await send('Second', 'UTC', { timeZone: 'UTC' })).problems).toEqual([])
  expect((await db.class.findUniqueOrThrow({ where: { id: classId } })).name).toBe('Second')
})

it.each(['', 'no json', '[]', '{"name":1}', '{"name":["x"],"__proto__":["y"]}', `{"name":["${'x'.repeat(30_000)}"]}`])('a form that tells nonsense of what it was is as good as silent (%#)', async (sent) => {
  const { teacher, classId } = await lesson([])
  await become(teacher)
  const answer = await changeClass(none, formOf({ classId, name: 'New', timeZone: 'UTC', before: sent }))
  expect(answer.problems.map(({ code }) => code)).toEqual(sent.startsWith('{"name":["x"]') ? ['detailChanged'] : [])
})

it('a day of keeping and a section that two windows change differently keep the first', async () => {
  const { teacher, classId } = await lesson([])
  await become(teacher)
  const keep = (keepUntil: string, known: string) => keepClass(none, formOf({ classId, keepUntil, before: before({ keepUntil: known }) }))
  const first = (await db.class.findUniqueOrThrow({ where: { id: classId } })).keepUntil!.toISOString().slice(0, 10)
  expect((await keep('2040-07-31', first)).problems).toEqual([])
  expect((await keep('', first)).problems).toEqual([{ code: 'detailChanged', path: 'keepUntil', values: { now: '2040-07-31' } }])
  expect((await keep('', '2040-07-31')).problems).toEqual([])
  const { id: sectionId } = await db.classSection.create({ data: { classId, name: '甲班' }, select: { id: true } })
  const rename = (section: string) => renameSection(none, formOf({ classId, sectionId, section, before: before({ section: '甲班' }) }))
  expect((await rename('Group 1')).problems).toEqual([])
  expect((await rename('Group 2')).problems).toEqual([{ code: 'detailChanged', path: 'section', values: { now: 'Group 1' } }])
})

it('a platform that two administrators change differently keeps what the first said', async () => {
  const admin = await reader('Admin', 'admin')
  await become(admin)
  const known = { name: 'School', issuer: 'https://lms.example.org', clientId: randomUUID(), authorizationUrl: 'https://lms.example.org/auth', tokenUrl: 'https://lms.example.org/token', keysUrl: 'https://lms.example.org/keys', tokenAudience: '' }
  const { id } = must(await addPlatform(admin, { ...known, deploymentId: '' }))
  const change = (fields: Partial<typeof known>) => changePlatform(none, formOf({ platformId: id, ...known, ...fields, before: before(known) }))
  expect((await change({ name: 'The school' })).problems).toEqual([])
  expect((await change({ name: 'Another' })).problems).toEqual([{ code: 'detailChanged', path: 'name', values: { now: 'The school' } }])
  expect((await change({ keysUrl: 'https://lms.example.org/jwks' })).problems).toEqual([])
  expect(await db.ltiPlatform.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: 'The school', keysUrl: 'https://lms.example.org/jwks' })
})

it('words and points of two teachers do not overwrite each other unseen', async () => {
  const { teacher, students: [ada], id } = await lesson(['Ada'])
  must(await openWork(ada!, id))
  await become(teacher)
  const send = (points: string, comment: string, known: Record<string, string>) =>
    gradeWork(none, formOf({ assignmentId: id, studentId: ada!.id, points, comment, before: before(known) }))
  const blank = { points: '', comment: '' }
  expect((await send('7,5', 'Well read.', blank)).problems).toEqual([])
  expect((await send('9', 'Look again.', blank)).problems).toEqual([
    { code: 'detailChanged', path: 'points', values: { now: '7.5' } },
    { code: 'detailChanged', path: 'comment', values: { now: 'Well read.' } },
  ])
  expect((await send('', 'Well read. And written.', { points: '', comment: 'Well read.' })).problems).toEqual([])
  expect(await db.submission.findFirst({ where: { assignmentId: id }, select: { points: true, comment: true } })).toEqual({ points: 7.5, comment: 'Well read. And written.' })
})

it('a profile that was changed elsewhere is not put back', async () => {
  const { teacher } = await lesson([])
  await become(teacher)
  const begun = { name: teacher.name, locale: '' }
  expect((await changeProfile(none, formOf({ name: 'Mr First', locale: '', before: before(begun) }))).problems).toEqual([])
  expect((await changeProfile(none, formOf({ name: 'Mr Second', locale: '', before: before(begun) }))).problems[0]).toEqual({ code: 'detailChanged', path: 'name', values: { now: 'Mr First' } })
  expect((await changeProfile(none, formOf({ name: teacher.name, locale: 'zh-Hant', before: before(begun) }))).problems).toEqual([])
  expect(await db.user.findUniqueOrThrow({ where: { id: teacher.id }, select: { name: true, locale: true } })).toEqual({ name: 'Mr First', locale: 'zh-Hant' })
})

it('the settings of an exercise are joined field by field, and a clash is told at its field', async () => {
  const { teacher, id } = await lesson([])
  await become(teacher)
  const send = (change: object, told: string[] = []) => changeAssignment({ assignmentId: id, form: { ...exercise, ...change }, before: exercise, told })
  must(await send({ title: 'First', due: '2036-02-01T00:00', requirement: { flags: 3, dimensions: { framing: 0, statement: 0, sourcing: 0 } } }))
  const clash = await send({ title: 'Second', due: '2036-03-01T00:00', points: 20, requirement: { flags: 4, dimensions: { sourcing: 0, statement: 0, framing: 0 } } })
  expect(clash).toEqual({
    ok: false,
    problems: [
      { code: 'detailChanged', path: 'title', values: { now: 'First' } },
      { code: 'detailChanged', path: 'due', values: { now: '2036-02-01 00:00' } },
      { code: 'conflict', path: 'requirement' },
    ],
  })
  must(await send({ points: 20 }))
  must(await send({ title: 'Second' }, ['title']))
  expect(await db.assignment.findUniqueOrThrow({ where: { id }, select: { title: true, points: true, dueAt: true, requirement: true } })).toEqual({
    title: 'Second', points: 20, dueAt: new Date('2036-01-31T16:00:00Z'), requirement: { flags: 3, dimensions: { sourcing: 0, statement: 0, framing: 0 } },
  })
})
