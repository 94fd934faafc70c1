'use server'

import { z } from 'zod'
import { problemsOf, refuse, type Result } from '@/lib/domain/problem'
import * as imported from '@/lib/server/imported-articles'
import * as imports from '@/lib/server/imports'
import { currentViewer } from '@/lib/server/session'
import { refused, type FormState } from './form-state'
import { formTurnedAway, turnedAway } from './turned-away'

/** Begins to fetch the form's `address`, or to read its `file`; `done` holds the import's id. */
export async function beginImport(_: FormState, form: FormData): Promise<FormState> {
  const away = await formTurnedAway(form)
  if (away) return away
  const [viewer, address, file] = [await currentViewer(), form.get('address'), form.get('file')]
  const begun =
    typeof address === 'string' ? await imports.importAddress(viewer, address) : file instanceof File ? await imports.importFile(viewer, file) : refuse('invalid')
  return begun.ok ? { problems: [], values: {}, done: { importId: begun.value.id } } : refused(begun.problems, form)
}

const named = z.object({ id: z.uuid() })

/** Gives an import up; input is `{ id }`. */
export async function cancelImport(input: unknown): Promise<Result<null>> {
  const away = await turnedAway(input)
  if (away) return away
  const parsed = named.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  return imports.cancelImport(await currentViewer(), parsed.data.id)
}

/** Makes an article of an import that was looked over; input is `{ importId, details, document }`. */
export async function createImportedArticle(input: unknown): Promise<Result<{ slug: string }>> {
  const away = await turnedAway(input)
  if (away) return away
  const parsed = imported.importedArticle.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  return imported.createImportedArticle(await currentViewer(), parsed.data)
}
