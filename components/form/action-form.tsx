'use client'

import { useEffect, useEffectEvent, useRef, type ComponentProps, type FormEvent, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormAction, FormState } from '@/lib/actions/form-state'
import type { Problem } from '@/lib/domain/problem'
import { readFields, type Fields } from './fields'
import { FormContext } from './form-context'
import { ProblemNotice } from './problem-notice'
import { RestoredNotice } from './restored-notice'
import { useFormDraft } from './use-form-draft'
import { useSending } from './use-sending'

export type ActionFormProps = {
  action: FormAction
  submit: ReactNode
  /** What the button says while the form is on its way. */
  wait: string
  /** The fields that show what is wrong with them; the rest is said above the form. */
  fields?: readonly string[]
  hidden?: Record<string, string>
  /** What is said when it is done. */
  done?: (done: NonNullable<FormState['done']>) => ReactNode
  onDone?: () => void
  /** What stays when it is done: the form, empty or as it is, or only the sentence. */
  after?: 'form' | 'blank form' | 'sentence'
  look?: Pick<ComponentProps<typeof Button>, 'variant' | 'size' | 'aria-label' | 'className'>
  label?: string
  /** Fields and button in one row, where there is room. */
  row?: boolean
  /** The name under which what is typed is kept in this browser until it is saved: the form, and what it is about. */
  draftKey?: string
  /** A second button, which leaves the form and throws away what was typed. */
  cancel?: { label: string; act: () => void }
  children?: ReactNode
}

/**
 * A form of an action. What is wrong stands under its field, or above the form where it belongs to none; the focus goes to
 * the first of it. Whatever becomes of sending it, the fields keep what was typed, passwords too. Without scripts the
 * browser sends the same form to the same action.
 */
export function ActionForm(props: ActionFormProps) {
  const { fields = [], hidden = {}, after = 'form', draftKey, onDone, cancel } = props
  const { state, form: sending, send, pending } = useSending(props.action)
  const form = useRef<HTMLFormElement>(null)
  const sent = useRef<Fields>({})
  const draft = useFormDraft(form, draftKey)
  const finished = useEffectEvent(() => {
    draft.saved(sent.current)
    if (after === 'blank form') form.current?.reset()
    onDone?.()
  })
  const told = useEffectEvent((problems: readonly Problem[]) => {
    for (const { code, path } of problems) if (code === 'detailChanged') draft.told(path)
  })
  useEffect(() => {
    if (state.done) finished()
    told(state.problems)
    if (state.problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]')?.focus()
  }, [state])

  const done = state.done && props.done && <Notice tone="success">{props.done(state.done)}</Notice>
  if (done && after === 'sentence') return done
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    sent.current = readFields(event.currentTarget)
    const data = new FormData(event.currentTarget)
    const before = draft.before()
    if (before !== null) data.set('before', before)
    send(data)
  }
  const leave = () => {
    draft.discard()
    cancel?.act()
  }
  return (
    <form ref={form} action={sending.action} onSubmit={submit} noValidate aria-label={props.label} className="grid gap-5">
      {draft.shown && <RestoredNotice shown={draft.shown} showNext={draft.showNext} discard={draft.discard} />}
      {done}
      {state.problems
        .filter(({ path }) => !fields.includes(path))
        .map((problem) => (
          <ProblemNotice key={problem.code} problem={problem} />
        ))}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className={props.row ? 'flex flex-wrap items-start gap-x-3 gap-y-4' : 'grid gap-5'}>
        <FormContext value={state}>{props.children}</FormContext>
        <div className={props.row ? 'flex gap-3 self-end' : 'flex flex-wrap gap-3'}>
          <Button type="submit" variant="primary" aria-busy={pending} {...props.look}>
            {pending ? props.wait : props.submit}
          </Button>
          {cancel && (
            <Button variant="quiet" size={props.look?.size} onClick={leave}>
              {cancel.label}
            </Button>
          )}
        </div>
      </div>
    </form>
  )
}
