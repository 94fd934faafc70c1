import { describe, expect, test } from 'vitest'
import type { Result } from '@/lib/domain/problem'
import { adoptIntoKey, openKey } from '@/lib/server/answer-key'
import { readingCodebook } from '@/lib/domain/codebook/reading'
import { parseW3cItems } from '@/lib/domain/formats/w3c'
import { deleteAnnotation, restoreAnnotation, updateAnnotation } from '@/lib/server/annotations'
import { writeIncoming } from '@/lib/server/incoming-annotations'
import { readArticle } from '@/lib/server/articles'
import { readAssignment } from '@/lib/server/assignment-view'
import { reveal } from '@/lib/server/assignments'
import { copyClass } from '@/lib/server/class-copy'
import { readBoard } from '@/lib/server/board'
import { readClassResults } from '@/lib/server/class-results'
import { db } from '@/lib/server/db'
import { dropComment, giveFeedback, keepComment, listComments, withdrawFeedback } from '@/lib/server/feedback'
import { proposeGrades, readGrade, readGrades, releaseGrades, setGrade } from '@/lib/server/grades'
import { listKeySources } from '@/lib/server/key-sources'
import { readJudgedWork } from '@/lib/server/judged-work'
import { openWork, submitWork } from '@/lib/server/submissions'
import { reader } from '../support/flagged-article'
import { editLesson, flagIn, lesson, lessonText, must } from '../support/lesson'

const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.problems[0]?.code)
const rubric = [{ words: 'Framing', points: 8, measure: 'framing' as const }, { words: 'Effort', points: 2, measure: 'requirement' as const }]

/** A lesson whose key has two passages of framing; One found the first, Two marked something else. */
async function graded() {
  const of = await lesson(['One', 'Two', 'Three'], { rubric })
  const [one, two, three] = of.students as [typeof of.teacher, typeof of.teacher, typeof of.teacher]
  const { layerId: key } = must(await openKey(of.teacher, of.id))
  const first = await flagIn(key, of.teacher, 'Nobody with eyes in their head', ['framing:loaded-language'], 'Who doubts is called blind.')
  await flagIn(key, of.teacher, 'Experts believe', ['framing:doubt'])
  for (const student of [one, two, three]) must(await openWork(student, of.id))
  const own = await flagIn(of.layerId, one, 'Nobody with eyes in their head', ['framing:loaded-language'])
  await flagIn(of.layerId, two, 'The mayor said nothing', ['framing:loaded-language'])
  return { ...of, one, two, three, key, first, own }
}

