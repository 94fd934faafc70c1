'use client'

import { useTranslations } from 'next-intl'
import { useProblemText } from '@/components/site/problem-text'
import type { DraftStatus as Status } from './draft-keeper'

/** Says in a line whether what is written is kept, and where. */
export function DraftStatus({ status }: { status: Status }) {
  const t = useTranslations('article.edit.status')
  const text = useProblemText()
  return (
    <p role="status" className="text-[13.5px] text-soft">
      {status.is === 'kept' ? t('kept', { at: status.at }) : status.is === 'refused' ? text(status.problem) : t(status.is)}
    </p>
  )
}
