'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { codeLengths, readCode } from '@/lib/domain/classroom/code'
import { nextPath } from '@/lib/domain/next-path'
import { refuse } from '@/lib/domain/problem'
import { boundedText } from '@/lib/domain/text/line'
import { joinClass as join } from '@/lib/server/class-invitations'
import { currentViewer, currentVisitor, startSession } from '@/lib/server/session'
import { checkSignInCode } from '@/lib/server/sign-in-code'
import { readForm, refused, type FormState } from './form-state'
import { formOverLimit, formTurnedAway } from './turned-away'

const typedCode = z.object({ code: boundedText(100, 'codeUnknown').trim().min(1, { error: 'required' }).max(100, { error: 'codeUnknown' }) })

/** Goes to the page that says which class a typed code is of. */
export async function findClass(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = readForm(typedCode, form)
  const code = input.ok ? readCode(input.value.code, codeLengths.class) : null
  if (!code) return refused(input.ok ? refuse('codeUnknown', 'code').problems : input.problems, form, 'code')
  redirect(`/join/${code}`)
}

/** Joins the class of a code and goes to it. */
export async function joinClass(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(typedCode, form)
  const joined = input.ok ? await join(await currentViewer(), (await currentVisitor()).address, input.value.code) : input
  if (!joined.ok) return refused(joined.problems, form)
  redirect(`/classes/${joined.value.classId}`)
}

/** Signs a student in by the code on their paper and goes on to `next`, or to their classes. */
export async function signInByCode(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = readForm(typedCode, form)
  const person = input.ok ? await checkSignInCode(await currentVisitor(), input.value.code) : input
  if (!person.ok) return refused(person.problems, form, 'code')
  await startSession(person.value.id)
  redirect(nextPath(form.get('next'), '/classes'))
}