describe('grades', () => {
  test('are proposed from the key, changed by hand, and told when released', async () => {
    const of = await graded()
    for (const student of [of.one, of.two]) must(await submitWork(student, of.id))
    expect(must(await proposeGrades(of.teacher, of.id))).toEqual({ changed: 2 })
    expect(must(await proposeGrades(of.teacher, of.id))).toEqual({ changed: 0 })
    const grades = (await readGrades(of.teacher, of.id))!
    // One found one of two passages whole: P 1, R 1/2, F1 2/3 of eight points, and two for what was asked.
    expect(grades.map(({ student, points, changed }) => [student.name, points, changed])).toEqual([['One', 7.3, null], ['Three', null, null], ['Two', 2, null]])
    expect(codeOf(await setGrade(of.teacher, of.id, of.one.id, { points: 11, comment: null }))).toBe('pointsOutside')
    must(await setGrade(of.teacher, of.id, of.one.id, { points: 9, comment: 'Well seen.' }))
    must(await giveFeedback(of.teacher, of.id, of.one.id, { annotationId: of.own, keyAnnotationId: of.first }, 'Exactly.'))
    expect(codeOf(await giveFeedback(of.teacher, of.id, of.two.id, { annotationId: of.own, keyAnnotationId: null }, 'x'))).toBe('notFound')

    // Handed in and past its gate, but it could still be taken back: the key stays shut.
    const beside = (await readJudgedWork(of.one, of.id, of.one.id))!
    expect(beside).toMatchObject({ key: [], result: null, points: null, feedback: [], annotations: [{ id: of.own }] })
    // Beside the class it is at once: of one other who handed in, none said the same.
    expect(beside.others).toEqual({ people: 1, places: { [of.own]: { same: 0, other: 0 } } })
    const before = (await readJudgedWork(of.one, of.id, of.one.id, new Date('2036-01-02T00:00Z')))!
    expect([before.points, before.comment, before.feedback]).toEqual([null, null, []])
    expect(before.result!.framing.judged.map(({ verdict }) => verdict)).toEqual(['found', 'missed'])
    expect(await readJudgedWork(of.three, of.id, of.three.id)).toBeNull()
    expect(await readJudgedWork(of.two, of.id, of.one.id)).toBeNull()
    expect((await readAssignment(of.one, of.id))?.own).toMatchObject({ seesGrade: false })
    expect(must(await releaseGrades(of.teacher, of.id, true))).toEqual({ count: 2 })
    expect((await readAssignment(of.one, of.id))?.own).toMatchObject({ seesGrade: true, seesKey: false })
    expect((await readAssignment(of.three, of.id))?.own).toMatchObject({ seesGrade: false })
    const after = (await readJudgedWork(of.one, of.id, of.one.id))!
    expect([after.points, after.comment, after.feedback.map(({ words }) => words)]).toEqual([9, 'Well seen.', ['Exactly.']])
    // The grade is told; the key could still be copied, and stays shut: no passage, no verdict, no name of one.
    expect(after).toMatchObject({ key: [], result: null, annotations: [{ id: of.own }], feedback: [{ annotationId: of.own, keyAnnotationId: null }] })
    expect(JSON.stringify(after)).not.toMatch(new RegExp(`${of.first}|Who doubts is called blind`))
    const open = (await readJudgedWork(of.one, of.id, of.one.id, new Date('2036-01-02T00:00Z')))!
    expect([open.key.length, open.feedback[0]?.keyAnnotationId]).toEqual([2, of.first])
    expect(codeOf(await setGrade(of.one, of.id, of.one.id, { points: 10, comment: null }))).toBe('notAllowed')
    expect(await readGrades(of.one, of.id)).toBeNull()
  })

  test('are not proposed where nothing can be measured, and what was proposed before is taken back', async () => {
    const of = await graded()
    for (const student of [of.one, of.two]) must(await submitWork(student, of.id))
    must(await proposeGrades(of.teacher, of.id))
    await db.assignment.update({ where: { id: of.id }, data: { rubric: [{ words: 'Thought', points: 10, measure: 'by-hand' }] } })
    const told = async () => (await readGrades(of.teacher, of.id))!.map(({ student, points, changed }) => [student.name, points, changed])
    expect(await told()).toEqual([['One', 7.3, { points: null }], ['Three', null, null], ['Two', 2, { points: null }]])
    expect(must(await proposeGrades(of.teacher, of.id))).toEqual({ changed: 2 })
    expect(await told()).toEqual([['One', null, null], ['Three', null, null], ['Two', null, null]])
    expect(must(await proposeGrades(of.teacher, of.id))).toEqual({ changed: 0 })
  })

  test('a key that changes shows what would change, and leaves what was set by hand', async () => {
    const of = await graded()
    for (const student of [of.one, of.two]) must(await submitWork(student, of.id))
    must(await proposeGrades(of.teacher, of.id))
    must(await setGrade(of.teacher, of.id, of.two.id, { points: 5, comment: null }))
    must(await deleteAnnotation(of.teacher, of.first))
    const changed = (await readGrades(of.teacher, of.id))!.filter((grade) => grade.changed)
    expect(changed.map(({ student, points, changed: now }) => [student.name, points, now?.points])).toEqual([['One', 7.3, 2]])
    must(await proposeGrades(of.teacher, of.id))
    expect((await readGrades(of.teacher, of.id))!.map(({ student, points }) => [student.name, points])).toEqual([['One', 2], ['Three', null], ['Two', 5]])
  })

  test('of one student come with who is before and after them, and no other', async () => {
    const of = await graded()
    must(await submitWork(of.one, of.id))
    must(await proposeGrades(of.teacher, of.id))
    expect(await readGrade(of.teacher, of.id, of.one.id)).toMatchObject({ grade: { student: { name: 'One' }, points: 7.3 }, before: null, after: { name: 'Three' } })
    expect(await readGrade(of.teacher, of.id, of.two.id)).toMatchObject({ grade: { points: null }, before: { name: 'Three' }, after: null })
    must(await deleteAnnotation(of.teacher, of.first))
    expect(await readGrade(of.teacher, of.id, of.one.id)).toMatchObject({ grade: { points: 7.3, changed: { points: 2 } } })
    for (const [viewer, student] of [[of.teacher, of.teacher], [of.one, of.one], [await reader('Nobody', 'admin'), of.one]] as const) expect(await readGrade(viewer, of.id, student.id)).toBeNull()
  })

  test('comments are kept once, and a word can be taken back', async () => {
    const of = await graded()
    for (const words of ['Look at the source.', 'Look at the source.', 'Good.']) must(await keepComment(of.teacher, of.id, words))
    expect((await listComments(of.teacher, of.id)).map(({ words }) => words)).toEqual(['Good.', 'Look at the source.'])
    expect(await listComments(of.one, of.id)).toEqual([])
    const [good] = await listComments(of.teacher, of.id)
    expect(codeOf(await dropComment(of.one, of.id, good!.id))).toBe('notAllowed')
    for (let twice = 0; twice < 2; twice += 1) must(await dropComment(of.teacher, of.id, good!.id))
    expect((await listComments(of.teacher, of.id)).map(({ words }) => words)).toEqual(['Look at the source.'])
    const { id } = must(await giveFeedback(of.teacher, of.id, of.one.id, { annotationId: of.own, keyAnnotationId: null }, 'Hm.'))
    must(await withdrawFeedback(of.teacher, of.id, id))
    expect((await readJudgedWork(of.teacher, of.id, of.one.id))!.feedback).toEqual([])
  })
})

