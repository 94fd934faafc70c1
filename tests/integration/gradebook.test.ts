import { expect, test } from 'vitest'
import { openKey } from '@/lib/server/answer-key'
import { readKey } from '@/lib/server/answer-key-reading'
import { readAssignmentText } from '@/lib/server/assignment-text'
import { csvAnswer } from '@/lib/server/csv-answer'
import { readGradebook } from '@/lib/server/gradebook'
import { proposeGrades, setGrade } from '@/lib/server/grades'
import { openWork, submitWork } from '@/lib/server/submissions'
import { reader } from '../support/flagged-article'
import { flagIn, lesson, lessonText, must } from '../support/lesson'

test('holds everybody in every assignment, for those who teach', async () => {
  const { id, classId, layerId, teacher, students } = await lesson(['Ada', 'Bo', 'Cy'], { rubric: [{ words: 'Effort', points: 4, measure: 'requirement' }] })
  const [ada, bo] = [students[0]!, students[1]!]
  for (const student of [ada, bo]) {
    must(await openWork(student, id))
    await flagIn(layerId, student, 'Experts believe', ['framing:doubt'])
    must(await submitWork(student, id))
  }
  must(await proposeGrades(teacher, id))
  must(await setGrade(teacher, id, bo.id, { points: 9.5, comment: null }))
  const book = await readGradebook(teacher, classId)
  expect(book?.assignments).toEqual([{ id, title: 'Who says so?', points: 10 }])
  expect(book?.students.map(({ name, section, marks }) => [name, section, marks])).toEqual([
    ['Ada', null, { [id]: { submitted: true, points: 4 } }],
    ['Bo', null, { [id]: { submitted: true, points: 9.5 } }],
    ['Cy', null, {}],
  ])
  for (const other of [ada, await reader('Stranger')]) expect(await readGradebook(other, classId)).toBeNull()
})

test('the key is read by those who teach, the text by the class, and by nobody else', async () => {
  const { id, teacher, students: [ada] } = await lesson(['Ada'])
  expect(await readKey(teacher, id)).toEqual([])
  const { layerId } = must(await openKey(teacher, id))
  await flagIn(layerId, teacher, 'Experts believe', ['framing:doubt'], 'Which experts?')
  expect((await readKey(teacher, id))?.map(({ quote }) => quote)).toEqual(['Experts believe'])
  expect(await readKey(ada!, id)).toBeNull()
  expect(await readAssignmentText(ada!, id)).toBe(lessonText)
  expect(await readAssignmentText(await reader('Stranger'), id)).toBeNull()
})

test('a name that is a formula stays a name in a table', async () => {
  const answer = csvAnswer('Marks', [['=1+1', '@x', 'Ada']])
  expect(await answer.text()).toBe(`"'=1+1","'@x","Ada"\r\n`)
  expect(answer.headers.get('content-disposition')).toContain('Marks.csv')
})
