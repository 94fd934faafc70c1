import { randomUUID } from 'node:crypto'
import { assignmentIn } from '@/lib/domain/classroom/assignment'
import type { Gate } from '@/lib/domain/classroom/gate'
import { signedOutViewer, type SignedIn, type Viewer } from '@/lib/domain/viewer'
import { openKey } from '@/lib/server/answer-key'
import { createArticle } from '@/lib/server/articles'
import { createAssignment, reveal } from '@/lib/server/assignments'
import { createClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { giveFeedback } from '@/lib/server/feedback'
import { openWork, submitWork, takeBack } from '@/lib/server/submissions'
import { reader } from './flagged-article'
import { exercise, flagIn, lessonText, must } from './lesson'

/** What somebody writes in the notes of their flags, and what those who teach say to somebody: told to nobody else. */
export const noteOf = (name: string) => `note of ${name.split(' ')[1]}`
export const keyNote = 'note of the key'
export const wordsTo = (name: string) => `words to ${name.split(' ')[1]}`

/** How far a class is. `theirs`: One has done what opens the gate; `late`: it is due; `over`: nothing can be handed in. */
export const states = ['before', 'theirs', 'late', 'over', 'revealed'] as const
export type State = (typeof states)[number]

export type BlindClass = Awaited<ReturnType<typeof blindClass>>

/**
 * A class behind a gate, with everybody there is: One, whose sight is asked about; Two, who has handed in; Three, who has not;
 * Four, who took theirs back; a code student; those who teach; and those who are not in it, the article's owner included.
 */
export async function blindClass(gate: Gate, pseudonyms: boolean) {
  const [teacher, coTeacher, assistant] = [await reader('Teacher'), await reader('CoTeacher'), await reader('Assistant')]
  const [One, Two, Three, Four] = [await reader('Anna One'), await reader('Bela Two'), await reader('Cleo Three'), await reader('Dora Four')]
  const outsiders = { outsider: await reader('Outsider'), moderator: await reader('Moderator', 'moderator'), admin: await reader('Admin', 'admin'), owner: await reader('Owner') }
  const details = { title: `Blind ${randomUUID()}`, language: null, visibility: 'public', byline: null, siteName: null, sourceUrl: null, publishedAt: null } as const
  const { slug, id: articleId } = must(await createArticle(outsiders.owner, { details, content: { format: 'text', body: lessonText } }))
  const { id: classId } = must(await createClass(teacher, { name: 'Class of the test', timeZone: 'Asia/Taipei' }))
  const Five = await codeStudent(classId)
  const members = [coTeacher, assistant, One, Two, Three, Four, Five].map(({ id: userId }, i) => ({ classId, userId, role: i === 0 ? ('co_teacher' as const) : i === 1 ? ('assistant' as const) : ('student' as const) }))
  await db.classMember.createMany({ data: members })
  const wish = { ...exercise, gate, gateFlags: 2, pseudonyms, due: '2036-01-01T00:00', lateUntil: '2037-01-01T00:00' }
  const { id } = must(await createAssignment(teacher, classId, slug, assignmentIn('Asia/Taipei').parse(wish)))
  const { layerId } = await db.assignment.findUniqueOrThrow({ where: { id }, select: { layerId: true } })
  const { layerId: keyLayerId } = must(await openKey(teacher, id))
  const flags = [await flagIn(keyLayerId, teacher, 'nothing', ['framing:doubt'], keyNote)]
  for (const person of [One, Two, Three, Four, Five]) {
    must(await openWork(person, id))
    flags.push(await flagIn(layerId, person, 'Experts believe', ['sourcing:unnamed-bare'], noteOf(person.name)))
  }
  for (const person of [Two, Three]) must(await giveFeedback(teacher, id, person.id, { annotationId: null, keyAnnotationId: null }, wordsTo(person.name)))
  const students = { One, Two, Three, Four, Five }
  const staff = { teacher, coTeacher, assistant }
  const viewers: [string, Viewer][] = [...Object.entries({ ...staff, ...students, ...outsiders }), ['signed out', signedOutViewer]]
  return { gate, pseudonyms, staff, students, outsiders, viewers, id, classId, articleId, slug, layerId, keyLayerId, flags }
}

async function codeStudent(classId: string): Promise<SignedIn> {
  const { id } = await db.user.create({ data: { name: 'Emil Five', managedById: classId, signInCodeHash: randomUUID() }, select: { id: true } })
  return { kind: 'user', id, name: 'Emil Five', role: 'member', managed: true }
}

/** Takes a class from one state to the next. */
export async function advance({ gate, id, layerId, staff, students: { One, Two, Four } }: BlindClass, state: State): Promise<void> {
  const hours = (n: number) => new Date(Date.now() + n * 3_600_000)
  if (state === 'before') {
    must(await submitWork(Two, id))
    must(await submitWork(Four, id))
    must(await takeBack(Four, id))
  }
  if (state === 'theirs' && gate === 'own-flags') await flagIn(layerId, One, 'Nobody', ['framing:doubt'], noteOf(One.name))
  if (state === 'theirs' && gate === 'own-submission') must(await submitWork(One, id))
  if (state === 'late') await db.assignment.update({ where: { id }, data: { dueAt: hours(-1), lateUntil: hours(1) } })
  if (state === 'over') await db.assignment.update({ where: { id }, data: { dueAt: hours(-2), lateUntil: hours(-1) } })
  if (state === 'revealed') must(await reveal(staff.teacher, id, true))
}
