'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { NamedField } from '@/components/form/named-field'
import { useHasDraft } from '@/components/form/use-form-draft'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select, TextArea } from '@/components/ui/input'
import { sayOfPassage } from '@/lib/actions/grades'
import { mostOfWords } from '@/lib/domain/classroom/grade-forms'
import { ClassForm } from './class-form'

type Props = { hidden: Record<string, string>; quote: string; comments: readonly { id: string; words: string }[] }

/** Says something of one passage, in new words or in kept ones. */
export function WorkSay({ hidden, quote, comments }: Props) {
  const t = useTranslations('grading.work')
  const draftKey = `say/${Object.values(hidden).join('/')}`
  const begun = useHasDraft(draftKey)
  const [chosen, setOpen] = useState<boolean | null>(null)
  const [words, setWords] = useState('')
  const open = chosen ?? begun
  const close = () => {
    setOpen(false)
    setWords('')
  }
  if (!open) {
    return (
      <div>
        <Button size="small" aria-label={t('sayOf', { quote })} onClick={() => setOpen(true)}>
          {t('say')}
        </Button>
      </div>
    )
  }
  return (
    <div className="grid gap-3 bg-sheet p-4">
      <ClassForm
        action={sayOfPassage}
        hidden={hidden}
        submit={t('saySend')}
        fields={['words']}
        label={t('sayOf', { quote })}
        draftKey={draftKey}
        look={{ size: 'small' }}
        onDone={close}
        cancel={{ label: t('cancel'), act: close }}
      >
        {comments.length > 0 && (
          <Field label={t('kept')}>
            {({ id }) => (
              <Select id={id} value="" onChange={(event) => setWords(event.target.value)}>
                <option value="">{t('keptNone')}</option>
                {comments.map((comment) => (
                  <option key={comment.id} value={comment.words}>
                    {comment.words.slice(0, 90)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <NamedField name="words" label={t('words')}>
          {({ id, describedBy, invalid }) => (
            <TextArea id={id} aria-describedby={describedBy} aria-invalid={invalid || undefined} name="words" rows={3} maxLength={mostOfWords} dir="auto" autoFocus={chosen === true} value={words} onChange={(event) => setWords(event.target.value)} />
          )}
        </NamedField>
        <label className="flex min-h-6 items-center gap-2 text-[14px]">
          <input type="checkbox" name="keep" value="yes" className="size-4" />
          {t('keep')}
        </label>
      </ClassForm>
    </div>
  )
}
