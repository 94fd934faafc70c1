'use client'

import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { ButtonLink } from '@/components/site/button-link'
import { FormContext } from '@/components/form/form-context'
import { PasswordField } from './password-field'

/**
 * Appears in a form that asks for a recent sign-in, once it was refused for that: the password again, in the form itself,
 * or for people without one the way to sign in anew, which leads back with what the form already says.
 */
export function ProofField({ hasPassword, at = '' }: { hasPassword: boolean; at?: string }) {
  const t = useTranslations('account.settings')
  const { problems, values } = useContext(FormContext)
  if (!problems.some(({ path }) => path === 'proof')) return null
  if (hasPassword) return <PasswordField kind="proof" />
  const said = new URLSearchParams(values).toString()
  const next = `/settings${said && `?${said}`}${at}`
  return (
    <div className="grid justify-items-start gap-2">
      <p className="text-[14px] text-soft">{t('proveElsewhere')}</p>
      <ButtonLink href={`/sign-in?again=1&next=${encodeURIComponent(next)}`}>{t('signInAgain')}</ButtonLink>
    </div>
  )
}
