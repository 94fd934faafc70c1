'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select, TextArea, TextInput } from '@/components/ui/input'
import { contentFormats, type ContentFormat } from '@/lib/domain/article'
import { countCodePoints } from '@/lib/domain/text/code-points'
import { ways, type NewArticleText } from './kept-form'

type Props = {
  value: NewArticleText
  change: (change: Partial<NewArticleText>) => void
  /** Told of a file as soon as it is chosen. */
  chosen: (file: File | undefined) => void
  detected: ContentFormat
  /** Whether the format is the file's own affair: a Word file, a PDF. */
  ownFormat: boolean
  error: string | null
}

/** Where the text comes from: pasted into a field, uploaded as a file, or fetched from an address; and in which format. */
export function SourceField({ value, change, chosen, detected, ownFormat, error }: Props) {
  const t = useTranslations('article.create')
  const pasted = value.way === 'paste'
  return (
    <div className="grid gap-4">
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium">{t('way')}</legend>
        <div className="inline-flex flex-wrap rounded-md border border-line bg-sheet p-0.5">
          {ways.map((way) => (
            <label
              key={way}
              className="inline-flex min-h-9 cursor-pointer items-center rounded px-4 text-[15px] has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
            >
              <input type="radio" name="way" value={way} checked={value.way === way} onChange={() => change({ way })} className="sr-only" />
              {t(`ways.${way}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {value.way === 'address' ? (
        <Field label={t('address')} hint={t('addressHint')} error={error}>
          {({ id, describedBy, invalid }) => (
            <TextInput
              id={id}
              name="address"
              inputMode="url"
              placeholder="https://"
              autoComplete="off"
              dir="ltr"
              value={value.address}
              onChange={(event) => change({ address: event.target.value })}
              aria-describedby={describedBy}
              aria-invalid={invalid}
            />
          )}
        </Field>
      ) : pasted ? (
        <Field
          label={t('body')}
          hint={t('bodyHint')}
          error={error}
          note={value.body && t('size', { characters: countCodePoints(value.body) })}
        >
          {({ id, describedBy, invalid }) => (
            <TextArea
              id={id}
              name="body"
              rows={14}
              dir="auto"
              className="font-serif !text-[17px]"
              value={value.body}
              onChange={(event) => change({ body: event.target.value })}
              aria-describedby={describedBy}
              aria-invalid={invalid}
            />
          )}
        </Field>
      ) : (
        <Field label={t('file')} hint={t('fileHint')} error={error}>
          {({ id, describedBy, invalid }) => (
            <input
              id={id}
              name="file"
              type="file"
              accept=".md,.markdown,.html,.htm,.txt,.docx,.pdf,text/plain,text/markdown,text/html,application/pdf"
              onChange={(event) => chosen(event.target.files?.[0])}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              className="block w-full rounded-md border border-line bg-sheet p-2 text-[15px] file:mr-3 file:min-h-9 file:rounded file:border-0 file:bg-rule file:px-3 file:text-ink"
            />
          )}
        </Field>
      )}
      {value.way !== 'address' && !ownFormat && (
        <Field label={t('format')}>
          {({ id }) => (
            <Select
              id={id}
              name="format"
              className="sm:!w-72"
              value={value.format || (pasted ? detected : '')}
              onChange={(event) => change({ format: event.target.value as NewArticleText['format'] })}
            >
              {!pasted && <option value="">{t('autoFile')}</option>}
              {contentFormats.map((format) => (
                <option key={format} value={format}>
                  {pasted && value.format === '' && format === detected && value.body ? t('formats.auto', { format: t(`formats.${format}`) }) : t(`formats.${format}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  )
}
