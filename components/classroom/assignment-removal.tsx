'use client'

import { useTranslations } from 'next-intl'
import { TextField } from '@/components/account/text-field'
import { deleteAssignment, keepAssignment } from '@/lib/actions/assignment-removal'
import { isLargeAssignment, type AssignmentContents } from '@/lib/domain/removal'
import type { AssignmentView } from '@/lib/server/assignment-view'
import { AssignmentMoment } from './assignment-moment'
import { ClassForm } from './class-form'

type Props = { of: Pick<AssignmentView, 'id' | 'deleteAt' | 'title' | 'class'>; contents: AssignmentContents; days: number }

/** What goes with an exercise, and the button that deletes it after some days; or, once that is asked for, calls it off. */
export function AssignmentRemoval({ of, contents, days }: Props) {
  const t = useTranslations('assignment.removal')
  const hidden = { assignmentId: of.id }
  const { deleteAt } = of
  if (deleteAt !== null) {
    return (
      <ClassForm action={keepAssignment} submit={t('callOff')} hidden={hidden}>
        <p>{t.rich('due', { when: () => <AssignmentMoment at={deleteAt} zone={of.class.timeZone} /> })}</p>
      </ClassForm>
    )
  }
  return (
    <>
      <ul className="mb-5 grid gap-1.5 text-[15px]">
        {(['begun', 'handedIn', 'flags', 'keyFlags', 'feedback', 'graded'] as const).map((name) => (
          <li key={name}>{t(`counts.${name}`, { count: contents[name] })}</li>
        ))}
        {contents.scores > 0 && <li>{t('counts.scores', { count: contents.scores })}</li>}
      </ul>
      <p className="mb-5 text-[15px]">
        {t('note', { days })}{' '}
        <a href={`/classes/${of.class.id}/data`} download className="underline underline-offset-2">
          {t('export')}
        </a>
      </p>
      <ClassForm action={deleteAssignment} submit={t('deleteNow')} fields={['typed']} hidden={hidden} look={{ variant: 'danger' }}>
        {isLargeAssignment(contents) && <TextField name="typed" label={t('typed', { title: of.title })} maxLength={400} autoComplete="off" required />}
      </ClassForm>
    </>
  )
}
