'use client'

import { useTranslations } from 'next-intl'
import { findClass, joinClass, signInByCode } from '@/lib/actions/class-entry'
import { ClassCodeField } from './class-code-field'
import { ClassForm } from './class-form'

/** Asks for a class's code. */
export function FindClassForm() {
  const t = useTranslations('classroom.join')
  return (
    <ClassForm action={findClass} submit={t('find')} fields={['code']}>
      <ClassCodeField label={t('code')} hint={t('hint')} placeholder="XXXX-XXXX" />
    </ClassForm>
  )
}

/** Joins the class of a code that was looked up. */
export function JoinClassForm({ code }: { code: string }) {
  const t = useTranslations('classroom.join')
  return <ClassForm action={joinClass} submit={t('now')} hidden={{ code }} />
}

/** Signs a student in by the code on their paper, who goes on to `next`. */
export function SignInCodeForm({ next }: { next: string }) {
  const t = useTranslations('classroom.signIn')
  return (
    <ClassForm action={signInByCode} submit={t('submit')} fields={['code']} hidden={{ next }}>
      <ClassCodeField label={t('code')} hint={t('hint')} placeholder="XXXXX-XXXXX" fromAddress />
    </ClassForm>
  )
}
