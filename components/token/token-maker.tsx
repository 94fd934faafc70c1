'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ProofField } from '@/components/account/proof-field'
import { FormContext } from '@/components/form/form-context'
import { ProblemNotice } from '@/components/form/problem-notice'
import { untouched, useSending } from '@/components/form/use-sending'
import { Button } from '@/components/ui/button'
import { makeToken } from '@/lib/actions/tokens'
import type { Scope } from '@/lib/domain/viewer'
import { MadeToken } from './made-token'
import { TokenFields } from './token-fields'

/** A form that makes a token, and in its place the token, until its owner says that they have kept it. */
export function TokenMaker({ scopes, hasPassword, wish }: { scopes: readonly Scope[]; hasPassword: boolean; wish: Record<string, string> }) {
  const fields = ['name', 'scope', 'days', ...(hasPassword ? ['proof'] : [])]
  const t = useTranslations('tokens')
  const { state, form: sending, pending, clear } = useSending(makeToken, { ...untouched, values: wish })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (state.problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]')?.focus()
  }, [state])
  if (state.done) {
    const { token, name } = state.done
    return <MadeToken token={String(token)} name={String(name)} onKept={clear} />
  }
  return (
    <form ref={form} {...sending} noValidate aria-label={t('form.title')} className="mt-7 grid gap-5 sm:max-w-[520px]">
      <h3 className="-mb-1 font-semibold">{t('form.title')}</h3>
      {state.problems
        .filter(({ path }) => !fields.includes(path))
        .map((problem) => (
          <ProblemNotice key={problem.code} problem={problem} />
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
