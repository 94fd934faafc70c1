import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { ButtonLink } from '@/components/site/button-link'
import type { Result } from '@/lib/domain/problem'
import type { LibraryPage } from '@/lib/server/library'
import { ArticleRow } from './article-row'
import { LibraryBlank } from './library-blank'
import { libraryAddress, type LibraryFilters } from './library-address'
import { StripLegend } from './strip-legend'

/** `mayAdd`: null for who is signed out, and would have to sign in first. */
type Props = { listed: Result<LibraryPage>; filters: LibraryFilters; mayAdd: boolean | null }

/** A page of articles with the way to the next one; or, where there is none, why not and what to do. */
export function LibraryResults({ listed, filters, mayAdd }: Props) {
  const t = useTranslations('library')
  const start = libraryAddress({ lang: filters.lang })
  if (!listed.ok) {
    return (
      <LibraryBlank title={t('badQueryTitle')} text={t('badQueryText')}>
        <ButtonLink href={start}>{t('first')}</ButtonLink>
      </LibraryBlank>
    )
  }
  if (listed.value.items.length > 0) return <Articles page={listed.value} filters={filters} />
  if (filters.q || filters.language || filters.state || filters.cursor) {
    return (
      <LibraryBlank title={t('noneTitle')} text={t('noneText')}>
        <ButtonLink href={start}>{t('clear')}</ButtonLink>
      </LibraryBlank>
    )
  }
  return (
    <LibraryBlank title={t('emptyTitle')} text={t(mayAdd === null ? 'emptySignedOut' : mayAdd ? 'emptyText' : 'emptyStudent')}>
      {mayAdd === false ? (
        <ButtonLink href="/classes">{t('toClasses')}</ButtonLink>
      ) : (
        <ButtonLink variant="primary" href="/articles/new">
          {t('add')}
        </ButtonLink>
      )}
    </LibraryBlank>
  )
}

function Articles({ page, filters }: { page: LibraryPage; filters: LibraryFilters }) {
  const t = useTranslations('library')
  return (
    <>
      <div className="mt-8 mb-3">
        <StripLegend />
      </div>
      <ul aria-label={t('articles')} className="border-b border-rule">
        {page.items.map((article) => (
          <ArticleRow key={article.id} article={article} terms={page.terms} />
        ))}
      </ul>
      <nav aria-label={t('pages')} className="mt-6 flex justify-between gap-4">
        {filters.cursor ? (
          <Link className="py-1 underline" href={libraryAddress({ ...filters, cursor: undefined })}>
            {t('first')}
          </Link>
        ) : (
          <span />
        )}
        {page.nextCursor && (
          <Link rel="next" className="py-1 underline" href={libraryAddress({ ...filters, cursor: page.nextCursor })}>
            {t('next')}
          </Link>
        )}
      </nav>
    </>
  )
}
