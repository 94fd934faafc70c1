import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import type { LibraryItem } from '@/lib/server/library'
import { FlagStrip } from './flag-strip'
import { FoundWords } from './found-words'
import { languageName } from './language-name'

/** One article of the library: what it is on the left, how it was flagged on the right. */
export function ArticleRow({ article, terms }: { article: LibraryItem; terms: readonly string[] }) {
  const t = useTranslations('library')
  const format = useFormatter()
  const locale = useLocale()
  const date = new Date(article.publishedAt ?? article.createdAt)
  const kicker = [
    article.siteName && <bdi key="site">{article.siteName}</bdi>,
    <time key="date" dateTime={article.publishedAt ?? article.createdAt}>
      {format.dateTime(date, { dateStyle: 'medium', timeZone: 'UTC' })}
    </time>,
    <span key="language">{languageName(article.language, locale)}</span>,
  ].filter(Boolean)
  return (
    <li className="grid gap-x-10 gap-y-3 border-t border-rule py-5 sm:grid-cols-[minmax(0,1fr)_220px]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2 text-[13px] text-soft">
          {kicker.flatMap((part, index) => (index === 0 ? [part] : [<span key={index} aria-hidden="true">·</span>, part]))}
          {article.visibility === 'private' && <Badge>{t('private')}</Badge>}
          {article.draft && <Badge>{t('draft')}</Badge>}
        </p>
        <h2 lang={article.language} dir="auto" className="mt-1 text-[20px] leading-snug font-semibold">
          <Link href={`/articles/${article.slug}`} className="no-underline hover:underline">
            <FoundWords text={article.title} terms={terms} />
          </Link>
        </h2>
        {article.byline && (
          <p lang={article.language} dir="auto" className="mt-0.5 text-[14px]">
            <FoundWords text={article.byline} terms={terms} />
          </p>
        )}
        <p lang={article.language} dir="auto" className="mt-1.5 max-w-[44em] font-serif text-[15.5px] text-soft">
          <FoundWords text={article.excerpt} terms={terms} />
        </p>
      </div>
      <Flags article={article} />
    </li>
  )
}

function Flags({ article }: { article: LibraryItem }) {
  const t = useTranslations('library')
  const { strip } = article
  if (!strip || strip.flags === 0) return <p className="text-[13px] text-soft sm:pt-6">{t('unflagged')}</p>
  return (
    <div className="grid content-start gap-1.5 sm:pt-6">
      <FlagStrip strip={strip} />
      <Link
        href={`/articles/${article.slug}/summary`}
        className="w-fit py-1 text-[13px] text-soft underline decoration-rule hover:text-ink hover:decoration-current"
      >
        {t('flags', { flags: strip.flags, readers: strip.readers })}
        <span className="sr-only"> {t('summaryOf', { title: article.title })}</span>
      </Link>
    </div>
  )
}

function Badge({ children }: { children: string }) {
  return <span className="rounded-sm border border-line px-1.5 text-[12px] text-ink">{children}</span>
}
