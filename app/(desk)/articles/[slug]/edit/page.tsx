import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { EditArticle } from '@/components/article/editor/edit-article'
import { languageChoices } from '@/components/article/language-choices'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle } from '@/components/ui/page'
import { pathWithNext } from '@/lib/domain/next-path'
import { slugFromSegment } from '@/lib/domain/slug'
import { loadForEditing } from '@/lib/server/drafts'
import { currentViewer } from '@/lib/server/session'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await loadForEditing(await currentViewer(), slugFromSegment((await params).slug))
  const t = await getTranslations('article.edit')
  return article ? { title: t('title', { title: article.details.title }) } : {}
}

export default async function EditPage({ params }: Props) {
  const slug = slugFromSegment((await params).slug)
  const path = `/articles/${encodeURIComponent(slug)}`
  const [t, locale, viewer] = await Promise.all([getTranslations('article.edit'), getLocale(), currentViewer()])
  if (viewer.kind !== 'user') redirect(pathWithNext('/sign-in', `${path}/edit`))
  const article = await loadForEditing(viewer, slug)
  if (!article) notFound()
  return (
    <Page width="text">
      <PageTitle
        kicker={<Link href={path}>{t('back')}</Link>}
        lead={t('kicker', { revision: article.revision })}
      >
        {t('title', { title: article.details.title })}
      </PageTitle>
      <ClientWords sets={['article', 'revisions']}>
        <EditArticle article={article} languages={languageChoices(locale)} />
      </ClientWords>
    </Page>
  )
}
