'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { againForm, allowForm, courseOf, courseTaking, deploymentForm, offerForm, platformOf, switchForm } from '@/lib/domain/lti/platform-forms'
import { problemsOf, type Result } from '@/lib/domain/problem'
import * as memberships from '@/lib/server/lti/memberships'
import * as platforms from '@/lib/server/lti/platforms'
import * as registration from '@/lib/server/lti/registration'
import * as scores from '@/lib/server/lti/scores'
import { currentViewer } from '@/lib/server/session'
import { answered } from './class-answer'
import { readForm, refused, type FormState } from './form-state'
import { readBefore } from './sender'
import { formTurnedAway, turnedAway } from './turned-away'

const fields = ['name', 'issuer', 'clientId', 'authorizationUrl', 'tokenUrl', 'keysUrl', 'tokenAudience', 'deploymentId']

/** Makes a platform known by hand, and shows it. */
export async function addPlatform(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const made = await platforms.addPlatform(await currentViewer(), Object.fromEntries(form))
  if (!made.ok) return refused(firstOfEach(made.problems), form, ...fields)
  redirect(`/settings/platforms/${made.value.id}`)
}

/** Changes what is known of a platform. */
export async function changePlatform(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const { platformId, ...details } = Object.fromEntries(form)
  const changed = await platforms.changePlatform(await currentViewer(), String(platformId), details, readBefore(platforms.platformDetails(), form))
  return answered(changed.ok ? changed : { ok: false, problems: firstOfEach(changed.problems) }, form, ...fields)
}

/** Switches a platform off or on again. */
export async function switchPlatform(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(switchForm, form)
  return answered(input.ok ? await platforms.switchPlatform(await currentViewer(), input.value.platformId, input.value.to) : input, form)
}

/** Forgets a platform from which nobody came. */
export async function removePlatform(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(platformOf, form)
  const removed = input.ok ? await platforms.removePlatform(await currentViewer(), input.value.platformId) : input
  if (!removed.ok) return refused(removed.problems, form)
  redirect('/settings/platforms')
}

/** Allows a deployment, or no longer. */
export async function allowDeployment(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(allowForm, form)
  return answered(input.ok ? await platforms.allowDeployment(await currentViewer(), input.value.platformId, input.value.id, input.value.to) : input, form)
}

/** Enters a deployment by its name. */
export async function addDeployment(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(deploymentForm, form)
  return answered(input.ok ? await platforms.addDeployment(await currentViewer(), input.value.platformId, input.value.deploymentId) : input, form, 'deploymentId')
}

/** Makes a link by which a platform registers itself; `done.address` is told this once. */
export async function makeRegistrationLink(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const made = await registration.makeRegistrationLink(await currentViewer())
  return made.ok ? { problems: [], values: {}, done: made.value } : refused(made.problems, form)
}

/** Registers the platform that opened such a link; `done` holds its name. */
export async function registerPlatform(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(offerForm, form)
  const made = input.ok ? await registration.registerPlatform(input.value) : input
  return made.ok ? { problems: [], values: {}, done: made.value } : refused(made.problems, form)
}

/** Sends the scores of an assignment again that could not be sent. */
export async function sendScoresAgain(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(againForm, form)
  return answered(input.ok ? await scores.sendScoresAgain(await currentViewer(), input.value.assignmentId) : input, form)
}

/** Says who is in a course and what taking its list would do; input is `{ classId, courseId }`. */
export async function planCourse(sent: unknown): Promise<Result<memberships.CoursePlan>> {
  const away = await turnedAway(sent)
  if (away) return away
  const input = courseOf.safeParse(sent)
  if (!input.success) return { ok: false, problems: problemsOf(input.error) }
  return memberships.planCourse(await currentViewer(), input.data.classId, input.data.courseId)
}

/** Takes the list of a course as it was looked at; input is `{ classId, courseId, state, leavers }`. */
export async function takeCourse(sent: unknown): Promise<Result<{ added: number; changed: number; removed: number }>> {
  const away = await turnedAway(sent)
  if (away) return away
  const input = courseTaking.safeParse(sent)
  if (!input.success) return { ok: false, problems: problemsOf(input.error) }
  const { classId, courseId, ...how } = input.data
  const taken = await memberships.takeCourse(await currentViewer(), classId, courseId, how)
  if (taken.ok) refresh()
  return taken
}

const firstOfEach = <P extends { path: string }>(problems: P[]) => problems.filter(({ path }, i) => problems.findIndex((other) => other.path === path) === i)
