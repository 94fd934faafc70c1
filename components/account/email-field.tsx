'use client'

import { useTranslations } from 'next-intl'
import { TextField } from './text-field'

/** The address of an account. Password managers know it as the user name. */
export function EmailField() {
  const t = useTranslations('account.fields')
  return (
    <TextField
      name="email"
      type="email"
      label={t('email')}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
    />
  )
}
