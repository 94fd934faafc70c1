'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/input'
import { localeNames, locales } from '@/lib/i18n/locales'
import { useField } from '@/components/form/form-context'

/** The language of the interface; none chosen follows the browser. */
export function LocaleField({ chosen }: { chosen: string | null }) {
  const t = useTranslations('account.fields')
  const { error } = useField('locale')
  return (
    <Field label={t('locale')} error={error}>
      {({ id, describedBy }) => (
        <Select id={id} key={chosen} name="locale" aria-describedby={describedBy} defaultValue={chosen ?? ''}>
          <option value="">{t('anyLocale')}</option>
          {locales.map((locale) => (
            <option key={locale} value={locale} lang={locale}>
              {localeNames[locale]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}
