'use client'

import { useTranslations } from 'next-intl'
import { unsay } from '@/lib/actions/grades'
import type { JudgedWork } from '@/lib/server/judged-work'
import { ClassForm } from './class-form'

/** What those who teach said of a passage; with an assignment's id it can be taken back. */
export function WorkWords({ said, assignmentId }: { said: JudgedWork['feedback']; assignmentId: string | null }) {
  const t = useTranslations('grading.work')
  if (said.length === 0) return null
  return (
    <ul className="grid gap-3">
      {said.map(({ id, words, author }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-4 border-l-[3px] border-accent pl-3">
          <p dir="auto" className="whitespace-pre-line wrap-anywhere">
            <span className="text-soft">{t('by', { name: author })}</span> {words}
          </p>
          {assignmentId && (
            <ClassForm
              action={unsay}
              hidden={{ assignmentId, id }}
              submit={t('withdraw')}
              look={{ variant: 'quiet', size: 'small', 'aria-label': t('withdrawOf', { words: words.slice(0, 60) }) }}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
