'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { ClassForm } from '@/components/classroom/class-form'
import { restoreArticle } from '@/lib/actions/article-removal'
import type { ArticleRemoval } from '@/lib/server/article-removal'

/** An article that was removed: until when it can be put back, and the button for it. */
export function ArticleRemoved({ id, removed }: { id: string; removed: NonNullable<ArticleRemoval['removed']> }) {
  const t = useTranslations('article.removal')
  const format = useFormatter()
  const on = (moment: string) => format.dateTime(new Date(moment), { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <div className="grid gap-4">
      <p>{t('removed', { date: on(removed.at), until: on(removed.until) })}</p>
      {removed.mayRestore ? (
        <ClassForm action={restoreArticle} submit={t('restore')} hidden={{ articleId: id }} />
      ) : (
        <p>{t('byOthers')}</p>
      )}
    </div>
  )
}
