'use client'

import { useTranslations } from 'next-intl'
import { eraseStudent } from '@/lib/actions/class-people'
import { ClassForm } from './class-form'

/** Erases a student's account and work, once a box is ticked; the class can be taken along as a file before. */
export function StudentErasure({ classId, userId, name, label, onDone }: { classId: string; userId: string; name: string; label: string; onDone?: () => void }) {
  const t = useTranslations('classroom.people')
  return (
    <ClassForm action={eraseStudent} submit={label} hidden={{ classId, userId }} look={{ variant: 'danger' }} onDone={onDone}>
      <p className="text-[14px] text-soft">
        {t('eraseText', { name })}{' '}
        <a href={`/classes/${classId}/data`} download className="underline underline-offset-2">
          {t('eraseExport')}
        </a>
      </p>
      <label className="flex min-h-6 items-center gap-2 text-[14px]">
        <input type="checkbox" name="sure" value="yes" />
        {t('eraseSure', { name })}
      </label>
    </ClassForm>
  )
}
