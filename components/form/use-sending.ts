import { useActionState, useState, useTransition, type FormEvent } from 'react'
import { pageOwner } from '@/components/kept/owner'
import type { FormAction, FormState } from '@/lib/actions/form-state'
import { problemOfFailure } from './attempt'

export const untouched: FormState = { problems: [], values: {} }

/**
 * Sends a form to its action. A request that fails is told like anything else that is wrong, and the form stays as it is.
 * `form` is what the element needs: browsers without scripts send it themselves. `clear` forgets the answer.
 * `begin`: what stands in the fields at first.
 */
export function useSending(action: FormAction, begin = untouched) {
  const [served, post] = useActionState(action, begin)
  const [answer, setAnswer] = useState<FormState | null>(null)
  const [pending, start] = useTransition()
  const send = (form: FormData) => {
    if (pending) return
    form.set('reader', pageOwner())
    start(async () => setAnswer(await answerOf(action, form)))
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    send(new FormData(event.currentTarget))
  }
  return { state: answer ?? served, form: { action: post, onSubmit }, send, pending, clear: () => setAnswer(untouched) }
}

async function answerOf(action: FormAction, form: FormData): Promise<FormState> {
  try {
    return await action(untouched, form)
  } catch (error) {
    return { problems: [problemOfFailure(error)], values: {} }
  }
}
