'use client'

import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import { changeRevisionSight } from '@/lib/actions/article-removal'

/** For who decides about an article: takes one of its earlier versions out of everybody's sight, or shows it again, and says first what that means. */
export function RevisionSight({ articleId, number, ownerOnly }: { articleId: string; number: number; ownerOnly: boolean }) {
  const t = useTranslations('revisions.sight')
  return (
    <details className="text-[14px]">
      <summary className="inline-block cursor-pointer py-1 text-soft underline underline-offset-2">{t(ownerOnly ? 'showAsk' : 'hideAsk')}</summary>
      <p className="mt-1 mb-2 max-w-[40em] text-soft">{t(ownerOnly ? 'showMeans' : 'hideMeans')}</p>
      <ActionForm
        action={changeRevisionSight}
        hidden={{ articleId, number: String(number), to: ownerOnly ? 'everybody' : 'owner' }}
        submit={t(ownerOnly ? 'show' : 'hide')}
        wait={t('wait')}
        look={{ variant: 'plain', size: 'small' }}
      />
    </details>
  )
}
