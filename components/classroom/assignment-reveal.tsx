'use client'

import { useTranslations } from 'next-intl'
import { revealWork } from '@/lib/actions/assignments'
import { AssignmentAsk } from './assignment-ask'
import { ClassMoment } from './class-moment'

type Props = { id: string; revealed: number | null; zone: string; /** There is nothing to reveal: everybody sees everything. */ open: boolean }

/** The button that opens every gate of an assignment at once, or shuts it again. */
export function AssignmentReveal({ id, revealed, open, zone }: Props) {
  const t = useTranslations('assignment.overview')
  if (open && revealed === null) return null
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-3">
      {revealed === null ? (
        <AssignmentAsk key="reveal" action={revealWork} hidden={{ assignmentId: id, revealed: 'yes' }} label={t('reveal')} title={t('revealTitle')} primary>
          <p>{t('revealText')}</p>
        </AssignmentAsk>
      ) : (
        <>
          <p role="status" className="text-[15px]">
            {t.rich('revealed', { when: () => <ClassMoment at={revealed} zone={zone} /> })}
          </p>
          <AssignmentAsk key="hide" action={revealWork} hidden={{ assignmentId: id, revealed: 'no' }} label={t('hide')} title={t('hideTitle')}>
            <p>{t('hideText')}</p>
          </AssignmentAsk>
        </>
      )}
    </div>
  )
}
