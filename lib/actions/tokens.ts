'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { newTokenForm } from '@/lib/domain/access-token'
import { refuse } from '@/lib/domain/problem'
import { currentViewer } from '@/lib/server/session'
import * as tokens from '@/lib/server/tokens'
import { readForm, refused, type FormState } from './form-state'
import { formTurnedAway } from './turned-away'
import { proven } from './proven'

const fields = ['name', 'scope', 'days']

/** Makes a token for the signed-in person; `done` holds its text, which is told this once, and its name. */
export async function makeToken(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const viewer = await currentViewer()
  if (viewer.kind !== 'user') return refused(refuse('signInFirst').problems, form)
  const input = readForm(newTokenForm, form)
  const proof = input.ok ? await proven(form) : input
  if (!input.ok || !proof.ok) return refused(proof.ok ? [] : proof.problems, form, ...fields)
  const made = await tokens.makeToken(viewer, viewer.id, input.value)
  if (!made.ok) return refused(made.problems, form, ...fields)
  refresh()
  return { problems: [], values: {}, done: { token: made.value.token, name: made.value.name } }
}

/** Takes a token of the signed-in person back: the field `token` holds its id. */
export async function revokeToken(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(z.object({ token: z.uuid({ error: 'notFound' }) }), form)
  const revoked = input.ok ? await tokens.revokeToken(await currentViewer(), input.value.token) : input
  if (!revoked.ok) return refused(revoked.problems, form)
  refresh()
  return { problems: [], values: {}, done: {} }
}
