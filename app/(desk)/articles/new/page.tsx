import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { languageChoices } from '@/components/article/language-choices'
import { NewArticleForm } from '@/components/article/new-article-form'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle } from '@/components/ui/page'
import { pathWithNext } from '@/lib/domain/next-path'
import { currentViewer } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('article.create'))('title') }
}

export default async function NewArticlePage() {
  const [t, locale, viewer] = await Promise.all([getTranslations('article.create'), getLocale(), currentViewer()])
  if (viewer.kind !== 'user') redirect(pathWithNext('/sign-in', '/articles/new'))
  return (
    <Page width="text">
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <ClientWords sets={['article']}>
        <NewArticleForm languages={languageChoices(locale)} />
      </ClientWords>
    </Page>
  )
}
