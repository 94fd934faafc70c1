import { useLocale, useTranslations } from 'next-intl'
import type { ReferenceField } from '@/lib/domain/api-reference'
import { codeSpans } from './code-spans'

/** What is sent or answered, field by field. */
export function FieldList({ title, fields }: { title: string; fields: (ReferenceField & { in?: string })[] }) {
  const [t, locale] = [useTranslations('developers'), useLocale()]
  if (fields.length === 0) return null
  return (
    <div>
      <h4 className="text-[13px] font-semibold text-soft">{title}</h4>
      <dl lang="en" className="mt-1 divide-y divide-rule border-y border-rule font-sans text-[13.5px]">
        {fields.map(({ name, type, required, description, in: place }) => (
          <div key={`${place} ${name}`} className="grid gap-x-4 py-1.5 sm:grid-cols-[13rem_minmax(0,1fr)]">
            <dt className="font-mono text-[13px] font-semibold wrap-anywhere">
              {name}
              {place && place !== 'query' && <span className="ml-2 font-sans text-[12px] text-soft">{place}</span>}
            </dt>
            <dd className="text-soft">
              <span className="font-mono text-[12.5px] wrap-anywhere text-ink">{type}</span>
              {!required && (
                <span lang={locale} className="ml-2 font-sans text-[12.5px]">
                  {t('optional')}
                </span>
              )}
              {description && <span className="block">{codeSpans(description)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
