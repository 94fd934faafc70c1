import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ArticleRow } from '@/components/library/article-row'
import { LibraryBlank } from '@/components/library/library-blank'
import { LibraryFilterForm } from '@/components/library/library-filter-form'
import { StripLegend } from '@/components/library/strip-legend'
import { ButtonLink } from '@/components/ui/button'
import { Page, PageTitle } from '@/components/ui/page'
import { libraryStates, listArticles, readLibraryLanguages } from '@/lib/server/library'
import { currentViewer } from '@/lib/server/session'

type Address = Partial<Record<'q' | 'language' | 'state' | 'cursor' | 'limit' | 'lang', string>>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('library')
  return { title: t('title'), description: t('description') }
}

export default async function LibraryPage(props: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [t, viewer, address] = await Promise.all([getTranslations('library'), currentViewer(), props.searchParams.then(single)])
  const { lang, ...query } = address
  const [listed, languages] = await Promise.all([listArticles(viewer, query), readLibraryLanguages(viewer)])
  const signedIn = viewer.kind === 'user'
  const narrowed = Boolean(query.q || query.language || query.state)
  const states = libraryStates.filter((state) => signedIn || (state !== 'private' && state !== 'draft'))
  return (
    <Page>
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <LibraryFilterForm filters={address} languages={languages} states={states} />
      {!listed.ok ? (
        <Blank title={t('badQueryTitle')} text={t('badQueryText')}>
          <ButtonLink href={href({ lang })}>{t('first')}</ButtonLink>
        </Blank>
      ) : listed.value.items.length === 0 ? (
        narrowed || query.cursor ? (
          <Blank title={t('noneTitle')} text={t('noneText')}>
            <ButtonLink href={href({ lang })}>{t('clear')}</ButtonLink>
          </Blank>
        ) : (
          <Blank title={t('emptyTitle')} text={t(signedIn ? 'emptyText' : 'emptySignedOut')}>
            <ButtonLink variant="primary" href="/articles/new">
              {t('add')}
            </ButtonLink>
          </Blank>
        )
      ) : (
        <>
          <div className="mt-8 mb-3">
            <StripLegend />
          </div>
          <ul aria-label={t('articles')} className="border-b border-rule">
            {listed.value.items.map((article) => (
              <ArticleRow key={article.id} article={article} />
            ))}
          </ul>
        </>
      )}
      {listed.ok && (
        <nav aria-label={t('articles')} className="mt-6 flex justify-between gap-4">
          {query.cursor ? <Link className="py-1 underline" href={href({ ...address, cursor: undefined })}>{t('first')}</Link> : <span />}
          {listed.value.nextCursor && (
            <Link rel="next" className="py-1 underline" href={href({ ...address, cursor: listed.value.nextCursor })}>
              {t('next')}
            </Link>
          )}
        </nav>
      )}
    </Page>
  )
}

function Blank(props: Parameters<typeof LibraryBlank>[0]) {
  return (
    <div className="mt-8">
      <LibraryBlank {...props} />
    </div>
  )
}

/** The address's parts as single strings; an empty field of the form means none. */
function single(params: Record<string, string | string[] | undefined>): Address {
  const names = ['q', 'language', 'state', 'cursor', 'limit', 'lang'] as const
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = [params[name]].flat()[0]
      return value ? [[name, value]] : []
    }),
  )
}

function href(address: Address): string {
  const set = Object.entries(address).filter(([, value]) => value !== undefined) as [string, string][]
  return set.length === 0 ? '/library' : `/library?${new URLSearchParams(set)}`
}
