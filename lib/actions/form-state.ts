import type { z } from 'zod'
import { problemsOf, type Problem, type Result } from '@/lib/domain/problem'

/**
 * What a form shows after it was sent: what is wrong, what had been typed (never passwords), or that it is done, with the
 * figures of the sentence that says so. It works as well where no script runs.
 */
export type FormState = { problems: Problem[]; values: Record<string, string>; done?: Record<string, string | number> }

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>

/** Reads a form by its schema; of each field it tells the first thing that is wrong. */
export function readForm<S extends z.ZodType>(schema: S, form: FormData): Result<z.output<S>> {
  const parsed = schema.safeParse(Object.fromEntries(form))
  if (parsed.success) return { ok: true, value: parsed.data }
  const all = problemsOf(parsed.error)
  return { ok: false, problems: all.filter(({ path }, i) => all.findIndex((other) => other.path === path) === i) }
}

/** The form again, with what is wrong and with what stood in the fields of these names. */
export function refused(problems: Problem[], form: FormData, ...names: string[]): FormState {
  const typed = names.map((name) => [name, form.get(name)] as const)
  return { problems, values: Object.fromEntries(typed.filter((pair): pair is [string, string] => typeof pair[1] === 'string')) }
}
