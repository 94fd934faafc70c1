'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Field } from '@/components/ui/field'
import { TextArea, TextInput } from '@/components/ui/input'
import { gradeWork } from '@/lib/actions/grades'
import { mostOfWords } from '@/lib/domain/classroom/grade-forms'
import { ClassForm } from './class-form'

type Props = { assignmentId: string; studentId: string; points: number | null; proposed: number | null; comment: string | null; most: number }

/** Sets points by hand, or leaves them to the proposal, and says something of the work as a whole. */
export function GradeForm({ assignmentId, studentId, points, proposed, comment, most }: Props) {
  const [t, format] = [useTranslations('grading.grade'), useFormatter()]
  return (
    <ClassForm action={gradeWork} hidden={{ assignmentId, studentId }} submit={t('save')} label={t('title')} done={() => t('saved')}>
      <Field label={t('points')} note={`0–${format.number(most)}`} hint={proposed === null ? t('pointsHintNone') : t('pointsHint', { points: format.number(proposed) })}>
        {({ id, describedBy }) => <TextInput key={points} id={id} aria-describedby={describedBy} name="points" inputMode="decimal" autoComplete="off" defaultValue={points ?? ''} className="max-w-32" />}
      </Field>
      <Field label={t('comment')}>
        {({ id }) => <TextArea id={id} name="comment" rows={4} maxLength={mostOfWords} dir="auto" defaultValue={comment ?? ''} />}
      </Field>
    </ClassForm>
  )
}
