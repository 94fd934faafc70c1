'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { signInForm, signUpForm } from '@/lib/domain/account'
import { nextPath } from '@/lib/domain/next-path'
import { refuse } from '@/lib/domain/problem'
import { currentSession, currentViewer, currentVisitor, startSession } from '@/lib/server/session'
import * as sessions from '@/lib/server/sessions'
import { checkPassword } from '@/lib/server/sign-in'
import * as accounts from '@/lib/server/sign-up'
import { readForm, refused, type FormState } from './form-state'
import { formOverLimit, formTurnedAway } from './turned-away'

/** Signs in by address and password and goes on to `next`. */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = readForm(signInForm, form)
  const person = input.ok ? await checkPassword(await currentVisitor(), input.value) : input
  if (!person.ok) return refused(person.problems, form, 'email')
  await startSession(person.value.id)
  redirect(nextPath(form.get('next')))
}

/** Makes an account, signs in and goes on to `next`. */
export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = readForm(signUpForm, form)
  const person = input.ok ? await accounts.signUp(await currentVisitor(), input.value) : input
  if (!person.ok) return refused(person.problems, form, 'name', 'email')
  await startSession(person.value.id)
  redirect(nextPath(form.get('next')))
}

/** Ends every session of the signed-in person but this one. */
export async function signOutEverywhere(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const session = await currentSession()
  const ended = session ? await sessions.endOtherSessions(session.viewer, session.id) : refuse('signInFirst')
  if (!ended.ok) return refused(ended.problems, form)
  refresh()
  return { problems: [], values: {}, done: ended.value }
}

/** Ends one session of the signed-in person: the field `session` names it. */
export async function signOutThere(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(z.object({ session: z.uuid({ error: 'notFound' }) }), form)
  const ended = input.ok ? await sessions.endSession(await currentViewer(), input.value.session) : input
  if (!ended.ok) return refused(ended.problems, form)
  refresh()
  return { problems: [], values: {}, done: {} }
}
