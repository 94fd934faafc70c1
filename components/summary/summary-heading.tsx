import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { ExchangeMenu } from '@/components/exchange/exchange-menu'
import { PageTitle } from '@/components/ui/page'
import type { ArticleView } from '@/lib/server/articles'

/** Which article a summary is of, in which version, and the way to it. */
export function SummaryHeading({ article, revision, detached }: { article: ArticleView; revision: number; detached: number }) {
  const t = useTranslations('summary')
  const format = useFormatter()
  const date = article.publishedAt && format.dateTime(new Date(article.publishedAt), { dateStyle: 'medium', timeZone: 'UTC' })
  const kicker = [article.siteName, date, t('revision', { number: revision }), t('openReading')].filter(Boolean)
  return (
    <>
      <PageTitle kicker={kicker.join(' · ')}>
        <Link href={`/articles/${article.slug}`} lang={article.language} className="wrap-anywhere no-underline hover:underline">
          <bdi>{article.title}</bdi>
        </Link>
      </PageTitle>
      <div className="-mt-4 mb-6 text-[14px] text-soft">
        <ExchangeMenu layerId={article.layer.id} slug={article.slug} flags={article.flags} mayAnnotate={article.mayAnnotate} />
      </div>
      {detached > 0 && <p className="-mt-4 mb-6 text-[13.5px] text-soft">{t('detached', { count: detached })}</p>}
    </>
  )
}
