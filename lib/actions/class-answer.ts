import { refresh } from 'next/cache'
import type { Result } from '@/lib/domain/problem'
import { refused, type FormState } from './form-state'

/** What a form of the classroom shows after it was sent; the page around is drawn anew where something was done. */
export function answered(result: Result<unknown>, form: FormData, ...names: string[]): FormState {
  if (!result.ok) return refused(result.problems, form, ...names)
  refresh()
  return { problems: [], values: {}, done: {} }
}
