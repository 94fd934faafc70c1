'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { buttonLook } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import { callOffDeletion, deleteClass } from '@/lib/actions/class-removal'
import type { ClassContents } from '@/lib/server/class-removal'
import { ClassForm } from './class-form'

/** Settings: everything of the class as a file, and its deletion with a count of what goes. `contents` null: not theirs to delete. */
export function ClassRemoval({ of, contents, days }: { of: { id: string; deleteAt: string | null }; contents: ClassContents | null; days: number }) {
  const t = useTranslations('classroom.removal')
  const format = useFormatter()
  const hidden = { classId: of.id }
  return (
    <>
      <Section title={t('export')} note={t('exportNote')}>
        {/* A plain link: a file is not a page. */}
        <a className={buttonLook({})} href={`/classes/${of.id}/data`} download>
          {t('exportNow')}
        </a>
      </Section>
      {contents && (
        <Section title={t('delete')} note={t('deleteNote', { days })}>
          {of.deleteAt ? (
            <ClassForm action={callOffDeletion} submit={t('callOff')} hidden={hidden}>
              <p className="text-[14px]">{t('due', { date: format.dateTime(new Date(of.deleteAt), { dateStyle: 'long' }) })}</p>
            </ClassForm>
          ) : (
            <ClassForm action={deleteClass} submit={t('deleteNow')} hidden={hidden} look={{ variant: 'danger' }}>
              <ul className="grid gap-0.5 text-[14px]">
                {(['students', 'accounts', 'assignments', 'submissions', 'annotations', 'feedback'] as const).map((name) => (
                  <li key={name}>{t(`counts.${name}`, { count: contents[name] })}</li>
                ))}
              </ul>
            </ClassForm>
          )}
        </Section>
      )}
    </>
  )
}
