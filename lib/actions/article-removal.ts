'use server'

import { z } from 'zod'
import * as removal from '@/lib/server/article-removal'
import { currentViewer } from '@/lib/server/session'
import { answered } from './class-answer'
import { readForm, type FormState } from './form-state'
import { formTurnedAway } from './turned-away'

const named = z.object({ articleId: z.string() })
const confirmed = named.extend({ typed: z.string().max(400).optional() })

/** Makes a public article its owner's alone. */
export async function withdrawArticle(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(confirmed, form)
  return answered(input.ok ? await removal.withdrawArticle(await currentViewer(), input.value.articleId, input.value.typed ?? null) : input, form, 'typed')
}

/** Takes an article away; it can be put back for a while. */
export async function removeArticle(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(confirmed, form)
  return answered(input.ok ? await removal.removeArticle(await currentViewer(), input.value.articleId, input.value.typed ?? null) : input, form, 'typed')
}

/** Puts a removed article back. */
export async function restoreArticle(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(named, form)
  return answered(input.ok ? await removal.restoreArticle(await currentViewer(), input.value.articleId) : input, form)
}
