import type { Result } from '@/lib/domain/problem'
import { spendAction } from '@/lib/server/action-limit'
import { currentAddress, currentViewer } from '@/lib/server/session'
import { refused, type FormState } from './form-state'
import { senderOf } from './sender'

type Refusal = Extract<Result<never>, { ok: false }>

/**
 * Counts an action before anything else is done with what was sent: what somebody who is signed out may do begins with
 * this, or with `formOverLimit`. What is said where there were too many; else null.
 */
export async function overLimit(): Promise<Refusal | null> {
  const spent = await spendAction(await currentViewer(), await currentAddress())
  return spent.ok ? null : spent
}

/** The same for a form, which comes back with what was typed but secrets. */
export async function formOverLimit(form: FormData): Promise<FormState | null> {
  return backWith(form, await overLimit())
}

/**
 * Every other action begins with this, or with `formTurnedAway`: it is counted, and nothing is taken from another than the
 * page was made for. What is said to who is turned away; else null.
 */
export async function turnedAway(sent: unknown): Promise<Refusal | null> {
  const over = await overLimit()
  const sender = over ?? (await senderOf(sent))
  return sender.ok ? null : sender
}

/** The same for a form. */
export async function formTurnedAway(form: FormData): Promise<FormState | null> {
  return backWith(form, await turnedAway(form))
}

function backWith(form: FormData, refusal: Refusal | null): FormState | null {
  return refusal && refused(refusal.problems, form, ...[...new Set(form.keys())].filter((name) => !secret.test(name) && !name.startsWith('$')))
}

/** What never goes back to a page. */
const secret = /password|current|proof|token|code/i
