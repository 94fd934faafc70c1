'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { readTextFile } from '@/components/exchange/read-text-file'
import { useProblemText } from '@/components/site/problem-text'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/input'

/** Where a class list comes from: pasted, or a file whose text can then be mended in place. */
export function PeopleSource({ text, change }: { text: string; change: (text: string) => void }) {
  const [t, problemText] = [useTranslations('classroom.roster'), useProblemText()]
  const [error, setError] = useState<string | null>(null)
  const choose = async (file: File | undefined) => {
    if (!file) return
    const read = await readTextFile(file)
    setError(read.ok ? null : problemText(read.problems[0]!))
    if (read.ok) change(read.value.replace(/^\uFEFF/, ''))
  }
  return (
    <div className="grid gap-5">
      <Field label={t('paste')} hint={t('pasteHint')}>
        {({ id, describedBy }) => (
          <TextArea
            id={id}
            rows={10}
            value={text}
            placeholder={t('example')}
            spellCheck={false}
            onChange={(event) => change(event.target.value)}
            aria-describedby={describedBy}
          />
        )}
      </Field>
      <Field label={t('file')} hint={t('fileHint')} error={error}>
        {({ id, describedBy, invalid }) => (
          <input
            id={id}
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={(event) => void choose(event.target.files?.[0])}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            className="block w-full rounded-md border border-line bg-sheet p-2 text-[15px] file:mr-3 file:min-h-9 file:rounded file:border-0 file:bg-rule file:px-3 file:text-ink"
          />
        )}
      </Field>
    </div>
  )
}
