import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { FreshCounts } from '@/components/annotation/fresh-counts'
import { EmptyLayer } from '@/components/summary/empty-layer'
import { SummaryHeading } from '@/components/summary/summary-heading'
import { SummarySheet } from '@/components/summary/summary-sheet'
import { Page } from '@/components/ui/page'
import { slugFromSegment } from '@/lib/domain/slug'
import { readArticle } from '@/lib/server/articles'
import { currentViewer } from '@/lib/server/session'
import { readSummary } from '@/lib/server/summaries'

type Props = { params: Promise<{ slug: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await readArticle(await currentViewer(), slugFromSegment((await params).slug))
  if (!article) return {}
  const t = await getTranslations('summary')
  const { title } = article
  return { title: t('title', { title }), description: t('description', { title }) }
}

export default async function SummaryPage({ params }: Props) {
  const viewer = await currentViewer()
  const article = await readArticle(viewer, slugFromSegment((await params).slug))
  const read = article && (await readSummary(viewer, article.layer.id))
  if (!read) notFound()
  return (
    <Page>
      <FreshCounts />
      <SummaryHeading article={article} revision={read.revision} detached={read.detached} />
      {read.summary.annotations === 0 ? (
        <EmptyLayer slug={article.slug} />
      ) : (
        <SummarySheet article={article} summary={read.summary} />
      )}
    </Page>
  )
}
