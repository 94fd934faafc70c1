import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ArticleRemoved } from '@/components/article/article-removed'
import { ArticleRemovalForms } from '@/components/article/article-removal-forms'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle } from '@/components/ui/page'
import { slugFromSegment } from '@/lib/domain/slug'
import { readArticleRemoval } from '@/lib/server/article-removal'
import { currentViewer } from '@/lib/server/session'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('article.removal'))('title'), robots: { index: false } }
}

export default async function RemoveArticlePage({ params }: Props) {
  const found = await readArticleRemoval(await currentViewer(), slugFromSegment((await params).slug))
  if (!found) notFound()
  const t = await getTranslations('article.removal')
  return (
    <Page width="text">
      <PageTitle kicker={t('kicker')}>
        <span lang={found.language} dir="auto" className="wrap-anywhere">
          {found.title}
        </span>
      </PageTitle>
      <ClientWords sets={['article', 'classroom']}>
        {found.removed ? <ArticleRemoved id={found.id} removed={found.removed} /> : <ArticleRemovalForms of={found} />}
      </ClientWords>
    </Page>
  )
}
