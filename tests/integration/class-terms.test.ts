import { beforeAll, describe, expect, test, vi } from 'vitest'
import { parseRoster } from '@/lib/domain/classroom/roster'
import { assignmentIn } from '@/lib/domain/classroom/assignment'
import type { Result } from '@/lib/domain/problem'
import { signedOutViewer, type SignedIn } from '@/lib/domain/viewer'
import { openKey } from '@/lib/server/answer-key'
import { readKey } from '@/lib/server/answer-key-reading'
import { deleteAnnotation } from '@/lib/server/annotations'
import { createAssignment } from '@/lib/server/assignments'
import { listAssignments } from '@/lib/server/assignment-list'
import { backgroundDone } from '@/lib/server/background'
import { copyClass } from '@/lib/server/class-copy'
import { invite, joinClass, listInvitations, revokeInvitation } from '@/lib/server/class-invitations'
import { addClassList } from '@/lib/server/class-list'
import { listPeople, planRoster } from '@/lib/server/class-people'
import { makeSection, removeSection, renameSection } from '@/lib/server/class-sections'
import { createClass, keepClassUntil, readClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { countedBy } from '@/lib/server/limits'
import { openWork, submitWork } from '@/lib/server/submissions'
import { flaggedArticle, reader } from '../support/flagged-article'
import { flagIn, lesson } from '../support/lesson'

const zone = 'Europe/Berlin'
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.problems[0]?.code)
const wish = { role: 'student', sectionId: null, email: null, days: 30, places: null } as const
const form = (title: string, dates: { opens?: string; due?: string; lateUntil?: string } = {}) =>
  assignmentIn(zone).parse({
    title, instructions: null, labels: [], opens: null, due: null, lateUntil: null, ...dates, groupSize: null, points: 10,
    requirement: { flags: 0, dimensions: { sourcing: 0, statement: 0, framing: 0 } }, gate: 'own-submission', gateFlags: 0,
    pseudonyms: true, rubric: [], gradesAt: null,
  })

let teacher: SignedIn
let student: SignedIn
let stranger: SignedIn
let slug: string

beforeAll(async () => {
  ;[teacher, student, stranger] = [await reader('Frau Weber'), await reader('Jonas'), await reader('Stranger', 'admin')]
  const { id } = await flaggedArticle(teacher, { title: 'The pier', text: 'The harbour council closed the pier.' })
  slug = (await db.article.findUniqueOrThrow({ where: { id }, select: { slug: true } })).slug
})

async function aClass(): Promise<string> {
  const { id } = must(await createClass(teacher, { name: '8b', timeZone: zone }))
  must(await joinClass(student, null, must(await invite(teacher, id, wish)).code))
  return id
}

describe('the list of assignments', () => {
  test('tells a student where they stand, who teaches how many, and nobody else anything', async () => {
    const id = await aClass()
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16)
    for (const [title, dates] of [
      ['past', { due: day(-2) }], ['later', { due: day(9) }], ['next', { due: day(3) }], ['endless', {}], ['unopened', { opens: day(5), due: day(8) }],
    ] as const) must(await createAssignment(teacher, id, slug, form(title, dates)))
    const seen = (await listAssignments(student, id))!
    expect(seen.map(({ title }) => title)).toEqual(['next', 'later', 'endless', 'past'])
    expect(seen.map(({ own }) => own?.shut)).toEqual([null, null, null, 'over'])
    must(await openWork(student, seen[0]!.id))
    must(await openWork(student, seen[1]!.id))
    must(await submitWork(student, seen[0]!.id))
    expect((await listAssignments(student, id))!.map(({ own, counts }) => [own?.state, counts])).toEqual([
      ['submitted', null], ['started', null], ['not-started', null], ['not-started', null],
    ])
    const taught = (await listAssignments(teacher, id))!
    expect(taught.map(({ title, counts, own }) => [title, counts?.started, counts?.submitted, own])).toEqual([
      ['next', 1, 1, null], ['unopened', 0, 0, null], ['later', 1, 0, null], ['endless', 0, 0, null], ['past', 0, 0, null],
    ])
    expect(taught.map(({ yetToOpen }) => yetToOpen)).toEqual([false, true, false, false, false])
    for (const viewer of [stranger, signedOutViewer]) expect(await listAssignments(viewer, id)).toBeNull()
  })
})

