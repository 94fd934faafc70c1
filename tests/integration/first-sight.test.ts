import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { gates, type Gate } from '@/lib/domain/classroom/gate'
import type { Result } from '@/lib/domain/problem'
import { exportAccount } from '@/lib/server/account-export'
import { deleteAnnotation } from '@/lib/server/annotations'
import { readAnnotationHistory } from '@/lib/server/annotation-history'
import { readAssignment } from '@/lib/server/assignment-view'
import { noteProjection } from '@/lib/server/assignments'
import { readBoard } from '@/lib/server/board'
import { db } from '@/lib/server/db'
import { releaseGrades, setGrade } from '@/lib/server/grades'
import { readJudgedWork } from '@/lib/server/judged-work'
import { listAnnotations } from '@/lib/server/annotation-list'
import { mayFollow } from '@/lib/server/live'
import type { LiveHub } from '@/lib/server/live-hub'
import { openWork, submitWork, takeBack } from '@/lib/server/submissions'
import { readSummary } from '@/lib/server/summaries'
import { askEverything, routeFiles } from '../support/blind-answers'
import { advance, blindClass, keyNote, noteOf, type BlindClass } from '../support/blind-class'
import { blindRoutes } from '../support/blind-routes'
import { flagIn, lesson, must } from '../support/lesson'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next-intl', () => import('../support/untranslated'))
vi.mock('next-intl/server', () => import('../support/untranslated'))
vi.mock('next/link', () => ({ default: 'a' }))
vi.mock('react', async (load) => ({ ...(await load<object>()), ...(await import('../support/per-request')) }))

afterAll(() => (globalThis as { glossLive?: LiveHub }).glossLive?.close())

const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.problems[0]?.code)
const sightsOf = (assignmentId: string) => db.firstSight.findMany({ where: { assignmentId }, select: { userId: true } }).then((rows) => rows.map(({ userId }) => userId))

/** Two students have flagged and handed in, with or without made-up names, and nothing is due. */
async function handedIn(gate: Gate, groupSize: number | null = null, pseudonyms = true) {
  const of = await lesson(['Ada First', 'Bo Second'], { gate, gateFlags: 1, due: null, groupSize, pseudonyms })
  const [ada, bo] = [of.students[0]!, of.students[1]!]
  const flags: string[] = []
  for (const student of [ada, bo]) {
    must(await openWork(student, of.id))
    flags.push(await flagIn(of.layerId, student, 'Experts believe', ['sourcing:unnamed-bare']))
  }
  must(await submitWork(bo, of.id))
  must(await submitWork(ada, of.id))
  return { ...of, ada, bo, flags }
}

/** Every page and door of a class, asked one after the other by a student who has not seen anything yet. */
describe.each(gates)('behind the gate "%s" handed-in work stays exactly where something of the others, or of the key, was served:', (gate) => {
  let of: BlindClass
  beforeAll(async () => {
    of = await blindClass(gate, false)
    await advance(of, 'before')
    await advance(of, 'theirs')
    if (gate !== 'own-submission') must(await submitWork(of.students.One, of.id))
    if (gate === 'due') await advance(of, 'late')
    if (gate === 'reveal') await advance(of, 'revealed')
  }, 60_000)

  test.each(routeFiles.filter((file) => blindRoutes[file] && blindRoutes[file].for !== 'everybody'))('%s', async (file) => {
    const { One, ...others } = of.students
    await db.firstSight.deleteMany({ where: { assignmentId: of.id } })
    const asked = await askEverything(One, of, (row) => row === blindRoutes[file])
    const theirs = [...Object.values(others).map(({ name }) => noteOf(name)), keyNote]
    const told = asked.some(({ words }) => theirs.some((note) => words.includes(note)))
    // A summary tells numbers of the others and none of their words; what is served whole may hold nothing but names.
    const counted = asked.some(({ status, at }) => status === 200 && at.startsWith('GET') && /summary|export|annotations\/route|events/.test(at)) || /work\/\[userId\]/.test(file)
    const seen = (await sightsOf(of.id)).includes(One.id)
    if (told) expect(seen).toBe(true)
    else if (!counted) expect(seen).toBe(false)
    await db.assignment.update({ where: { id: of.id }, data: { dueAt: null, lateUntil: null } })
    expect((await readAssignment(One, of.id))?.own?.kept).toBe(seen ? 'seen' : null)
    if (seen) expect(codeOf(await takeBack(One, of.id))).toBe('workSeen')
    if (gate === 'due') await advance(of, 'late')
  })
})