describe('the key', () => {
  test('of an article that was edited since stands on the revision that everybody reads, adopted or imported', async () => {
    const of = await lesson(['One'])
    const article = (await readArticle(of.teacher, of.slug))!
    await flagIn(article.layer.id, of.teacher, 'Experts believe', ['sourcing:unnamed-bare'])
    await editLesson(of.teacher, of.slug, `A new first sentence. ${lessonText}`)
    expect(must(await adoptIntoKey(of.teacher, of.id, article.layer.id, 'mine'))).toEqual({ taken: 1 })
    const { layerId } = must(await openKey(of.teacher, of.id))
    const item = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', target: { source: `http://localhost:3000/articles/${of.slug}`, selector: { type: 'TextPositionSelector', start: 0, end: 9 } } }
    const parsed = must(parseW3cItems([item], { base: 'http://localhost:3000', codebook: readingCodebook }))
    expect(must(await writeIncoming(of.teacher, layerId, parsed, {})).created.length).toBe(1)
    const { key } = (await readJudgedWork(of.teacher, of.id, of.students[0]!.id))!
    expect(key.map(({ quote }) => quote)).toEqual(['The mayor', 'Experts believe'])
    const [mayor] = key
    expect(mayor?.start).toBe(0)
    // Changing, taking out and bringing back answer with the place on that revision, too.
    const { id, start, end } = key[1]!
    const content = { labels: [{ dimension: 'framing' as const, label: 'doubt' }], note: null, evidence: [], confidence: null, sourceName: null }
    expect(must(await updateAnnotation(of.teacher, id, { version: 1, content }))).toMatchObject({ start, end, quote: 'Experts believe' })
    must(await deleteAnnotation(of.teacher, id))
    expect(must(await restoreAnnotation(of.teacher, id))).toMatchObject({ start, end })
    expect(must(await restoreAnnotation(of.teacher, id))).toMatchObject({ start, end })
  })

  test('is filled from the keys of other exercises on the article, and from its open reading, once', async () => {
    const of = await lesson(['One'])
    const article = (await readArticle(of.teacher, of.slug))!
    await flagIn(article.layer.id, of.teacher, 'The mayor', ['framing:doubt'])
    const { id: copyId } = must(await copyClass(of.teacher, of.classId, { name: 'Other class', days: 0 }))
    const [other] = await db.assignment.findMany({ where: { classId: copyId } })
    await flagIn(must(await openKey(of.teacher, other!.id)).layerId, of.teacher, 'Experts believe', ['sourcing:unnamed-bare'], 'Which experts?')
    const sources = await listKeySources(of.teacher, of.id)
    expect(sources.map(({ passages, of: from }) => [passages, from?.className ?? null])).toEqual([[1, 'Other class'], [1, null]])
    for (const { layerId } of sources) expect(must(await adoptIntoKey(of.teacher, of.id, layerId, 'all'))).toEqual({ taken: 1 })
    for (const { layerId } of sources) expect(must(await adoptIntoKey(of.teacher, of.id, layerId, 'all'))).toEqual({ taken: 0 })
    const key = (await readJudgedWork(of.teacher, of.id, of.students[0]!.id))!.key
    expect(key.map(({ quote }) => quote)).toEqual(['The mayor', 'Experts believe'])
    // Somebody who teaches here and not there is not told of the other class's key, nor can they take it.
    const colleague = await reader('Colleague')
    await db.classMember.create({ data: { classId: of.classId, userId: colleague.id, role: 'co_teacher' } })
    expect((await listKeySources(colleague, of.id)).length).toBe(0)
    expect(codeOf(await adoptIntoKey(colleague, of.id, sources[0]!.layerId, 'all'))).toBe('notFound')
    expect(await listKeySources(of.students[0]!, of.id)).toEqual([])
  })

  test('is one, is for those who teach until the gate opens, and takes in what stands elsewhere', async () => {
    const of = await lesson(['One'])
    const [one] = of.students
    const keys = await Promise.all([openKey(of.teacher, of.id), openKey(of.teacher, of.id)])
    expect(new Set(keys.map((key) => must(key).layerId)).size).toBe(1)
    expect(codeOf(await openKey(one!, of.id))).toBe('notAllowed')
    const article = (await readArticle(of.teacher, of.slug))!
    await flagIn(article.layer.id, of.teacher, 'Experts believe', ['sourcing:unnamed-bare'])
    expect(must(await adoptIntoKey(of.teacher, of.id, article.layer.id, 'mine'))).toEqual({ taken: 1 })
    expect((await readJudgedWork(of.teacher, of.id, one!.id))?.key.map(({ quote }) => quote)).toEqual(['Experts believe'])
    expect(await readJudgedWork(one!, of.id, one!.id)).toBeNull()
    must(await reveal(of.teacher, of.id, true))
    expect((await readJudgedWork(one!, of.id, one!.id))?.key.map(({ quote }) => quote)).toEqual(['Experts believe'])
  })
})

