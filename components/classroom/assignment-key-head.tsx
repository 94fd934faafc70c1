'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { adoptOwnFlags } from '@/lib/actions/assignments'
import type { AssignmentView } from '@/lib/server/assignment-view'
import { ClassForm } from './class-form'

/** What stands above the text where the key is made: what it is for, and one's own flags of the open reading to begin with. */
export function AssignmentKeyHead({ assignment: { id, title, article, class: of } }: { assignment: Pick<AssignmentView, 'id' | 'title' | 'article' | 'class'> }) {
  const t = useTranslations('assignment.key')
  return (
    <header className="grid gap-3">
      <p className="text-[13px] text-soft">
        <Link href={`/assignments/${id}`} className="reader-link wrap-anywhere">
          {title}
        </Link>
      </p>
      <h1 className="text-[23px] leading-snug font-semibold">{t('title')}</h1>
      <p className="text-[15px]">{t('lead')}</p>
      <p className="text-[13.5px] text-soft">{t('shared')}</p>
      {!of.archived && (
        <ClassForm
          action={adoptOwnFlags} submit={t('adopt')} hidden={{ assignmentId: id }} look={{ variant: 'plain', size: 'small' }}
          done={({ taken }) => t('adopted', { taken: Number(taken) })}
        />
      )}
      <h2 lang={article.language} dir="auto" className="reader-title mt-4">
        {article.title}
      </h2>
    </header>
  )
}
