import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, expect, test, vi } from 'vitest'
import { readLayerAnew, findHolder } from '@/lib/actions/layers'
import { previewImport } from '@/lib/actions/annotation-imports'
import { changeAnnotation, deleteAnnotation, flagPassage, restoreAnnotation } from '@/lib/actions/annotations'
import { adoptLayer, adoptOwnFlags, changeAssignment, noteProjection, revealWork } from '@/lib/actions/assignments'
import { lookAtOthers } from '@/lib/actions/assignment-sight'
import { addRoster, planRoster, resetSignInCode, resetSignInCodes } from '@/lib/actions/class-people'
import { gradeWork, proposeGrades, releaseGrades, sayOfPassage } from '@/lib/actions/grades'
import type { LiveHub } from '@/lib/server/live-hub'
import type { Viewer } from '@/lib/domain/viewer'
import { become } from '../support/blind-answers'
import { advance, blindClass, noteOf, type BlindClass } from '../support/blind-class'
import { formOf } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next-intl/server', () => import('../support/untranslated'))
vi.mock('next/cache', () => ({ refresh: () => {} }))

const begun = { problems: [], values: {} }
const content = { labels: [{ dimension: 'framing', label: 'doubt' }], note: null, evidence: [], confidence: null, sourceName: null }

/** Every action of the interface that is given the name of something in a class, asked of what is another's. */
const asked: Record<string, (of: BlindClass) => Promise<unknown>> = {
  readLayerAnew: async ({ layerId, keyLayerId }) => [await readLayerAnew({ layerId, revision: 1 }), await readLayerAnew({ layerId: keyLayerId, revision: 1 })],
  findHolder: async ({ layerId, keyLayerId, flags: [key, , two] }) => [await findHolder({ layerId: keyLayerId, id: key }), await findHolder({ layerId, id: two })],
  previewImport: ({ keyLayerId: layerId }) => previewImport({ layerId, format: 'jsonl', text: '{}', mapping: {}, partial: false }),
  flagPassage: ({ keyLayerId: layerId, flags: [id] }) => flagPassage({ id, layerId, revision: 1, target: { start: 0, end: 3 }, quote: 'The', ...content }),
  changeAnnotation: async ({ flags: [key, , two] }) => [await changeAnnotation({ id: key, version: 1, content }), await changeAnnotation({ id: two, version: 1, content })],
  deleteAnnotation: async ({ flags: [key, , two] }) => [await deleteAnnotation({ id: key }), await deleteAnnotation({ id: two })],
  restoreAnnotation: async ({ flags: [key, , two] }) => [await restoreAnnotation({ id: key }), await restoreAnnotation({ id: two })],
  lookAtOthers: ({ id: assignmentId }) => lookAtOthers({ assignmentId }),
  changeAssignment: ({ id: assignmentId }) => changeAssignment({ assignmentId, form: {} }),
  noteProjection: ({ id }) => noteProjection({ assignmentId: id }),
  revealWork: ({ id }) => revealWork(begun, formOf({ assignmentId: id, revealed: 'yes' })),
  adoptOwnFlags: ({ id }) => adoptOwnFlags(begun, formOf({ assignmentId: id })),
  adoptLayer: ({ id, layerId }) => adoptLayer(begun, formOf({ assignmentId: id, layerId })),
  planRoster: ({ classId }) => planRoster({ classId, text: 'name\nBela Two' }),
  addRoster: ({ classId }) => addRoster({ classId, text: 'name\nBela Two' }),
  resetSignInCode: ({ classId, students }) => resetSignInCode(begun, formOf({ classId, userId: students.Five.id })),
  resetSignInCodes: ({ classId, students }) => resetSignInCodes({ classId, userIds: [students.Five.id] }),
  sayOfPassage: ({ id, students }) => sayOfPassage(begun, formOf({ assignmentId: id, studentId: students.Two.id, annotationId: '', keyAnnotationId: '', words: 'x' })),
  gradeWork: ({ id, students }) => gradeWork(begun, formOf({ assignmentId: id, studentId: students.Two.id, points: '1', comment: '' })),
  releaseGrades: ({ id }) => releaseGrades(begun, formOf({ assignmentId: id, studentId: '', released: 'yes' })),
  proposeGrades: ({ id }) => proposeGrades(begun, formOf({ assignmentId: id })),
}