describe('the board and the results', () => {
  test('say where everybody stands, and what the class found and mixed up', async () => {
    const of = await graded()
    must(await submitWork(of.one, of.id))
    must(await submitWork(of.two, of.id, new Date('2036-01-01T00:00+08:00')))
    const board = (await readBoard(of.teacher, of.id))!
    expect(board.lines.map(({ name, state, flags, byDimension, met }) => [name, state, flags, byDimension.framing, met])).toEqual([
      ['One', 'submitted', 1, 1, true], ['Three', 'started', 0, 0, false], ['Two', 'submitted', 1, 1, true],
    ])
    expect(board.counts).toEqual({ 'not-started': 0, started: 1, submitted: 2, late: 0 })
    const results = (await readClassResults(of.teacher, of.id))!
    expect(results).toMatchObject({ submitted: 2, hasKey: true, verdicts: { framing: { found: 1, missed: 3, extra: 1 } } })
    expect(results.f1.framing).toBeCloseTo(1 / 3, 6)
    expect(results.confusion.framing[0]).toEqual({ wanted: 'doubt', given: 'none', times: 2 })
    for (const viewer of [of.one, await reader('Nobody', 'admin')]) {
      expect(await readBoard(viewer, of.id)).toBeNull()
      expect(await readClassResults(viewer, of.id)).toBeNull()
    }
  })
})
