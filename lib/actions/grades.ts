'use server'

import { refresh } from 'next/cache'
import { dropForm, gradeFields, gradeForm, proposeForm, releaseForm, sayForm, unsayForm } from '@/lib/domain/classroom/grade-forms'
import type { Result } from '@/lib/domain/problem'
import * as feedback from '@/lib/server/feedback'
import * as grades from '@/lib/server/grades'
import { currentViewer } from '@/lib/server/session'
import { answered } from './class-answer'
import { readForm, refused, type FormState } from './form-state'
import { formTurnedAway } from './turned-away'
import { readBefore } from './sender'

/** Says something to a student of one passage, and keeps the words where that was asked for. */
export async function sayOfPassage(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(sayForm, form)
  if (!input.ok) return answered(input, form, 'words')
  const { assignmentId, studentId, words, keep, ...about } = input.value
  const viewer = await currentViewer()
  const said = await feedback.giveFeedback(viewer, assignmentId, studentId, about, words)
  if (said.ok && keep) await feedback.keepComment(viewer, assignmentId, words)
  return answered(said, form, 'words')
}

/** Takes a word back that was said of a passage. */
export async function unsay(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(unsayForm, form)
  return answered(input.ok ? await feedback.withdrawFeedback(await currentViewer(), input.value.assignmentId, input.value.id) : input, form)
}

/** Forgets a kept comment; what was said in its words stays said. */
export async function dropComment(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(dropForm, form)
  return answered(input.ok ? await feedback.dropComment(await currentViewer(), input.value.assignmentId, input.value.id) : input, form)
}

/**
 * Sets a student's points by hand, or leaves them to the proposal, and what is said of the work as a whole; those words are
 * kept where that was asked for.
 */
export async function gradeWork(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(gradeForm, form)
  if (!input.ok) return answered(input, form, 'points', 'comment')
  const { assignmentId, studentId, keep, ...grade } = input.value
  const viewer = await currentViewer()
  const set = await grades.setGrade(viewer, assignmentId, studentId, grade, readBefore(gradeFields, form))
  if (set.ok && keep && grade.comment) await feedback.keepComment(viewer, assignmentId, grade.comment)
  return answered(set, form, 'points', 'comment')
}

/** Shows grades to one student or to all who handed in, or hides them again; `done.count` says how many. */
export async function releaseGrades(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(releaseForm, form)
  if (!input.ok) return answered(input, form)
  const { assignmentId, studentId, released } = input.value
  return told(await grades.releaseGrades(await currentViewer(), assignmentId, released, studentId ? [studentId] : undefined), form)
}

/** Makes all proposals anew from the key as it is; `done.changed` says how many are different. */
export async function proposeGrades(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(proposeForm, form)
  return told(input.ok ? await grades.proposeGrades(await currentViewer(), input.value.assignmentId) : input, form)
}

function told(result: Result<Record<string, number>>, form: FormData): FormState {
  if (!result.ok) return refused(result.problems, form)
  refresh()
  return { problems: [], values: {}, done: result.value }
}
