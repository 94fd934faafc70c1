'use client'

import { useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { Select, TextArea } from '@/components/ui/input'
import { importLimits } from '@/lib/domain/formats/import-request'
import { formatsIn } from '@/lib/domain/formats/registry'
import { useFormatName } from './use-format-name'

export type Source = { way: 'upload' | 'paste'; fileName: string; uploaded: string; pasted: string; format: string }

type Props = {
  source: Source
  change: (change: Partial<Source>) => void
  chosen: (file: File | undefined) => void
  guess: string | null
  error: string | null
}

/** Where the annotations come from, a file or a paste, and in which form. */
export function ImportSource({ source, change, chosen, guess, error }: Props) {
  const t = useTranslations('exchange.import')
  const formatName = useFormatName()
  return (
    <div className="grid gap-5">
      <fieldset>
        <legend className="mb-1.5 text-sm font-medium">{t('way')}</legend>
        <div className="inline-flex rounded-md border border-line bg-sheet p-0.5">
          {(['upload', 'paste'] as const).map((way) => (
            <label
              key={way}
              className="inline-flex min-h-9 cursor-pointer items-center rounded px-4 text-[15px] has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
            >
              <input type="radio" name="way" value={way} checked={source.way === way} onChange={() => change({ way })} className="sr-only" />
              {t(`ways.${way}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {source.way === 'upload' ? (
        <Field label={t('file')} hint={t('fileHint', { limit: importLimits.bytes / 1_000_000 })} error={error}>
          {({ id, describedBy, invalid }) => (
            <input
              id={id}
              type="file"
              accept=".csv,.tsv,.txt,.json,.jsonld,.jsonl,.ndjson,text/*,application/json,application/ld+json"
              onChange={(event) => chosen(event.target.files?.[0])}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              className="block w-full rounded-md border border-line bg-sheet p-2 text-[15px] file:mr-3 file:min-h-9 file:rounded file:border-0 file:bg-rule file:px-3 file:text-ink"
            />
          )}
        </Field>
      ) : (
        <Field label={t('text')} error={error}>
          {({ id, describedBy, invalid }) => (
            <TextArea
              id={id}
              rows={10}
              spellCheck={false}
              value={source.pasted}
              onChange={(event) => change({ pasted: event.target.value })}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              className="font-mono !text-[14px]"
            />
          )}
        </Field>
      )}
      <Field label={t('format')}>
        {({ id }) => (
          <Select id={id} className="sm:!w-80" value={source.format} onChange={(event) => change({ format: event.target.value })}>
            <option value="">{guess ? t('formatGuessed', { format: formatName(guess) }) : t('formatUnknown')}</option>
            {formatsIn.map(({ name }) => (
              <option key={name} value={name}>
                {formatName(name)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  )
}
