'use client'

import { useTranslations } from 'next-intl'
import { startTransition, useActionState, useEffect, useRef, type FormEvent } from 'react'
import { FormContext, untouched } from '@/components/account/form-context'
import { ProofField } from '@/components/account/proof-field'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { FormState } from '@/lib/actions/form-state'
import { makeToken } from '@/lib/actions/tokens'
import type { Scope } from '@/lib/domain/viewer'
import { MadeToken } from './made-token'
import { TokenFields } from './token-fields'


/** A form that makes a token, and in its place the token, until its owner says that they have kept it. */
export function TokenMaker({ scopes, hasPassword, wish }: { scopes: readonly Scope[]; hasPassword: boolean; wish: Record<string, string> }) {
  const fields = ['name', 'scope', 'days', ...(hasPassword ? ['proof'] : [])]
  const [t, text] = [useTranslations('tokens'), useProblemText()]
  const [state, act, pending] = useActionState(
    (before: FormState, form: FormData | null) => (form ? makeToken(before, form) : untouched),
    { ...untouched, values: wish },
  )
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]')?.focus()
  }, [state])
  if (state.done) {
    const { token, name } = state.done
    return <MadeToken token={String(token)} name={String(name)} onKept={() => startTransition(() => act(null))} />
  }
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const sent = new FormData(event.currentTarget)
    if (!pending) startTransition(() => act(sent))
  }
  return (
    <form ref={form} onSubmit={send} noValidate aria-label={t('form.title')} className="mt-7 grid gap-5 sm:max-w-[520px]">
      <h3 className="-mb-1 font-semibold">{t('form.title')}</h3>
      {state.problems
        .filter(({ path }) => !fields.includes(path))
        .map((problem) => (
          <div key={problem.code} data-problem tabIndex={-1} className="outline-none">
            <Notice tone="error">{text(problem)}</Notice>
          </div>
        ))}
      <FormContext value={state}>
        <TokenFields scopes={scopes} />
        <ProofField hasPassword={hasPassword} at="#tokens" />
      </FormContext>
      <div>
        <Button type="submit" variant="primary" aria-busy={pending}>
          {t('form.submit')}
        </Button>
      </div>
    </form>
  )
}
