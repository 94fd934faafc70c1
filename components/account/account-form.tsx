'use client'

import { useTranslations } from 'next-intl'
import { startTransition, useActionState, useEffect, useRef, type ComponentProps, type FormEvent, type ReactNode } from 'react'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormAction } from '@/lib/actions/form-state'
import { FormContext, untouched } from './form-context'

/** The sentences that say that a form is done: words of `account`. */
type Done =
  | 'forgot.sent' | 'verify.done' | 'settings.profileSaved' | 'settings.confirmSent' | 'settings.passwordSaved'
  | 'settings.ended' | 'settings.othersEnded'

/**
 * A form of the account pages. What is wrong stands under its field, or above the form where it belongs to none; the
 * focus goes to the first of it. Without scripts the browser sends the same form to the same action.
 */
export function AccountForm(props: {
  action: FormAction
  submit: ReactNode
  done?: Done
  /** Figures and names of the sentence that only the page knows. */
  doneValues?: Record<string, string | number>
  /** What stays when it is done: the form, for the next time, or only the sentence. */
  after?: 'form' | 'sentence'
  /** The fields that the form has; what is wrong with another is said above it. */
  fields?: readonly string[]
  /** As wide as the column where nothing is said. */
  look?: Pick<ComponentProps<typeof Button>, 'variant' | 'size' | 'aria-label'>
  children?: ReactNode
}) {
  const { fields = [], after = 'form', look } = props
  const t = useTranslations('account')
  const text = useProblemText()
  const [state, act, pending] = useActionState(props.action, untouched)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.done) form.current?.reset()
    if (state.problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]')?.focus()
  }, [state])

  const general = state.problems.filter(({ path }) => !fields.includes(path))
  const done = state.done && props.done && (
    <Notice tone="success">{t(props.done, { ended: 0, email: '', ...props.doneValues, ...state.done })}</Notice>
  )
  if (done && after === 'sentence') return done

  // Sent by hand, the fields keep what was typed, passwords too, when something else was wrong.
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const sent = new FormData(event.currentTarget)
    if (!pending) startTransition(() => act(sent))
  }
  return (
    <form ref={form} action={act} onSubmit={send} noValidate className="grid gap-5">
      {done}
      {general.map((problem) => (
        <div key={problem.code} data-problem tabIndex={-1} className="outline-none">
          <Notice tone="error">{text(problem)}</Notice>
        </div>
      ))}
      <FormContext value={state}>{props.children}</FormContext>
      <div>
        <Button type="submit" variant="primary" aria-busy={pending} {...look} className={look ? '' : 'w-full'}>
          {pending ? t('wait') : props.submit}
        </Button>
      </div>
    </form>
  )
}