test('a copy has the answer key, with its explanations and alternatives, and instructions and rubric; nothing of a student', async () => {
  const instructions = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Read it twice.' }] }] }
  const rubric = [{ words: 'Framing', points: 10, measure: 'framing' as const }]
  const of = await lesson(['One'], { instructions, rubric, gradesAt: '2036-01-08T00:00' })
  const { layerId: key } = must(await openKey(of.teacher, of.id))
  const passage = await flagIn(key, of.teacher, 'Experts believe', ['sourcing:unnamed-bare', 'framing:doubt'], 'Who are they?')
  await deleteAnnotation(of.teacher, await flagIn(key, of.teacher, 'The mayor', ['framing:doubt'], 'A slip.'))
  must(await openWork(of.students[0]!, of.id))
  await flagIn(of.layerId, of.students[0]!, 'Experts believe', ['framing:doubt'], 'mine')
  const { id: copy } = must(await copyClass(of.teacher, of.classId, { name: 'Next', days: 364 }))
  const made = await db.assignment.findFirstOrThrow({ where: { classId: copy } })
  expect(made).toMatchObject({ instructions, rubric, points: 10, gradesAt: new Date('2037-01-06T00:00+08:00') })
  expect(await readKey(of.teacher, made.id)).toMatchObject([
    { quote: 'Experts believe', labels: expect.arrayContaining([{ dimension: 'sourcing', label: 'unnamed-bare' }, { dimension: 'framing', label: 'doubt' }]), version: 1, author: { id: of.teacher.id } },
  ])
  expect(JSON.stringify((await readKey(of.teacher, made.id))![0]!.note)).toContain('Who are they?')
  expect(await db.annotation.count({ where: { layerId: made.layerId } })).toBe(0)
  expect(await db.submission.count({ where: { assignmentId: made.id } })).toBe(0)
  // It is another key: what becomes of the one leaves the other alone.
  const [mine] = (await readKey(of.teacher, made.id))!
  must(await deleteAnnotation(of.teacher, mine!.id))
  expect((await readKey(of.teacher, of.id))?.map(({ id }) => id)).toEqual([passage])
})

test('a copy has the sections and the assignments, later on the same clock, and neither people nor work', async () => {
  const id = await aClass()
  must(await makeSection(teacher, id, 'Gruppe 1'))
  must(await keepClassUntil(teacher, id, '2027-07-31'))
  const { id: set } = must(await createAssignment(teacher, id, slug, form('Pier', { due: '2026-03-02T23:59', lateUntil: '2026-03-03T12:00' })))
  await db.assignment.update({ where: { id: set }, data: { revealedAt: new Date() } })
  for (const viewer of [student, stranger, signedOutViewer]) expect((await copyClass(viewer, id, { name: 'x', days: 0 })).ok).toBe(false)
  const copy = must(await copyClass(teacher, id, { name: '9b', days: 28 })).id
  expect(await readClass(teacher, copy)).toMatchObject({ name: '9b', timeZone: zone, students: 0, keepUntil: expect.stringMatching(/-09-01$/), sections: [{ name: 'Gruppe 1' }] })
  expect((await listPeople(teacher, copy))?.map(({ name }) => name)).toEqual(['Frau Weber'])
  const [before, after] = [await db.assignment.findUniqueOrThrow({ where: { id: set } }), await db.assignment.findFirstOrThrow({ where: { classId: copy } })]
  // Winter time before, summer time after: 23:59 on the wall both times.
  expect([before.dueAt, after.dueAt, after.lateUntil].map((date) => date?.toISOString())).toEqual([
    '2026-03-02T22:59:00.000Z', '2026-03-30T21:59:00.000Z', '2026-03-31T10:00:00.000Z',
  ])
  expect(after).toMatchObject({ title: 'Pier', revisionId: before.revisionId, revealedAt: null, keyLayerId: expect.any(String), points: 10, gate: 'own_submission' })
  expect(after.layerId).not.toBe(before.layerId)
  expect(after.keyLayerId).not.toBe(before.keyLayerId)
  expect(await db.layer.findUniqueOrThrow({ where: { id: after.layerId } })).toMatchObject({ kind: 'assignment', name: 'Pier' })
})

