import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ImportAnnotations } from '@/components/exchange/import-annotations'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle } from '@/components/ui/page'
import { findCodebook } from '@/lib/domain/codebook/registry'
import { pathWithNext } from '@/lib/domain/next-path'
import { slugFromSegment } from '@/lib/domain/slug'
import { readArticle } from '@/lib/server/articles'
import { currentViewer } from '@/lib/server/session'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange.import'))('title'), robots: { index: false } }
}

export default async function ImportPage({ params }: Props) {
  const slug = slugFromSegment((await params).slug)
  const path = `/articles/${encodeURIComponent(slug)}`
  const [t, viewer] = await Promise.all([getTranslations('exchange.import'), currentViewer()])
  if (viewer.kind !== 'user') redirect(pathWithNext('/sign-in', `${path}/import`))
  const article = await readArticle(viewer, slug)
  const codebook = article && findCodebook(article.layer.codebookSlug, article.layer.codebookVersion)
  if (!article?.mayAnnotate || !codebook) notFound()
  return (
    <Page width="text">
      <PageTitle
        kicker={
          <>
            <Link href={path}>{t('back')}</Link>
            <span aria-hidden="true"> · </span>
            <bdi lang={article.language} className="wrap-anywhere">
              {article.title}
            </bdi>
          </>
        }
        lead={t('lead')}
      >
        {t('title')}
      </PageTitle>
      <ClientWords sets={['exchange', 'codebook']}>
        <ImportAnnotations slug={article.slug} language={article.language} layer={{ id: article.layer.id, codebook }} />
      </ClientWords>
    </Page>
  )
}
