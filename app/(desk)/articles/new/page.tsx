import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { languageChoices } from '@/components/article/language-choices'
import { ImportArticle } from '@/components/article/import-article'
import { ways } from '@/components/article/kept-form'
import { NewArticleForm } from '@/components/article/new-article-form'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle } from '@/components/ui/page'
import { pathWithNext } from '@/lib/domain/next-path'
import { can } from '@/lib/domain/permissions'
import { readImport } from '@/lib/server/imports'
import { currentViewer } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('article.create'))('title') }
}

type Query = { import?: string | string[]; way?: string | string[] }

export default async function NewArticlePage({ searchParams }: { searchParams: Promise<Query> }) {
  const [t, locale, viewer, query] = await Promise.all([getTranslations('article'), getLocale(), currentViewer(), searchParams])
  if (viewer.kind !== 'user') redirect(pathWithNext('/sign-in', '/articles/new'))
  if (!can(viewer, 'article.create', undefined)) notFound()
  const begun = typeof query.import === 'string' ? await readImport(viewer, query.import) : null
  if (typeof query.import === 'string' && !begun) notFound()
  if (begun?.slug) redirect(`/articles/${encodeURIComponent(begun.slug)}`)
  const languages = languageChoices(locale)
  return (
    <Page width="text">
      <PageTitle lead={begun ? t('import.lead') : t('create.lead')}>{t('create.title')}</PageTitle>
      <ClientWords sets={['article']}>
        {begun ? (
          <ImportArticle key={begun.id} begun={begun} languages={languages} />
        ) : (
          <NewArticleForm languages={languages} way={ways.find((way) => way === query.way) ?? null} />
        )}
      </ClientWords>
    </Page>
  )
}
