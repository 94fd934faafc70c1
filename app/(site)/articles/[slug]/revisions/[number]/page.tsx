import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import '@/app/reader.css'
import { EarlierHead } from '@/components/revision/earlier-head'
import { revisionNumber } from '@/components/revision/revision-address'
import { slugFromSegment } from '@/lib/domain/slug'
import { readArticle } from '@/lib/server/articles'
import { readLayerAsItWas } from '@/lib/server/layer-reading'
import { readRevision } from '@/lib/server/revisions'
import { currentViewer } from '@/lib/server/session'
import { ArticleReader } from '@/components/article/article-reader'

type Props = { params: Promise<{ slug: string; number: string }> }

/** The head and the page need the same revision once. */
const revisionAt = cache(async (segment: string, number: string) => {
  const viewer = await currentViewer()
  const [article, wanted] = [await readArticle(viewer, slugFromSegment(segment)), revisionNumber(number)]
  const revision = article && wanted && (await readRevision(viewer, article.id, wanted))
  return revision ? { article, revision } : null
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, number } = await params
  const found = await revisionAt(slug, number)
  if (!found) return {}
  const t = await getTranslations('revisions.earlier')
  return { title: t('title', { title: found.article.title, number: found.revision.number }), robots: { index: false } }
}

export default async function RevisionPage({ params }: Props) {
  const { slug: segment, number } = await params
  const found = await revisionAt(segment, number)
  if (!found) notFound()
  const viewer = await currentViewer()
  const { article, revision } = found
  return (
    <ArticleReader
      viewer={viewer}
      article={article}
      revision={revision}
      annotations={readLayerAsItWas(viewer, article.layer.id, revision.number)}
      head={<EarlierHead article={article} revision={revision} />}
    />
  )
}
