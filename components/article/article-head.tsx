import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { ReadingNumbers } from '@/components/annotation/reading-numbers'
import { ExchangeMenu } from '@/components/exchange/exchange-menu'
import { languageName } from '@/components/library/language-name'
import type { ArticleView } from '@/lib/server/articles'
import type { Origin } from '@/lib/server/imported-articles'

type Props = {
  article: ArticleView
  /** Where it was imported from; null where somebody pasted it. */
  origin: Origin | null
  /** Whether the reader may have the page as it was received. */
  ownsIt: boolean
}

/** Title, origin and figures of an article, and the ways from here. */
export function ArticleHead({ article, origin: imported, ownsIt }: Props) {
  const [t, removal] = [useTranslations('reader'), useTranslations('article.removal')]
  const format = useFormatter()
  const locale = useLocale()
  const { slug, title, byline, siteName, sourceUrl, publishedAt, language, visibility, revision, layer, flags, readers, mayEdit, mayAnnotate } = article
  const origin = [
    siteName && <bdi key="site">{siteName}</bdi>,
    publishedAt && (
      <time key="date" dateTime={publishedAt}>
        {format.dateTime(new Date(publishedAt), { dateStyle: 'long', timeZone: 'UTC' })}
      </time>
    ),
    <span key="language">{languageName(language, locale)}</span>,
    visibility === 'private' && <span key="private">{t('private')}</span>,
  ].filter(Boolean)
  const below = [
    byline && (
      <bdi key="byline" lang={language}>
        {byline}
      </bdi>
    ),
    <Link key="revision" href={`/articles/${slug}/revisions`} className="reader-link">
      {t('revision', { number: revision.number })}
    </Link>,
    sourceUrl && (
      <a key="source" href={sourceUrl} rel="noopener nofollow ugc" className="reader-link">
        {t('original')}
      </a>
    ),
    imported && (
      <span key="imported">
        {t.rich(imported.file === null ? 'imported' : 'importedFile', {
          date: format.dateTime(new Date(imported.at), { dateStyle: 'medium', timeZone: 'UTC' }),
          file: () => <bdi>{imported.file}</bdi>,
          original: (words) =>
            ownsIt && (
              <span className="print:hidden">
                {' '}
                <a href={`/api/imports/${imported.importId}/original`} download className="reader-link">
                  {words}
                </a>
              </span>
            ),
        })}
      </span>
    ),
    mayEdit && (
      <Link key="edit" href={`/articles/${slug}/edit`} className="reader-link print:hidden">
        {t('edit')}
      </Link>
    ),
    mayEdit && (
      <Link key="remove" href={`/articles/${slug}/remove`} className="reader-link print:hidden">
        {removal('link')}
      </Link>
    ),
  ].filter(Boolean)
  return (
    <header>
      <Row className="text-[13px] text-soft">{origin}</Row>
      <h1 lang={language} dir="auto" className="reader-title">
        {title}
      </h1>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-rule pb-4 text-[14px] text-soft">
        <Row>{below}</Row>
        <Row>
          {[
            <ReadingNumbers key="numbers" flags={flags} readers={readers} />,
            <Link key="summary" href={`/articles/${slug}/summary`} className="reader-link font-medium text-ink">
              {t('summary')}
            </Link>,
            <ExchangeMenu key="exchange" layerId={layer.id} slug={slug} flags={flags} mayAnnotate={mayAnnotate} />,
          ]}
        </Row>
      </div>
    </header>
  )
}

function Row({ children, className = '' }: { children: ReactNode[]; className?: string }) {
  return (
    <div className={`flex flex-wrap items-baseline gap-x-2 ${className}`}>
      {children.map((child, i) => (
        <Fragment key={i}>
          {i > 0 && <span aria-hidden="true">·</span>}
          {child}
        </Fragment>
      ))}
    </div>
  )
}
