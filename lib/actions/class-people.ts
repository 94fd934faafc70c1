'use server'

import { refresh } from 'next/cache'
import { getLocale } from 'next-intl/server'
import { codeForm, erasedStudent, invitationOf, mailForm, memberForm, memberOf, membersOf, rosterText } from '@/lib/domain/classroom/class-forms'
import { parseRoster } from '@/lib/domain/classroom/roster'
import { problemsOf, type Result } from '@/lib/domain/problem'
import * as invitations from '@/lib/server/class-invitations'
import { inviteByMail } from '@/lib/server/class-letters'
import * as resets from '@/lib/server/class-code-reset'
import * as people from '@/lib/server/class-people'
import { addClassList, type AddedList } from '@/lib/server/class-list'
import * as erasure from '@/lib/server/student-erasure'
import { currentViewer } from '@/lib/server/session'
import { answered } from './class-answer'
import { readForm, refused, type FormState } from './form-state'
import { formTurnedAway, turnedAway } from './turned-away'

/** Says what adding a class list would do; input is `{ classId, text }`. */
export async function planRoster(sent: unknown): Promise<Result<people.RosterPlan>> {
  const away = await turnedAway(sent)
  if (away) return away
  const input = rosterText.safeParse(sent)
  if (!input.success) return { ok: false, problems: problemsOf(input.error) }
  const read = parseRoster(input.data.text)
  return read.ok ? people.planRoster(await currentViewer(), input.data.classId, read.value) : read
}

/** Adds a class list; the same input. The codes in the answer are told this once. */
export async function addRoster(sent: unknown): Promise<Result<AddedList>> {
  const away = await turnedAway(sent)
  if (away) return away
  const input = rosterText.safeParse(sent)
  if (!input.success) return { ok: false, problems: problemsOf(input.error) }
  const read = parseRoster(input.data.text)
  return read.ok ? addClassList(await currentViewer(), await getLocale(), input.data.classId, read.value) : read
}

/** Changes what somebody is in a class, and their section. */
export async function changeMember(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(memberForm, form)
  if (!input.ok) return answered(input, form)
  const { classId, userId, ...member } = input.value
  return answered(await people.changeMember(await currentViewer(), classId, userId, member), form, 'role', 'sectionId')
}

/** Takes somebody out of a class. */
export async function removeMember(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(memberOf, form)
  return answered(input.ok ? await people.removeMember(await currentViewer(), input.value.classId, input.value.userId) : input, form)
}

/** Erases a student whose account the class keeps. */
export async function eraseStudent(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(erasedStudent, form)
  return answered(input.ok ? await erasure.eraseStudent(await currentViewer(), input.value.classId, input.value.userId) : input, form)
}

/** Gives a student a new sign-in code; `done` tells it this once. */
export async function resetSignInCode(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(memberOf, form)
  const reset = input.ok ? await resets.resetSignInCodes(await currentViewer(), input.value.classId, [input.value.userId]) : input
  return reset.ok ? { problems: [], values: {}, done: { ...reset.value.codes[0] } } : refused(reset.problems, form)
}

/** Gives several students new sign-in codes; input is `{ classId, userIds }`. The codes in the answer are told this once. */
export async function resetSignInCodes(sent: unknown): Promise<Result<{ codes: resets.FreshCode[] }>> {
  const away = await turnedAway(sent)
  if (away) return away
  const input = membersOf.safeParse(sent)
  return input.success ? resets.resetSignInCodes(await currentViewer(), input.data.classId, input.data.userIds) : { ok: false, problems: problemsOf(input.error) }
}

/** Makes a code, which is also a link, by which people join. */
export async function makeCode(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(codeForm, form)
  const made = input.ok ? await invitations.invite(await currentViewer(), input.value.classId, input.value) : input
  return answered(made, form, 'role', 'sectionId', 'days', 'places')
}

/** Invites one address by mail; `done.sent` is 1 where a letter went out, 0 where this server sends none. */
export async function mailInvitation(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(mailForm, form)
  const made = input.ok ? await inviteByMail(await currentViewer(), await getLocale(), input.value.classId, [input.value]) : input
  if (!input.ok || !made.ok || made.value.stopped) return refused(made.ok ? [made.value.stopped ?? []].flat() : made.problems, form, 'email', 'role', 'sectionId')
  refresh()
  return { problems: [], values: {}, done: { email: input.value.email, sent: Number(made.value.sent), invited: made.value.invited } }
}

/** Closes a way into a class. */
export async function revokeInvitation(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(invitationOf, form)
  return answered(input.ok ? await invitations.revokeInvitation(await currentViewer(), input.value.classId, input.value.invitationId) : input, form)
}
