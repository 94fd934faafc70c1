import { describe, expect, test } from 'vitest'
import { parseRoster } from '@/lib/domain/classroom/roster'
import type { Result } from '@/lib/domain/problem'
import { systemViewer, type SignedIn } from '@/lib/domain/viewer'
import { parseCursor } from '@/lib/domain/live-cursor'
import { exportAccount } from '@/lib/server/account-export'
import { deleteAccount } from '@/lib/server/account-removal'
import { readExportedOne } from '@/lib/server/annotation-export'
import { openKey } from '@/lib/server/answer-key'
import { listAnnotations } from '@/lib/server/annotation-list'
import { readArticle } from '@/lib/server/articles'
import { exportClass } from '@/lib/server/class-export'
import { addRoster, removeMember } from '@/lib/server/class-people'
import { tellOfClassesLeaving } from '@/lib/server/class-keep-notices'
import { countClassContents, deleteClass, keepClass, removeDueClasses } from '@/lib/server/class-removal'
import { graceDays, keepClassUntil, readClass } from '@/lib/server/classes'
import { db, pool } from '@/lib/server/db'
import { sayFullReading } from '@/lib/server/full-readings'
import { giveFeedback } from '@/lib/server/feedback'
import { setGrade } from '@/lib/server/grades'
import { readJudgedWork } from '@/lib/server/judged-work'
import { currentCursor, readNews } from '@/lib/server/live-events'
import { openWork, submitWork } from '@/lib/server/submissions'
import { eraseStudent, listFormerStudents } from '@/lib/server/student-erasure'
import { readSummary } from '@/lib/server/summaries'
import { flaggedArticle, reader } from '../support/flagged-article'
import { flagIn, lesson, must } from '../support/lesson'

const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.problems[0]?.code)
const later = (days: number) => new Date(Date.now() + days * 86_400_000)

/** A lesson with work, a key, words to a student, and an account that the class keeps. */
async function taught() {
  const of = await lesson(['One'])
  const [one] = of.students
  const [mei] = must(await addRoster(of.teacher, of.classId, must(parseRoster('Mei')))).codes
  must(await openWork(one!, of.id))
  const own = await flagIn(of.layerId, one!, 'Experts believe', ['sourcing:unnamed-bare'], 'words that must go')
  must(await submitWork(one!, of.id))
  await flagIn(must(await openKey(of.teacher, of.id)).layerId, of.teacher, 'The mayor', ['sourcing:named-person'])
  must(await giveFeedback(of.teacher, of.id, one!.id, { annotationId: own, keyAnnotationId: null }, 'feedback that must go'))
  return { ...of, one: one!, mei: mei!.userId, own }
}