test('nothing seen: taking back works as ever', async () => {
  const { ada, bo, id } = await handedIn('reveal')
  expect((await readAssignment(ada, id))?.own).toMatchObject({ kept: null, seen: false })
  must(await takeBack(ada, id))
  must(await submitWork(ada, id))
  expect(await sightsOf(id)).toEqual([])
  must(await takeBack(bo, id))
})

test('behind "own submission" nobody has seen anything while nobody else handed in', async () => {
  const of = await lesson(['Ada First', 'Bo Second'], { due: null })
  const [ada] = of.students
  must(await openWork(ada!, of.id))
  await flagIn(of.layerId, ada!, 'Experts believe', ['sourcing:unnamed-bare'])
  must(await submitWork(ada!, of.id))
  expect((await listAnnotations(ada!, of.layerId))!.standing).toHaveLength(1)
  expect(await readSummary(ada!, of.layerId)).not.toBeNull()
  expect((await readJudgedWork(ada!, of.id, ada!.id))?.others).toMatchObject({ people: 0 })
  expect(await sightsOf(of.id)).toEqual([])
  must(await takeBack(ada!, of.id))
})

test.each<[string, (of: Awaited<ReturnType<typeof handedIn>>) => Promise<unknown>]>([
  ['the list of flags', ({ ada, layerId }) => listAnnotations(ada, layerId)],
  ['the summary', ({ ada, layerId }) => readSummary(ada, layerId)],
  ['what the class said of their own passages', ({ ada, id }) => readJudgedWork(ada, id, ada.id)],
  ['the history of another’s flag', async ({ ada, id, layerId, flags }) => {
    await db.assignment.update({ where: { id }, data: { revealedAt: new Date(), pseudonyms: false } })
    expect(await readAnnotationHistory(ada, layerId, flags[1]!)).not.toBeNull()
  }],
  ['the live events', async ({ ada, id, layerId }) => {
    await db.assignment.update({ where: { id }, data: { revealedAt: new Date(), pseudonyms: false } })
    expect(await mayFollow(ada, layerId)).toBe(true)
  }],
  ['their grade', async ({ ada, id, teacher }) => {
    await db.assignment.update({ where: { id }, data: { gate: 'reveal' } })
    must(await setGrade(teacher, id, ada.id, { points: 3, comment: null }))
    await readJudgedWork(ada, id, ada.id)
    expect(await sightsOf(id)).toEqual([])
    must(await releaseGrades(teacher, id, true))
    await readJudgedWork(ada, id, ada.id)
  }],
  ['their grade, in what is kept of their account', async ({ ada, id, teacher }) => {
    await db.assignment.update({ where: { id }, data: { gate: 'reveal' } })
    must(await setGrade(teacher, id, ada.id, { points: 3, comment: null }))
    await exportAccount(ada)
    expect(await sightsOf(id)).toEqual([])
    must(await releaseGrades(teacher, id, true))
    await exportAccount(ada)
  }],
])('after %s was served, the first hand-in counts', async (_, serve) => {
  const of = await handedIn('own-submission')
  await serve(of)
  expect(await sightsOf(of.id)).toEqual([of.ada.id])
  expect(codeOf(await takeBack(of.ada, of.id))).toBe('workSeen')
  expect(codeOf(await takeBack(of.bo, of.id))).toBe('done')
  expect(await db.submission.count({ where: { assignmentId: of.id, submittedAt: { not: null } } })).toBe(1)
})

