'use server'

import { z } from 'zod'
import * as removal from '@/lib/server/assignment-removal'
import { currentViewer } from '@/lib/server/session'
import { answered } from './class-answer'
import { readForm, type FormState } from './form-state'
import { formTurnedAway } from './turned-away'

const named = z.object({ assignmentId: z.string() })
const confirmed = named.extend({ typed: z.string().max(400).optional() })

/** Asks for an exercise to be deleted after its days of grace. */
export async function deleteAssignment(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(confirmed, form)
  return answered(input.ok ? await removal.deleteAssignment(await currentViewer(), input.value.assignmentId, input.value.typed ?? '') : input, form, 'typed')
}

/** Calls the deletion of an exercise off. */
export async function keepAssignment(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(named, form)
  return answered(input.ok ? await removal.keepAssignment(await currentViewer(), input.value.assignmentId) : input, form)
}
