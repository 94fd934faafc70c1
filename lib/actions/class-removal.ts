'use server'

import { z } from 'zod'
import * as removal from '@/lib/server/class-removal'
import { currentViewer } from '@/lib/server/session'
import { answered } from './class-answer'
import { type FormState } from './form-state'
import { formOverLimit } from './metered'
import { readOwnForm } from './sender'

const sent = z.object({ classId: z.string() })

/** Asks for a class to be deleted after its days of grace. */
export async function deleteClass(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = await readOwnForm(sent, form)
  return answered(input.ok ? await removal.deleteClass(await currentViewer(), input.value.classId) : input, form)
}

/** Calls a deletion off. */
export async function callOffDeletion(_: FormState, form: FormData): Promise<FormState> {
  const over = await formOverLimit(form)
  if (over) return over
  const input = await readOwnForm(sent, form)
  return answered(input.ok ? await removal.keepClass(await currentViewer(), input.value.classId) : input, form)
}
