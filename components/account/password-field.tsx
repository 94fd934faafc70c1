'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/input'
import { passwordLimits } from '@/lib/domain/password'
import { useField } from '@/components/form/form-context'

const kinds = {
  /** The one that somebody signs in with. */
  own: { name: 'password', label: 'password', autoComplete: 'current-password', hint: false },
  /** The one that somebody has and is about to change. */
  current: { name: 'current', label: 'currentPassword', autoComplete: 'current-password', hint: false },
  /** The one that somebody has, asked for again before something that cannot be undone. */
  proof: { name: 'proof', label: 'proof', autoComplete: 'current-password', hint: false },
  /** One for a new account. */
  first: { name: 'password', label: 'password', autoComplete: 'new-password', hint: true },
  new: { name: 'password', label: 'newPassword', autoComplete: 'new-password', hint: true },
} as const

/** A password, with a button that shows it. */
export function PasswordField({ kind }: { kind: keyof typeof kinds }) {
  const t = useTranslations('account.fields')
  const [shown, setShown] = useState(false)
  const { name, label, autoComplete, hint } = kinds[kind]
  const { error } = useField(name)
  return (
    <Field label={t(label)} error={error} hint={hint && t('passwordHint', { limit: passwordLimits.chosen })}>
      {({ id, describedBy, invalid }) => (
        <div className="relative">
          <TextInput
            id={id}
            name={name}
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            required
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            className="pr-20"
          />
          <button
            type="button"
            aria-label={t('showPassword')}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-1 right-1 rounded px-3 text-sm text-soft hover:text-ink"
          >
            {shown ? t('hide') : t('show')}
          </button>
        </div>
      )}
    </Field>
  )
}
