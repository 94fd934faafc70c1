'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import * as removal from '@/lib/server/article-removal'
import * as sight from '@/lib/server/revision-sight'
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

const oneRevision = named.extend({ number: z.coerce.number().int().min(1).max(2_147_483_647), to: z.enum(['owner', 'everybody']) })

/** Takes an earlier revision out of everybody's sight but its owner's, or shows it again. */
export async function changeRevisionSight(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const input = readForm(oneRevision, form)
  const changed = input.ok ? await sight.changeRevisionSight(await currentViewer(), input.value.articleId, input.value.number, input.value.to) : input
  if (changed.ok) refresh()
  return answered(changed, form)
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
