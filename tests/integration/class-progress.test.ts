import { expect, test } from 'vitest'
import { assignmentIn } from '@/lib/domain/classroom/assignment'
import { deleteAccount } from '@/lib/server/account-removal'
import { openKey } from '@/lib/server/answer-key'
import { createAssignment } from '@/lib/server/assignments'
import { readClassProgress } from '@/lib/server/class-progress'
import { db } from '@/lib/server/db'
import { openWork, submitWork, takeBack } from '@/lib/server/submissions'
import { reader } from '../support/flagged-article'
import { exercise, flagIn, lesson, lessonText, must } from '../support/lesson'

/** A key of two framing passages; Ada finds one whole, Bo seven of its fifteen characters, Cy begins and Di does nothing. */
async function term() {
  const made = await lesson(['Ada', 'Bo', 'Cy', 'Di'])
  const { id, layerId, teacher, students: [ada, bo, cy] } = made
  const key = must(await openKey(teacher, id))
  await flagIn(key.layerId, teacher, 'Experts believe', ['framing:doubt'])
  await flagIn(key.layerId, teacher, 'Nobody with eyes', ['framing:loaded-language'])
  for (const [student, quote] of [[ada!, 'Experts believe'], [bo!, 'Experts']] as const) {
    must(await openWork(student, id))
    await flagIn(layerId, student, quote, ['framing:doubt'])
    must(await submitWork(student, id))
  }
  must(await openWork(cy!, id))
  await flagIn(layerId, cy!, 'can doubt it', ['framing:doubt'])
  return { ...made, keyLayerId: key.layerId }
}

const computedAt = async (assignmentId: string) => (await db.assignmentDigest.findUniqueOrThrow({ where: { assignmentId } })).computedAt.getTime()

test('shows who worked, medians against the key, agreement and what was missed, as counted by hand', async () => {
  const { id, classId, teacher } = await term()
  const progress = await readClassProgress(teacher, classId)
  expect(progress?.pending).toBe(0)
  const [point] = progress!.points
  expect(point).toMatchObject({ id, title: 'Who says so?', students: 4, worked: 3, handedIn: 2, late: 0, at: Date.UTC(2035, 11, 31, 16), counted: true })
  // Ada: P 1, R 1/2, F1 2/3. Bo: P 1, R 7/30, F1 14/37. The key has framing alone.
  const { sourcing, statement, framing } = point!.scores
  expect([sourcing, statement]).toEqual([null, null])
  expect(framing!.precision).toBe(1)
  expect(framing!.recall).toBeCloseTo((1 / 2 + 7 / 30) / 2, 3)
  expect(framing!.f1).toBeCloseTo((2 / 3 + 14 / 37) / 2, 3)
  // Two readers: fifteen characters of the one, seven of them of the other too; eight differ.
  const n = 2 * [...lessonText].length
  expect(point!.agreement.framing!.alpha).toBeCloseTo(1 - ((n - 1) * 16) / (2 * 22 * (n - 22)), 4)
  expect(point!.agreement.sourcing).toEqual({ alpha: null, undefined: 'no-annotations', interval: null })
  // Seven of fifteen characters meet the passage, which is then too short rather than missed.
  expect(point!.missed).toEqual([{ dimension: 'framing', label: 'loaded-language', wanted: 2, missed: 2 }])
  expect(progress!.lines.map(({ name, handedIn, f1, marks }) => [name, handedIn, f1 === null ? null : f1.toFixed(3), marks.map(({ state }) => state)])).toEqual([
    ['Ada', 1, '0.667', ['submitted']], ['Bo', 1, '0.378', ['submitted']], ['Cy', 0, null, ['started']], ['Di', 0, null, ['not-started']],
  ])
})

test('is for those who teach in the class, and there for nobody else', async () => {
  const { classId, students } = await term()
  const other = await lesson(['Eve'])
  const assistant = await reader('Assistant')
  await db.classMember.create({ data: { classId, userId: assistant.id, role: 'assistant' } })
  expect((await readClassProgress(assistant, classId))?.lines).toHaveLength(4)
  for (const viewer of [...students, other.teacher, await reader('Stranger'), { kind: 'signed-out' } as const]) {
    expect(await readClassProgress(viewer, classId)).toBeNull()
  }
  expect(await readClassProgress(assistant, 'no-class')).toBeNull()
})

