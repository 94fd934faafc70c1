'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { linkToken, newPasswordForm, profileForm, resetRequest } from '@/lib/domain/account'
import { home } from '@/lib/domain/next-path'
import { passwordChangeForm } from '@/lib/domain/password-change'
import { accept, refuse } from '@/lib/domain/problem'
import * as removal from '@/lib/server/account-removal'
import * as verification from '@/lib/server/email-verification'
import * as passwords from '@/lib/server/password-change'
import * as resets from '@/lib/server/password-reset'
import { currentSession, currentViewer, currentVisitor, keepChoice, leaveSession, startSession } from '@/lib/server/session'
import * as users from '@/lib/server/users'
import { readForm, refused, type FormState } from './form-state'
import { formOverLimit, formTurnedAway } from './turned-away'
import { proven } from './proven'
import { readBefore } from './sender'

/** Asks for a link to choose a new password. */
export async function askForReset(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = readForm(resetRequest, form)
  const asked = input.ok ? await resets.askForReset(await currentVisitor(), input.value.email) : input
  return asked.ok ? { problems: [], values: {}, done: {} } : refused(asked.problems, form, 'email')
}

/** Chooses a new password by the `token` of a link and signs in here. */
export async function resetPassword(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = readForm(newPasswordForm, form)
  const person = input.ok ? await resets.resetPassword(await currentVisitor(), input.value) : input
  if (!person.ok) return refused(person.problems, form)
  await startSession(person.value.id)
  redirect(home)
}

/** Confirms an address by the `token` of a link. */
export async function verifyEmail(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = readForm(z.object({ token: linkToken }), form)
  const verified = input.ok ? await verification.verifyEmail(input.value.token) : input
  return verified.ok ? { problems: [], values: {}, done: {} } : refused(verified.problems, form)
}

/** Sends the signed-in person a link to confirm their address. */
export async function askForVerification(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const asked = await verification.askForVerification(await currentViewer(), await currentVisitor())
  return asked.ok ? { problems: [], values: {}, done: {} } : refused(asked.problems, form)
}

const leaving = z.object({ annotations: z.enum(['delete', 'keep-without-name']), sure: z.literal('yes', { error: 'required' }) })

/** Deletes the signed-in person's account for good; then the front page is shown. */
export async function deleteAccount(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(leaving, form)
  const proof = input.ok ? await proven(form) : input
  const gone = input.ok && proof.ok ? await removal.deleteAccount(await currentViewer(), input.value.annotations) : proof
  if (!gone.ok) return refused(gone.problems, form, 'annotations', 'sure')
  await leaveSession()
  redirect(home)
}

/** Changes the signed-in person's name and interface language. */
export async function changeProfile(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(profileForm, form)
  const changed = input.ok ? await users.changeProfile(await currentViewer(), input.value, readBefore(profileForm, form)) : input
  if (!input.ok || !changed.ok) return refused(changed.ok ? [] : changed.problems, form, 'name')
  await keepChoice('locale', input.value.locale || null)
  refresh()
  return { problems: [], values: {}, done: {} }
}

/** Changes the signed-in person's password, which ends their other sessions and tokens unless they say otherwise. */
export async function changePassword(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const session = await currentSession()
  if (!session) return refused(refuse('signInFirst').problems, form)
  const input = readForm(passwordChangeForm, form)
  if (!input.ok) return refused(input.problems, form, 'sessions', 'tokens')
  // Who has a password gives it; before a first one nothing else would be asked.
  const first = !(await users.readOwnAccount(session.viewer))?.hasPassword
  const proof = first ? await proven(form) : accept(undefined)
  const changed = proof.ok ? await passwords.changePassword(session.viewer, await currentVisitor(), session.id, input.value) : proof
  if (!changed.ok) return refused(changed.problems, form, 'sessions', 'tokens')
  refresh()
  return { problems: [], values: {}, done: changed.value }
}
