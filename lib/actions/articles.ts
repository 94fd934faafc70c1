'use server'

import { z } from 'zod'
import { replacedList } from '@/lib/domain/anchoring/replaced'
import { articleDetails } from '@/lib/domain/article'
import { problemsOf, type Result } from '@/lib/domain/problem'
import * as articles from '@/lib/server/articles'
import { detectLanguage } from '@/lib/server/import/language'
import { readSubmittedArticle } from '@/lib/server/import/submitted-article'
import * as revisions from '@/lib/server/revisions'
import { refused, type FormState } from './form-state'
import { formTurnedAway, overLimit, turnedAway } from './turned-away'
import { senderOf } from './sender'

/** Creates an article from the form that pastes or uploads one; `done` holds its slug. */
export async function createArticle(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const sender = await senderOf(form)
  if (!sender.ok) return refused(sender.problems, form)
  const input = await readSubmittedArticle(form)
  const made = input.ok ? await articles.createArticle(sender.value, input.value) : input
  return made.ok ? { problems: [], values: {}, done: { slug: made.value.slug } } : refused(made.problems, form)
}

/** The language a text seems to be in, as a tag; `und` where nothing can be told. */
export async function tellLanguage(input: unknown): Promise<string> {
  if (await overLimit()) return 'und'
  const text = z.string().max(20_000).safeParse(input)
  return text.success ? detectLanguage(text.data) : 'und'
}

const edit = z.object({
  id: z.uuid(),
  baseRevision: z.int().positive(),
  document: z.unknown(),
  details: articleDetails,
  known: articleDetails.partial().optional(),
  replaced: replacedList.nullable().catch(null),
})

/** Saves an edit as the next revision; input is `{ id, baseRevision, document, replaced, details, known }`. */
export async function saveArticle(input: unknown): Promise<Result<revisions.Saved>> {
  const away = await turnedAway(input)
  if (away) return away
  const parsed = edit.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const sender = await senderOf(input)
  return sender.ok ? revisions.saveRevision(sender.value, parsed.data.id, parsed.data) : sender
}
