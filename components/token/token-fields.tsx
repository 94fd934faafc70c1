'use client'

import { useTranslations } from 'next-intl'
import { useField } from '@/components/form/form-context'
import { TextField } from '@/components/account/text-field'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { lifetimes } from '@/lib/domain/access-token'
import type { Scope } from '@/lib/domain/viewer'

/** What a new token is called, what it may do, and for how long. */
export function TokenFields({ scopes }: { scopes: readonly Scope[] }) {
  const t = useTranslations('tokens')
  const { typed: chosen = 'read' } = useField('scope')
  const { error, typed: days = '90' } = useField('days')
  return (
    <>
      <TextField name="name" label={t('form.name')} hint={t('form.nameHint')} autoComplete="off" maxLength={80} required />
      <fieldset className="grid">
        <legend className="mb-1.5 text-sm font-medium">{t('form.scope')}</legend>
        {scopes.map((scope) => (
          <label key={scope} className="flex cursor-pointer items-baseline gap-3 border-t border-rule py-2 last:border-b">
            <input type="radio" name="scope" value={scope} defaultChecked={scope === chosen} className="size-4 translate-y-0.5 accent-accent" />
            <span className="text-[15px]">
              {t(`scopes.${scope}`)}
              <span className="block text-[13px] text-soft">{t(`scopeHints.${scope}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Field label={t('form.days')} error={error}>
        {({ id, describedBy, invalid }) => (
          <Select id={id} name="days" defaultValue={days} aria-describedby={describedBy} aria-invalid={invalid || undefined} className="sm:max-w-[220px]">
            {lifetimes.map((each) => (
              <option key={each} value={each}>
                {t('form.daysFor', { days: each })}
              </option>
            ))}
            <option value="">{t('form.forever')}</option>
          </Select>
        )}
      </Field>
    </>
  )
}
