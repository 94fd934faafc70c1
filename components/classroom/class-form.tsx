'use client'

import { useTranslations } from 'next-intl'
import { startTransition, useActionState, useEffect, useEffectEvent, useRef, type ComponentProps, type FormEvent, type ReactNode } from 'react'
import { FormContext, untouched } from '@/components/account/form-context'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormAction, FormState } from '@/lib/actions/form-state'

/**
 * A form of the classroom. What is wrong stands under its field, or above the form where it belongs to none; the focus
 * goes to the first of it. Without scripts the browser sends the same form to the same action.
 */
export function ClassForm(props: {
  action: FormAction
  submit: ReactNode
  /** The fields that show what is wrong with them; the rest is said above the form. */
  fields?: readonly string[]
  hidden?: Record<string, string>
  /** What is said when it is done. */
  done?: (done: NonNullable<FormState['done']>) => ReactNode
  onDone?: () => void
  look?: Pick<ComponentProps<typeof Button>, 'variant' | 'size' | 'aria-label'>
  label?: string
  /** Fields and button in one row, where there is room. */
  row?: boolean
  children?: ReactNode
}) {
  const { fields = [], hidden = {}, onDone } = props
  const t = useTranslations('classroom')
  const text = useProblemText()
  const [state, act, pending] = useActionState(props.action, untouched)
  const form = useRef<HTMLFormElement>(null)
  const finished = useEffectEvent(() => onDone?.())
  useEffect(() => {
    if (state.done) finished()
    if (state.problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]')?.focus()
  }, [state])
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const sent = new FormData(event.currentTarget)
    if (!pending) startTransition(() => act(sent))
  }
  const general = state.problems.filter(({ path }) => !fields.includes(path))
  return (
    <form ref={form} action={act} onSubmit={send} noValidate aria-label={props.label} className="grid gap-5">
      {state.done && props.done && <Notice tone="success">{props.done(state.done)}</Notice>}
      {general.map((problem) => (
        <div key={problem.code} data-problem tabIndex={-1} className="outline-none">
          <Notice tone="error">{text(problem)}</Notice>
        </div>
      ))}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className={props.row ? 'flex flex-wrap items-start gap-x-3 gap-y-4' : 'grid gap-5'}>
        <FormContext value={state}>{props.children}</FormContext>
        <div className={props.row ? 'self-end' : ''}>
          <Button type="submit" variant="primary" aria-busy={pending} {...props.look}>
            {pending ? t('wait') : props.submit}
          </Button>
        </div>
      </div>
    </form>
  )
}