/** The others take nothing of a class, answer with nothing of it, or are tried where their own rules are. */
const others = `
  account: askForReset resetPassword verifyEmail askForVerification deleteAccount changeProfile changePassword
  annotation-imports: importAnnotations
  appearance: chooseLanguage chooseTheme
  article-removal: changeRevisionSight withdrawArticle removeArticle restoreArticle
  articles: createArticle tellLanguage saveArticle
  assignments: setAssignment beginWork handIn takeBack
  assignment-removal: deleteAssignment keepAssignment
  class-entry: findClass joinClass signInByCode
  class-people: changeMember removeMember eraseStudent makeCode mailInvitation revokeInvitation
  class-removal: deleteClass callOffDeletion
  classes: makeClass changeClass archiveClass keepClass copyClass makeSection renameSection removeSection
  drafts: keepDraft compareDraft dropDraft
  grades: unsay dropComment
  lti-launch: goOn leavePlatform
  lti: connectNewClass connectOwnClass chooseAssignment chooseNothing disconnectCourse
  imports: beginImport cancelImport createImportedArticle
  platforms: addPlatform changePlatform switchPlatform removePlatform allowDeployment addDeployment makeRegistrationLink registerPlatform sendScoresAgain planCourse takeCourse
  repairs: repairAnnotation
  full-readings: sayReadAll
  session: signIn signUp signOutEverywhere signOutThere
  tokens: makeToken revokeToken`

afterAll(() => (globalThis as { glossLive?: LiveHub }).glossLive?.close())

test('every action of the interface is asked, or named as one that tells nothing of a class', () => {
  const there = readdirSync('lib/actions').filter((file) => /^\s*'use server'/.test(readFileSync(`lib/actions/${file}`, 'utf8')))
  const names = there.flatMap((file) => [...readFileSync(`lib/actions/${file}`, 'utf8').matchAll(/^export async function (\w+)/gm)].map(([, name]) => name!))
  expect(names.sort()).toEqual([...Object.keys(asked), ...others.split(/\s+/).filter((word) => word && !word.endsWith(':'))].sort())
})

test('no action tells a student or a stranger what is not theirs to see, before the gate and after', async () => {
  const of = await blindClass('own-submission', true)
  const ask = async (viewer: Viewer) => {
    await become(viewer)
    const told: Record<string, string> = {}
    for (const [name, action] of Object.entries(asked)) told[name] = JSON.stringify(await action(of))
    return told
  }
  await advance(of, 'before')
  const strangers = [of.outsiders.outsider, of.outsiders.admin, of.outsiders.owner]
  for (const viewer of [...strangers, of.students.One, of.students.Five]) {
    const told = await ask(viewer)
    const own = viewer === of.students.One ? [of.students.One.id, of.students.One.name] : viewer === of.students.Five ? [of.students.Five.id, of.students.Five.name] : []
    for (const student of Object.values(of.students).filter(({ id }) => !own.includes(id))) {
      for (const words of [noteOf(student.name), student.name, student.id]) expect([words, Object.entries(told).filter(([, answer]) => answer.includes(words))]).toEqual([words, []])
    }
    expect(Object.values(told).join()).not.toMatch(/note of the key|words to/)
    const { readLayerAnew: read, findHolder: holder, lookAtOthers: look, ...refused } = told
    expect([holder, look]).toEqual(['[null,null]', strangers.includes(viewer as never) ? 'null' : '"shut"'])
    if (strangers.includes(viewer as never)) expect(read).toBe('[null,null]')
    for (const [name, answer] of Object.entries(refused)) expect([name, answer]).toEqual([name, expect.stringMatching(/notFound|notAllowed|required|invalid/)])
  }
  await advance(of, 'theirs')
  const told = await ask(of.students.One)
  expect(told.readLayerAnew).toContain(noteOf('Bela Two'))
  for (const name of ['Cleo Three', 'Dora Four', 'Emil Five']) expect(Object.values(told).join()).not.toContain(noteOf(name))
  expect(Object.values(told).join()).not.toContain('note of the key')
})