test('judges an assignment anew only when its work, its key or the handing in changed', async () => {
  const { id, classId, layerId, keyLayerId, teacher, students: [ada, , , di] } = await term()
  const read = async () => (await readClassProgress(teacher, classId))!.points[0]!
  await read()
  let last = await computedAt(id)
  expect((await read()).counted).toBe(true)
  expect(await computedAt(id)).toBe(last)
  const anew = async (change: () => Promise<unknown>) => {
    await change()
    const point = await read()
    const now = await computedAt(id)
    expect(now).toBeGreaterThan(last)
    last = now
    return point
  }
  // Looking, and being named anew, change nothing.
  await db.user.update({ where: { id: ada!.id }, data: { name: 'Ada L.' } })
  await read()
  expect(await computedAt(id)).toBe(last)
  expect((await anew(() => flagIn(keyLayerId, teacher, 'The mayor said nothing', ['sourcing:named-person']))).scores.sourcing).toEqual({ precision: 0, recall: 0, f1: 0 })
  const joined = await anew(async () => {
    must(await openWork(di!, id))
    await flagIn(layerId, di!, 'Experts believe', ['framing:doubt'])
    must(await submitWork(di!, id))
  })
  expect([joined.handedIn, joined.scores.framing!.f1.toFixed(3)]).toEqual([3, '0.667'])
  const back = await anew(async () => must(await takeBack(ada!, id)))
  expect([back.worked, back.handedIn]).toEqual([4, 2])
})

test('of several assignments stands in order of their due dates, and of none is empty', async () => {
  const { id, classId, slug, teacher, students: [ada] } = await term()
  const set = async (title: string, due: string | null, opens: string | null = null) =>
    must(await createAssignment(teacher, classId, slug, assignmentIn('Asia/Taipei').parse({ ...exercise, title, due, opens, requirement: { flags: 0, dimensions: { sourcing: 0, statement: 0, framing: 0 } } }))).id
  const [later, sooner] = [await set('Later', '2037-01-01T00:00'), await set('Sooner', '2034-01-01T00:00')]
  await set('Not open', '2033-06-01T00:00', '2033-01-01T00:00')
  must(await openWork(ada!, sooner))
  must(await submitWork(ada!, sooner))
  const progress = await readClassProgress(teacher, classId)
  expect(progress!.points.map((point) => [point.id, point.handedIn])).toEqual([[sooner, 1], [id, 2], [later, 0]])
  expect(progress!.points[0]!.agreement.framing).toMatchObject({ alpha: null, undefined: 'fewer-than-two-annotators' })
  expect(progress!.lines[0]!.marks.map(({ state }) => state)).toEqual(['submitted', 'submitted', 'not-started'])
  const empty = await lesson([])
  await db.assignment.deleteMany({ where: { classId: empty.classId } })
  expect(await readClassProgress(empty.teacher, empty.classId)).toEqual({ points: [], lines: [], pending: 0 })
})

test('keeps nothing of somebody who left for good', async () => {
  const { id, classId, teacher, students: [ada, bo] } = await term()
  await readClassProgress(teacher, classId)
  must(await deleteAccount(ada!, 'delete'))
  expect(await db.assignmentDigest.findMany({ where: { assignmentId: id } })).toEqual([])
  const [point] = (await readClassProgress(teacher, classId))!.points
  expect([point!.students, point!.handedIn, point!.scores.framing!.f1.toFixed(3)]).toEqual([3, 1, '0.378'])
  const kept = await db.assignmentDigest.findUniqueOrThrow({ where: { assignmentId: id } })
  expect(JSON.stringify(kept.content)).toContain(bo!.id)
  expect(JSON.stringify(kept.content)).not.toContain(ada!.id)
})
