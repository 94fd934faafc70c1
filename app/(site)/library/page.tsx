import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FreshCounts } from '@/components/annotation/fresh-counts'
import { libraryFilters } from '@/components/library/library-address'
import { LibraryFilterForm } from '@/components/library/library-filter-form'
import { LibraryResults } from '@/components/library/library-results'
import { Footer } from '@/components/site/footer'
import { Page, PageTitle } from '@/components/ui/page'
import { can } from '@/lib/domain/permissions'
import { libraryStates, listArticles, readLibraryLanguages } from '@/lib/server/library'
import { currentViewer } from '@/lib/server/session'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('library')
  return { title: t('title'), description: t('description') }
}

export default async function LibraryPage({ searchParams }: Props) {
  const [t, viewer, params] = await Promise.all([getTranslations('library'), currentViewer(), searchParams])
  const filters = libraryFilters(params)
  const [listed, languages] = await Promise.all([listArticles(viewer, filters), readLibraryLanguages(viewer)])
  const signedIn = viewer.kind === 'user'
  const states = libraryStates.filter((state) => signedIn || (state !== 'private' && state !== 'draft'))
  return (
    <>
      <FreshCounts />
      <Page>
        <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
        <LibraryFilterForm filters={filters} languages={languages} states={states} />
        <LibraryResults listed={listed} filters={filters} mayAdd={signedIn ? can(viewer, 'article.create', undefined) : null} />
      </Page>
      <Footer />
    </>
  )
}
