'use server'

import { z } from 'zod'
import * as removal from '@/lib/server/class-removal'
import { currentViewer } from '@/lib/server/session'
import { answered } from './class-answer'
import { readForm, type FormState } from './form-state'
import { formTurnedAway } from './turned-away'

const sent = z.object({ classId: z.string() })

/** Asks for a class to be deleted after its days of grace. */
export async function deleteClass(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(sent, form)
  return answered(input.ok ? await removal.deleteClass(await currentViewer(), input.value.classId) : input, form)
}

/** Calls a deletion off. */
export async function callOffDeletion(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(sent, form)
  return answered(input.ok ? await removal.keepClass(await currentViewer(), input.value.classId) : input, form)
}
