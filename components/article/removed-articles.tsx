import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import type { listRemovedArticles } from '@/lib/server/article-removal'

/** Settings: one's removed articles, each with the way to put it back. */
export function RemovedArticles({ articles }: { articles: Awaited<ReturnType<typeof listRemovedArticles>> }) {
  const t = useTranslations('article.removal')
  const format = useFormatter()
  return (
    <Section title={t('list')} note={t('listNote')}>
      <ul className="divide-y divide-rule border-y border-rule">
        {articles.map(({ slug, title, language, until }) => (
          <li key={slug} className="flex flex-wrap items-baseline justify-between gap-x-4 py-2 text-[15px]">
            <Link href={`/articles/${slug}/remove`} lang={language} dir="auto" className="inline-block min-h-6 wrap-anywhere underline underline-offset-2">
              {title}
            </Link>
            <span className="text-[13.5px] text-soft">{t('until', { date: format.dateTime(new Date(until), { dateStyle: 'medium', timeZone: 'UTC' }) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