test('sections are named once, and leave their people in the class', async () => {
  const id = await aClass()
  must(await makeSection(teacher, id, 'A'))
  expect(codeOf(await makeSection(teacher, id, 'A'))).toBe('nameInUse')
  const [section] = (await readClass(teacher, id))!.sections
  must(await renameSection(teacher, id, section!.id, 'B'))
  expect(codeOf(await renameSection(teacher, await aClass(), section!.id, 'C'))).toBe('notFound')
  await db.classMember.updateMany({ where: { classId: id, userId: student.id }, data: { sectionId: section!.id } })
  const { code } = must(await invite(teacher, id, { ...wish, sectionId: section!.id }))
  for (const viewer of [student, stranger]) expect((await removeSection(viewer, id, section!.id)).ok).toBe(false)
  must(await removeSection(teacher, id, section!.id))
  expect((await listPeople(teacher, id))?.map(({ name, section: now }) => [name, now])).toEqual([['Frau Weber', null], ['Jonas', null]])
  expect(codeOf(await joinClass(await reader('Late'), null, code))).toBe('done')
})

test('a class list invites those without an account, once, into their section', async () => {
  const id = await aClass()
  const list = must(parseRoster('name,email,section\nMei,,A\nCleo,cleo@example.org,A'))
  expect(must(await addClassList(teacher, 'en', id, list))).toMatchObject({ added: 1, codes: [{ name: 'Mei' }], invited: 1, sent: true })
  expect(must(await addClassList(teacher, 'en', id, list))).toMatchObject({ added: 0, codes: [], invited: 0, left: 0 })
  expect(must(await planRoster(teacher, id, list)).entries.map(({ fate }) => fate)).toEqual(['there', 'waiting'])
  expect((await listInvitations(teacher, id)).filter(({ email }) => email).map(({ email, section, accepted }) => [email, section, accepted])).toEqual([['cleo@example.org', 'A', false]])
  // Too late to come in: invited anew, and named once; withdrawn (it bounced): invited at the right address.
  await db.classInvitation.updateMany({ where: { classId: id }, data: { expiresAt: new Date(0) } })
  expect(must(await planRoster(teacher, id, list)).entries.map(({ fate }) => fate)).toEqual(['there', 'invited'])
  expect(must(await addClassList(teacher, 'en', id, list))).toMatchObject({ invited: 1 })
  const [invited, ...others] = (await listInvitations(teacher, id)).filter(({ email }) => email)
  expect([invited!.usable, others]).toEqual([true, []])
  must(await revokeInvitation(teacher, id, invited!.id))
  const mended = must(parseRoster('name,email,section\nMei,,A\nCleo,cleo@example.com,A'))
  expect(must(await addClassList(teacher, 'en', id, mended))).toMatchObject({ added: 0, invited: 1 })
  // Who came is said to have come, and is in the class however often the list is added.
  const cleo = await db.user.create({ data: { name: 'Cleo', email: 'cleo@example.com' }, select: { id: true } })
  const [waiting] = (await listInvitations(teacher, id)).filter(({ email }) => email)
  must(await joinClass({ kind: 'user', id: cleo.id, name: 'Cleo', role: 'member' }, null, waiting!.code))
  expect((await listInvitations(teacher, id)).filter(({ email }) => email)).toMatchObject([{ accepted: true, usable: false }])
  expect(must(await planRoster(teacher, id, mended)).entries.map(({ fate }) => fate)).toEqual(['there', 'there'])
  await backgroundDone()
})

test('a class list that must stop half way invites those before by letter, and says how many are left', async () => {
  const id = await aClass()
  const person = await reader('Mr Lin')
  await db.classMember.create({ data: { classId: id, userId: person.id, role: 'teacher' } })
  const counted = countedBy(['class-mail:account', person.id], Date.now())
  await db.rateLimit.create({ data: { key: counted.key, points: 998, expire: counted.until } })
  const list = must(parseRoster(['name,email', ...[1, 2, 3, 4].map((n) => `P${n},p${n}@example.org`)].join('\n')))
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {})
  expect(must(await addClassList(person, 'en', id, list))).toMatchObject({ invited: 2, left: 2, stopped: { code: 'rateLimited' } })
  await backgroundDone()
  expect(printed.mock.calls.join().match(/To: p\d@example\.org/g)).toEqual(['To: p1@example.org', 'To: p2@example.org'])
  printed.mockRestore()
  await db.rateLimit.deleteMany()
  expect(must(await addClassList(person, 'en', id, list))).toMatchObject({ invited: 2, left: 0, stopped: null })
  await backgroundDone()
})