test('one’s own history and a refused door are no sight', async () => {
  const { ada, id, layerId, flags } = await handedIn('own-submission')
  await readAnnotationHistory(ada, layerId, flags[0]!)
  expect(await mayFollow(ada, layerId)).toBe(false)
  expect(await sightsOf(id)).toEqual([])
})

test('a group has seen what one of them has', async () => {
  const of = await lesson(['A', 'B', 'C', 'D'], { due: null, groupSize: 2 })
  for (const student of of.students) {
    must(await openWork(student, of.id))
    await flagIn(of.layerId, student, 'Experts believe', ['sourcing:unnamed-bare'])
    must(await submitWork(student, of.id))
  }
  const parts = await db.submission.findMany({ where: { assignmentId: of.id }, select: { userId: true, group: true } })
  const groupOf = (id: string) => parts.find(({ userId }) => userId === id)!.group
  const first = of.students[0]!
  await listAnnotations(first, of.layerId)
  for (const student of of.students) expect(codeOf(await takeBack(student, of.id))).toBe(groupOf(student.id) === groupOf(first.id) ? 'workSeen' : 'done')
})

test('what a class saw on the projector stays as it was handed in, whoever has looked by themselves', async () => {
  const { ada, id, teacher } = await handedIn('reveal')
  expect(codeOf(await noteProjection(ada, id))).toBe('notAllowed')
  must(await noteProjection(teacher, id))
  must(await noteProjection(teacher, id))
  expect(await db.auditRow.count({ where: { action: 'assignment.projected', subjectId: id } })).toBe(1)
  expect((await readAssignment(ada, id))?.own).toMatchObject({ kept: 'projected', seen: true })
  expect(codeOf(await takeBack(ada, id))).toBe('workProjected')
})

test('whoever looks and takes back at once gets one of the two', async () => {
  for (let round = 0; round < 8; round += 1) {
    const { ada, id, layerId } = await handedIn('own-submission')
    const [seen, taken] = await Promise.all([listAnnotations(ada, layerId), takeBack(ada, id)])
    expect([seen!.standing.length, codeOf(taken)].join()).toMatch(/^(2,workSeen|1,done)$/)
  }
}, 60_000)

test('those who teach see which flags were made or changed after the others’ work was seen', async () => {
  const of = await lesson(['Ada First', 'Bo Second'], { gate: 'own-flags', gateFlags: 1, due: null })
  const [ada, bo] = [of.students[0]!, of.students[1]!]
  for (const student of [bo, ada]) {
    must(await openWork(student, of.id))
    await flagIn(of.layerId, student, 'Experts believe', ['sourcing:unnamed-bare'])
  }
  must(await submitWork(bo, of.id))
  expect((await listAnnotations(ada, of.layerId))!.standing).toHaveLength(2)
  const after = await flagIn(of.layerId, ada, 'Nobody', ['framing:doubt'])
  const gone = await flagIn(of.layerId, ada, 'The mayor', ['framing:doubt'])
  must(await deleteAnnotation(ada, gone))
  must(await submitWork(ada, of.id))
  expect((await readJudgedWork(of.teacher, of.id, ada.id))?.afterSight).toEqual([after])
  expect((await readJudgedWork(ada, of.id, ada.id))?.afterSight).toEqual([])
  expect((await readBoard(of.teacher, of.id))?.lines.map(({ name, afterSight }) => [name, afterSight])).toEqual([['Ada First', 1], ['Bo Second', 0]])
  await db.assignment.update({ where: { id: of.id }, data: { gate: 'open' } })
  expect((await readBoard(of.teacher, of.id))?.lines.map(({ afterSight }) => afterSight)).toEqual([0, 0])
})