/** Everything in every table, as text. */
async function everything(): Promise<string> {
  const { rows: tables } = await pool.query<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_name not like '\\_%'`)
  const texts = await Promise.all(tables.map(({ name }) => pool.query<{ all: string }>(`select coalesce(json_agg(t), '[]')::text as all from "${name}" t`)))
  return texts.map(({ rows }) => rows[0]?.all).join('\n')
}

describe('a class', () => {
  test('is counted, deleted after its days of grace, and then in no table', async () => {
    const of = await taught()
    expect(await countClassContents(of.teacher, of.classId)).toEqual({ students: 2, accounts: 1, assignments: 1, submissions: 1, annotations: 2, feedback: 1 })
    expect(await countClassContents(of.one, of.classId)).toBeNull()
    expect(codeOf(await deleteClass(of.one, of.classId))).toBe('notAllowed')
    must(await deleteClass(of.teacher, of.classId))
    expect(await removeDueClasses(systemViewer, later(graceDays - 1))).toBe(0)
    must(await keepClass(of.teacher, of.classId))
    expect(await removeDueClasses(systemViewer, later(graceDays + 1))).toBe(0)
    must(await deleteClass(of.teacher, of.classId))
    expect(await removeDueClasses(systemViewer, later(graceDays + 1))).toBe(1)
    expect(await readClass(of.teacher, of.classId)).toBeNull()
    const left = await everything()
    for (const gone of ['words that must go', 'feedback that must go', of.mei, of.own, of.id, of.layerId]) expect([gone, left.includes(gone)]).toEqual([gone, false])
    expect(left).toContain(of.slug)
    expect(left).toContain(of.one.id)
  })

  test('goes by itself when its day of keeping has passed, and only the system removes', async () => {
    const of = await taught()
    expect(codeOf(await keepClassUntil(of.teacher, of.classId, '2020-07-31'))).toBe('dateTooSoon')
    must(await keepClassUntil(of.teacher, of.classId, '2031-07-31'))
    // The other classes of these tests have a day of their own.
    await db.class.updateMany({ where: { id: { not: of.classId } }, data: { keepUntil: null } })
    // Nobody was told: it stays.
    expect(await removeDueClasses(systemViewer, new Date('2031-08-01T12:00Z'))).toBe(0)
    expect(await tellOfClassesLeaving(systemViewer, new Date('2031-07-16T12:00Z'))).toBe(0)
    const told = await Promise.all([1, 2].map(() => tellOfClassesLeaving(systemViewer, new Date('2031-07-17T12:00Z'))))
    expect(told.sort()).toEqual([0, 1])
    expect(await removeDueClasses(of.teacher, new Date('2031-08-02T00:00Z'))).toBe(0)
    expect(await removeDueClasses(systemViewer, new Date('2031-07-31T12:00Z'))).toBe(0)
    expect(await removeDueClasses(systemViewer, new Date('2031-08-01T12:00Z'))).toBe(1)
  })

  test('is exported whole by who runs it', async () => {
    const of = await taught()
    expect(await exportClass(of.one, of.classId)).toBeNull()
    const text = await new Response(await exportClass(of.teacher, of.classId)).text()
    const file = JSON.parse(text) as { people: unknown[]; assignments: { work: { annotations: unknown[] }[]; key: unknown[]; feedback: unknown[]; submissions: unknown[] }[] }
    expect([file.people.length, file.assignments.length, file.assignments[0]!.work.length, file.assignments[0]!.key.length, file.assignments[0]!.feedback.length]).toEqual([3, 1, 1, 1, 1])
    expect(file.assignments[0]).toMatchObject({ gate: 'own_submission', submissions: [{ userId: of.one.id, submittedAt: expect.stringMatching(/T\d\d:\d\d:\d\d\+08:00$/), takenBackAt: null }], feedback: [{ author: { name: 'Teacher' } }] })
  })
})

describe('a student on paper', () => {
  const signedIn = (id: string): SignedIn => ({ kind: 'user', id, name: 'Mei', role: 'member', managed: true })
  /** Mei has flagged, handed in, was graded and spoken to, and is signed in. */
  async function atWork() {
    const of = await taught()
    const mei = signedIn(of.mei)
    await db.session.create({ data: { userId: of.mei, expiresAt: later(9) }, select: { id: true } })
    must(await openWork(mei, of.id))
    const flag = await flagIn(of.layerId, mei, 'Experts believe', ['sourcing:unnamed-bare'], 'a note by the pupil')
    must(await submitWork(mei, of.id))
    must(await giveFeedback(of.teacher, of.id, of.mei, { annotationId: flag, keyAnnotationId: null }, 'words to the pupil'))
    must(await setGrade(of.teacher, of.id, of.mei, { points: 2, comment: 'on the whole' }))
    return { ...of, flag }
  }

  test('who is taken out is signed out, and the code opens nothing; they stay on a list', async () => {
    const of = await atWork()
    must(await removeMember(of.teacher, of.classId, of.mei))
    expect(await db.session.count({ where: { userId: of.mei } })).toBe(0)
    expect(await db.user.findUnique({ where: { id: of.mei }, select: { signInCodeHash: true } })).toEqual({ signInCodeHash: null })
    expect(await listFormerStudents(of.teacher, of.classId)).toEqual([{ id: of.mei, name: 'Mei', flags: 1 }])
    for (const viewer of [of.one, await reader('Nobody', 'admin')]) expect(await listFormerStudents(viewer, of.classId)).toBeNull()
    must(await eraseStudent(of.teacher, of.classId, of.mei))
    expect(await listFormerStudents(of.teacher, of.classId)).toEqual([])
  })

  test('is erased alone, from every table, and the others’ work stays', async () => {
    const of = await atWork()
    for (const viewer of [of.one, signedIn(of.mei), await reader('Nobody', 'admin')]) expect(codeOf(await eraseStudent(viewer, of.classId, of.mei))).not.toBe('done')
    expect(codeOf(await eraseStudent(of.teacher, of.classId, of.one.id))).toBe('notFound')
    must(await eraseStudent(of.teacher, of.classId, of.mei))
    expect(codeOf(await eraseStudent(of.teacher, of.classId, of.mei))).toBe('notFound')
    const left = await everything()
    for (const gone of [of.mei, of.flag, 'a note by the pupil', 'words to the pupil', 'on the whole']) expect([gone, left.includes(gone)]).toEqual([gone, false])
    for (const stays of ['words that must go', 'feedback that must go', of.own]) expect([stays, left.includes(stays)]).toEqual([stays, true])
  })

  test('who is in another class, too, keeps the account there', async () => {
    const of = await atWork()
    const other = await lesson([])
    await db.classMember.create({ data: { classId: other.classId, userId: of.mei, role: 'student' } })
    must(await eraseStudent(of.teacher, of.classId, of.mei))
    expect(await db.user.findUnique({ where: { id: of.mei }, select: { managedById: true, annotations: { select: { id: true } }, submissions: { select: { userId: true } } } }))
      .toEqual({ managedById: other.classId, annotations: [], submissions: [] })
    expect(await listFormerStudents(of.teacher, of.classId)).toEqual([])
  })
})

describe('an account', () => {
  test('its export says which texts its owner read all of', async () => {
    const ann = await reader('Ann')
    const { layerId } = await flaggedArticle(ann, { title: 'x', text: 'A text.' })
    must(await sayFullReading(ann, layerId, true))
    expect(await exportAccount(ann)).toMatchObject({ readings: [{ layerId, revision: 1, saidAt: expect.any(Date) }] })
  })

  const text = 'The mayor said nothing. Experts believe that she will resign.'
  test.each(['delete', 'keep-without-name'] as const)('goes at its owner’s wish; annotations: %s', async (wish) => {
    const [owner, leaving] = [await reader('Owner'), await reader(`Leaving ${wish}`)]
    const article = await flaggedArticle(owner, { title: 'x', text }, [{ by: leaving, on: 'Experts believe', labels: ['sourcing:unnamed-bare'] }])
    const own = await flaggedArticle(leaving, { title: 'mine, read by nobody', text })
    const shared = await flaggedArticle(leaving, { title: 'mine, read by others', text }, [{ by: owner, on: 'The mayor', labels: ['sourcing:named-person'] }])
    expect((await readSummary(owner, article.layerId))?.summary.annotations).toBe(1)
    expect(JSON.stringify(await exportAccount(leaving))).toContain('Experts believe')
    must(await deleteAccount(leaving, wish))
    const there = (await listAnnotations(owner, article.layerId))!.standing.map(({ author }) => author.name)
    expect(there).toEqual(wish === 'delete' ? [] : ['—'])
    expect((await readSummary(owner, article.layerId))?.summary.annotations).toBe(wish === 'delete' ? 0 : 1)
    expect(await db.article.count({ where: { id: own.id } })).toBe(0)
    expect(await db.article.count({ where: { id: shared.id } })).toBe(1)
    expect(await everything()).not.toContain(`Leaving ${wish}`)
  })

  test.each(['delete', 'keep-without-name'] as const)('tells the pages that are open: %s', async (wish) => {
    const [owner, leaving] = [await reader('Owner'), await reader(`Leaving ${wish}`)]
    const { layerId } = await flaggedArticle(owner, { title: 'x', text }, [{ by: leaving, on: 'Experts believe', labels: ['sourcing:unnamed-bare'] }])
    const { id } = await db.annotation.findFirstOrThrow({ where: { layerId } })
    const since = parseCursor(await currentCursor())!
    must(await deleteAccount(leaving, wish))
    const told = (await readNews(layerId, since))!.events.map(({ name, data }) => [name, 'id' in data && data.id, 'reader' in data && data.reader?.author.name])
    expect(told).toEqual([wish === 'delete' ? ['annotation.deleted', id, undefined] : ['annotation.updated', id, '—']])
    const exported = await readExportedOne(owner, layerId, id)
    expect(wish === 'delete' ? exported : typeof exported).toBe(wish === 'delete' ? 'deleted' : 'object')
  })

  test('leaves students what it said to them, under nobody’s name', async () => {
    const of = await taught()
    const leaving = await reader('Leaving assistant')
    await db.classMember.create({ data: { classId: of.classId, userId: leaving.id, role: 'assistant' } })
    must(await giveFeedback(leaving, of.id, of.one.id, { annotationId: of.own, keyAnnotationId: null }, 'Look again.'))
    must(await deleteAccount(leaving, 'delete'))
    const { feedback } = (await readJudgedWork(of.teacher, of.id, of.one.id))!
    expect(feedback.map(({ words, author }) => [words, author])).toEqual([['feedback that must go', 'Teacher'], ['Look again.', '—']])
  })

  test('stays while a class needs it, or keeps it', async () => {
    const of = await taught()
    expect(codeOf(await deleteAccount(of.teacher, 'delete'))).toBe('lastTeacher')
    expect(codeOf(await deleteAccount({ kind: 'user', id: of.mei, name: 'Mei', role: 'member', managed: true }, 'delete'))).toBe('notAllowed')
    expect((await readArticle(of.teacher, of.slug))?.slug).toBe(of.slug)
  })
})
