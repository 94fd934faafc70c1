'use server'

import { redirect } from 'next/navigation'
import { choiceForm, newClassForm, noChoiceForm, ownClassForm, partForm } from '@/lib/domain/lti/forms'
import * as choosing from '@/lib/server/lti/choosing'
import * as courses from '@/lib/server/lti/class-courses'
import * as connection from '@/lib/server/lti/course-connection'
import { currentViewer } from '@/lib/server/session'
import { answered } from './class-answer'
import { refused, type FormState } from './form-state'
import { formOverLimit } from './metered'
import { readOwnForm } from './sender'

/** Connects the course of a launch to a new class, and goes on. */
export async function connectNewClass(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = await readOwnForm(newClassForm, form)
  if (!input.ok) return refused(input.problems, form, 'name', 'timeZone')
  const { ticket, waiting, ...to } = input.value
  const done = await connection.connectCourse(await currentViewer(), { ticket, waiting, to })
  if (!done.ok) return refused(done.problems, form, 'name', 'timeZone')
  redirect(done.value.path)
}

/** Connects the course of a launch to a class that the viewer runs, and goes on. */
export async function connectOwnClass(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = await readOwnForm(ownClassForm, form)
  if (!input.ok) return refused(input.problems, form, 'classId')
  const { ticket, waiting, classId } = input.value
  const done = await connection.connectCourse(await currentViewer(), { ticket, waiting, to: { classId } })
  if (!done.ok) return refused(done.problems, form, 'classId')
  redirect(done.value.path)
}

/** Chooses an assignment for a link, and goes on. */
export async function chooseAssignment(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = await readOwnForm(choiceForm, form)
  const done = input.ok ? await choosing.chooseAssignment(await currentViewer(), input.value, input.value.assignmentId) : input
  if (!done.ok) return refused(done.problems, form)
  redirect(done.value.path)
}

/** Ends deep linking without a choice. */
export async function chooseNothing(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = await readOwnForm(noChoiceForm, form)
  const done = input.ok ? await choosing.chooseNothing(await currentViewer(), input.value) : input
  if (!done.ok) return refused(done.problems, form)
  redirect(done.value.path)
}

/** Parts a class from a course. */
export async function disconnectCourse(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = await readOwnForm(partForm, form)
  return answered(input.ok ? await courses.disconnectCourse(await currentViewer(), input.value.classId, input.value.courseId) : input, form)
}
