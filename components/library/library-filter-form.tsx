import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select, TextInput } from '@/components/ui/input'
import type { LibraryState } from '@/lib/server/library'
import { languageName } from './language-name'
import { libraryAddress, type LibraryFilters } from './library-address'

/** Search and filters as a plain form: they stand in the address, can be shared, and work before any script runs. */
export function LibraryFilterForm(props: {
  filters: LibraryFilters
  languages: readonly string[]
  states: readonly LibraryState[]
}) {
  const t = useTranslations('library')
  const locale = useLocale()
  const { q, language, state, lang } = props.filters
  return (
    <form action="/library" role="search" className="grid grid-cols-2 items-end gap-4 *:min-w-0 max-sm:*:first:col-span-2 sm:grid-cols-[minmax(0,1fr)_auto_auto_auto]">
      <Field label={t('words')}>{({ id }) => <TextInput id={id} type="search" name="q" defaultValue={q} maxLength={200} />}</Field>
      <Field label={t('language')}>
        {({ id }) => (
          <Select id={id} name="language" defaultValue={language ?? ''}>
            <option value="">{t('anyLanguage')}</option>
            {props.languages.map((tag) => (
              <option key={tag} value={tag}>
                {languageName(tag, locale)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('state')}>
        {({ id }) => (
          <Select id={id} name="state" defaultValue={state ?? ''}>
            <option value="">{t('anyState')}</option>
            {props.states.map((name) => (
              <option key={name} value={name}>
                {t(`states.${name}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {lang && <input type="hidden" name="lang" value={lang} />}
      <div className="flex items-center gap-4">
        <Button type="submit" variant="primary">
          {t('search')}
        </Button>
        {(q || language || state) && (
          <Link href={libraryAddress({ lang })} className="py-2 text-[14px] text-soft underline">
            {t('clear')}
          </Link>
        )}
      </div>
    </form>
  )
}
