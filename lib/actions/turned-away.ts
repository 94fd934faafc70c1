import type { Result } from '@/lib/domain/problem'
import { spendAction } from '@/lib/server/action-limit'
import { currentAddress, currentViewer } from '@/lib/server/session'
import { refused, type FormState } from './form-state'
import { senderOf } from './sender'

/**
 * Every action begins with this, or with `formTurnedAway`: it is counted before anything else is done with what was sent,
 * and nothing is taken from another than the page was made for. What is said to who is turned away; else null.
 */
export async function turnedAway(sent: unknown): Promise<Extract<Result<never>, { ok: false }> | null> {
  const spent = await spendAction(await currentViewer(), await currentAddress())
  const sender = spent.ok ? await senderOf(sent) : spent
  return sender.ok ? null : sender
}

/** The same for a form, which comes back with what was typed but secrets. */
export async function formTurnedAway(form: FormData): Promise<FormState | null> {
  const away = await turnedAway(form)
  return away && refused(away.problems, form, ...[...new Set(form.keys())].filter((name) => !secret.test(name) && !name.startsWith('$')))
}

/** What never goes back to a page. */
const secret = /password|current|proof|token|code/i
