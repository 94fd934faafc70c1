import { describe, expect, test } from 'vitest'
import { refuse, type Result } from '@/lib/domain/problem'
import { systemViewer } from '@/lib/domain/viewer'
import { openKey } from '@/lib/server/answer-key'
import { countAssignmentContents, deleteAssignment, keepAssignment, removeDueAssignments } from '@/lib/server/assignment-removal'
import { readAssignment } from '@/lib/server/assignment-view'
import { readArticle } from '@/lib/server/articles'
import { graceDays } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { giveFeedback } from '@/lib/server/feedback'
import { setGrade } from '@/lib/server/grades'
import { openWork, submitWork } from '@/lib/server/submissions'
import { reader } from '../support/flagged-article'
import { flagIn, lesson, must } from '../support/lesson'

const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.problems[0]?.code)
const later = (days: number) => new Date(Date.now() + days * 86_400_000)

async function worked() {
  const of = await lesson(['Ada First', 'Bo Second'])
  const [ada, bo] = [of.students[0]!, of.students[1]!]
  must(await openWork(bo, of.id))
  must(await openWork(ada, of.id))
  const own = await flagIn(of.layerId, ada, 'Experts believe', ['sourcing:unnamed-bare'])
  must(await submitWork(ada, of.id))
  const { layerId: keyLayerId } = must(await openKey(of.teacher, of.id))
  await flagIn(keyLayerId, of.teacher, 'The mayor', ['sourcing:named-person'])
  must(await giveFeedback(of.teacher, of.id, ada.id, { annotationId: own, keyAnnotationId: null }, 'Well seen.'))
  return { ...of, ada, bo, own, keyLayerId }
}

describe('an exercise', () => {
  test('is counted, deleted by who runs the class after days in which all goes on, and leaves its article', async () => {
    const of = await worked()
    const nothing = { begun: 2, handedIn: 1, flags: 1, keyFlags: 1, feedback: 1, graded: 0, scores: 0 }
    expect(await countAssignmentContents(of.teacher, of.id)).toEqual(nothing)
    for (const viewer of [of.ada, await reader('Nobody', 'admin')]) expect(await countAssignmentContents(viewer, of.id)).toBeNull()
    const asked = must(await deleteAssignment(of.teacher, of.id, ''))
    expect(must(await deleteAssignment(of.teacher, of.id, '', later(1)))).toEqual(asked)
    expect((await readAssignment(of.ada, of.id))?.deleteAt).toBe(Date.parse(asked.deleteAt))
    await flagIn(of.layerId, of.bo, 'Experts believe', ['sourcing:unnamed-bare'])
    must(await submitWork(of.bo, of.id))
    await removeDueAssignments(systemViewer, later(graceDays - 1))
    must(await keepAssignment(of.teacher, of.id))
    await removeDueAssignments(systemViewer, later(graceDays + 1))
    expect((await readAssignment(of.ada, of.id))?.deleteAt).toBeNull()
    must(await deleteAssignment(of.teacher, of.id, ''))
    expect(await removeDueAssignments(of.teacher, later(graceDays + 1))).toBe(0)
    await Promise.all([removeDueAssignments(systemViewer, later(graceDays + 1)), removeDueAssignments(systemViewer, later(graceDays + 1))])
    expect(await readAssignment(of.teacher, of.id)).toBeNull()
    expect(await db.layer.count({ where: { id: { in: [of.layerId, of.keyLayerId] } } })).toBe(0)
    expect(await db.annotation.count({ where: { id: of.own } })).toBe(0)
    expect((await readArticle(of.teacher, of.slug))?.slug).toBe(of.slug)
    expect((await db.auditRow.findMany({ where: { subjectId: of.id }, select: { action: true } })).map(({ action }) => action)).toEqual(['assignment.removed'])
  })

  test('asks for its title once there are grades', async () => {
    const of = await worked()
    must(await setGrade(of.teacher, of.id, of.ada.id, { points: 3, comment: null }))
    for (const typed of ['', 'Who says', 'x'.repeat(100_000)]) expect(await deleteAssignment(of.teacher, of.id, typed)).toEqual(refuse('titleNotTyped', 'typed'))
    must(await deleteAssignment(of.teacher, of.id, ' Who says  so? '))
  })

  test('is no student’s, no assistant’s and no stranger’s to delete', async () => {
    const of = await worked()
    const [assistant, admin] = [await reader('Assistant'), await reader('Admin', 'admin')]
    await db.classMember.create({ data: { classId: of.classId, userId: assistant.id, role: 'assistant' } })
    for (const act of [(viewer: typeof admin) => deleteAssignment(viewer, of.id, of.slug), (viewer: typeof admin) => keepAssignment(viewer, of.id)]) {
      expect([codeOf(await act(of.ada)), codeOf(await act(assistant)), codeOf(await act(admin))]).toEqual(['notAllowed', 'notAllowed', 'notFound'])
    }
    for (const id of ['', 'x', '00000000-0000-0000-0000-000000000000']) expect(codeOf(await deleteAssignment(of.teacher, id, ''))).toBe('notFound')
  })
})
