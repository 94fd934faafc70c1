import type { Result } from '@/lib/domain/problem'
import { spendAction } from '@/lib/server/action-limit'
import { currentAddress, currentViewer } from '@/lib/server/session'
import { refused, type FormState } from './form-state'

/**
 * Counts an action before anything else is done with what was sent: every action begins with this, or with `formOverLimit`.
 * What is said where there were too many; else null.
 */
export async function overLimit(): Promise<Extract<Result<never>, { ok: false }> | null> {
  const spent = await spendAction(await currentViewer(), await currentAddress())
  return spent.ok ? null : spent
}

/** The same for a form, which comes back with what was typed but secrets. */
export async function formOverLimit(form: FormData): Promise<FormState | null> {
  const over = await overLimit()
  return over && refused(over.problems, form, ...[...new Set(form.keys())].filter((name) => !secret.test(name) && !name.startsWith('$')))
}

/** What never goes back to a page. */
const secret = /password|current|proof|token|code/i
