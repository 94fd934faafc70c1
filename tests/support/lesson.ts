import { randomUUID } from 'node:crypto'
import { assignmentIn, type AssignmentForm } from '@/lib/domain/classroom/assignment'
import type { Dimension } from '@/lib/domain/codebook/codebook'
import type { Result } from '@/lib/domain/problem'
import type { SignedIn } from '@/lib/domain/viewer'
import { createAnnotation } from '@/lib/server/annotations'
import { createArticle, readArticle } from '@/lib/server/articles'
import { createAssignment } from '@/lib/server/assignments'
import { createClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { documentFrom } from '@/lib/server/import/document-from'
import { saveRevision } from '@/lib/server/revisions'
import { reader } from './flagged-article'

export const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

export const lessonText = 'The mayor said nothing. Experts believe that she will resign. Nobody with eyes in their head can doubt it.'

/** An exercise as a teacher sets it, on the clock of Taipei. */
export const exercise: AssignmentForm = {
  title: 'Who says so?', instructions: null, labels: [], opens: null, due: '2036-01-01T00:00', lateUntil: null, groupSize: null, points: 10,
  requirement: { flags: 1, dimensions: { sourcing: 0, statement: 0, framing: 0 } }, gate: 'own-submission', gateFlags: 0, pseudonyms: true, rubric: [], gradesAt: null,
}

/** A class with a teacher and students of these names, and one exercise. */
export async function lesson(names: string[], wish: Partial<AssignmentForm> = {}) {
  const teacher = await reader('Teacher')
  const students = await Promise.all(names.map((name) => reader(name)))
  const details = { title: `Lesson ${randomUUID()}`, language: null, visibility: 'private', byline: null, siteName: null, sourceUrl: null, publishedAt: null } as const
  const { slug } = must(await createArticle(teacher, { details, content: { format: 'text', body: lessonText } }))
  const { id: classId } = must(await createClass(teacher, { name: 'A class', timeZone: 'Asia/Taipei' }))
  await db.classMember.createMany({ data: students.map(({ id: userId }) => ({ classId, userId, role: 'student' })) })
  const { id } = must(await createAssignment(teacher, classId, slug, assignmentIn('Asia/Taipei').parse({ ...exercise, ...wish })))
  const { layerId } = await db.assignment.findUniqueOrThrow({ where: { id }, select: { layerId: true } })
  return { teacher, students, classId, id, layerId, slug }
}

/** Saves the second revision of a lesson's article. */
export async function editLesson(teacher: SignedIn, slug: string, body: string): Promise<void> {
  const { id } = (await readArticle(teacher, slug))!
  must(await saveRevision(teacher, id, { baseRevision: 1, document: must(documentFrom({ format: 'text', body }, null)) }))
}

/** Flags a quote of the lesson's text; with a note where one is given. */
export async function flagIn(layerId: string, by: SignedIn, quote: string, labels: `${Dimension}:${string}`[], note?: string): Promise<string> {
  const start = [...lessonText.slice(0, lessonText.indexOf(quote))].length
  const refs = labels.map((name) => ({ dimension: name.split(':')[0] as Dimension, label: name.split(':')[1]! }))
  const made = await createAnnotation(by, {
    id: randomUUID(), layerId, revision: 1, target: { start, end: start + [...quote].length }, quote, labels: refs, evidence: [], confidence: null, sourceName: null,
    note: note === undefined ? null : { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: note }] }] },
  })
  return must(made).id
}
