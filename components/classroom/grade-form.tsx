'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { NamedField } from '@/components/form/named-field'
import { Field } from '@/components/ui/field'
import { Select, TextArea, TextInput } from '@/components/ui/input'
import { gradeWork } from '@/lib/actions/grades'
import { mostOfWords } from '@/lib/domain/classroom/grade-forms'
import { ClassForm } from './class-form'

type Props = { assignmentId: string; studentId: string; points: number | null; proposed: number | null; comment: string | null; most: number; comments: readonly { id: string; words: string }[] }

/** Sets points by hand, or leaves them to the proposal, and says something of the work as a whole, in new words or in kept ones. */
export function GradeForm({ assignmentId, studentId, points, proposed, comment, most, comments }: Props) {
  const [t, work, format] = [useTranslations('grading.grade'), useTranslations('grading.work'), useFormatter()]
  const [words, setWords] = useState(comment ?? '')
  return (
    <ClassForm action={gradeWork} hidden={{ assignmentId, studentId }} submit={t('save')} fields={['points', 'comment']} label={t('title')} draftKey={`grade/${assignmentId}/${studentId}`} done={() => t('saved')}>
      <NamedField name="points" label={t('points')} note={`0–${format.number(most)}`} hint={proposed === null ? t('pointsHintNone') : t('pointsHint', { points: format.number(proposed) })}>
        {({ id, describedBy, invalid }) => <TextInput key={points} id={id} aria-describedby={describedBy} aria-invalid={invalid || undefined} name="points" inputMode="decimal" autoComplete="off" defaultValue={points ?? ''} className="max-w-32" />}
      </NamedField>
      <NamedField name="comment" label={t('comment')}>
        {({ id, describedBy, invalid }) => <TextArea id={id} aria-describedby={describedBy} aria-invalid={invalid || undefined} name="comment" rows={4} maxLength={mostOfWords} dir="auto" value={words} onChange={(event) => setWords(event.target.value)} />}
      </NamedField>
      {comments.length > 0 && (
        <Field label={t('kept')}>
          {({ id }) => (
            <Select id={id} value="" onChange={(event) => setWords([words.trim(), event.target.value].filter(Boolean).join('\n'))}>
              <option value="">{work('keptNone')}</option>
              {comments.map(({ id: kept, words: said }) => (
                <option key={kept} value={said}>
                  {said.slice(0, 90)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <label className="flex min-h-6 items-center gap-2 text-[14px]">
        <input type="checkbox" name="keep" value="yes" className="size-4" />
        {t('keep')}
      </label>
    </ClassForm>
  )
}
