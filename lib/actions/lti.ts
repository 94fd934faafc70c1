'use server'

import { redirect } from 'next/navigation'
import { choiceForm, newClassForm, noChoiceForm, ownClassForm, partForm } from '@/lib/domain/lti/forms'
import * as choosing from '@/lib/server/lti/choosing'
import * as courses from '@/lib/server/lti/class-courses'
import * as connection from '@/lib/server/lti/course-connection'
import { currentViewer } from '@/lib/server/session'
import { answered } from './class-answer'
import { readForm, refused, type FormState } from './form-state'
import { formTurnedAway } from './turned-away'

/** Connects the course of a launch to a new class, and goes on. */
export async function connectNewClass(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(newClassForm, form)
  if (!input.ok) return refused(input.problems, form, 'name', 'timeZone')
  const { ticket, waiting, ...to } = input.value
  const done = await connection.connectCourse(await currentViewer(), { ticket, waiting, to })
  if (!done.ok) return refused(done.problems, form, 'name', 'timeZone')
  redirect(done.value.path)
}

/** Connects the course of a launch to a class that the viewer runs, and goes on. */
export async function connectOwnClass(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(ownClassForm, form)
  if (!input.ok) return refused(input.problems, form, 'classId')
  const { ticket, waiting, classId } = input.value
  const done = await connection.connectCourse(await currentViewer(), { ticket, waiting, to: { classId } })
  if (!done.ok) return refused(done.problems, form, 'classId')
  redirect(done.value.path)
}

/** Chooses an assignment for a link, and goes on. */
export async function chooseAssignment(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(choiceForm, form)
  const done = input.ok ? await choosing.chooseAssignment(await currentViewer(), input.value, input.value.assignmentId) : input
  if (!done.ok) return refused(done.problems, form)
  redirect(done.value.path)
}

/** Ends deep linking without a choice. */
export async function chooseNothing(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(noChoiceForm, form)
  const done = input.ok ? await choosing.chooseNothing(await currentViewer(), input.value) : input
  if (!done.ok) return refused(done.problems, form)
  redirect(done.value.path)
}

/** Parts a class from a course. */
export async function disconnectCourse(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(partForm, form)
  return answered(input.ok ? await courses.disconnectCourse(await currentViewer(), input.value.classId, input.value.courseId) : input, form)
}
