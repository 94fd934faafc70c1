import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import '@/app/reader.css'
import { ReadItAll } from '@/components/annotation/read-it-all'
import { ArticleHead } from '@/components/article/article-head'
import { RepairLink } from '@/components/revision/repair-link'
import { slugFromSegment } from '@/lib/domain/slug'
import { readArticle } from '@/lib/server/articles'
import { readFullReading } from '@/lib/server/full-readings'
import { readOrigin } from '@/lib/server/imported-articles'
import { readLayerNow } from '@/lib/server/layer-reading'
import { countOwnRepairs } from '@/lib/server/repair-list'
import { currentViewer } from '@/lib/server/session'
import { ArticleReader } from '@/components/article/article-reader'

type Props = { params: Promise<{ slug: string }> }

/** The title in the head and the page itself need the same article once. */
const articleAt = cache(async (segment: string) => readArticle(await currentViewer(), slugFromSegment(segment)))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await articleAt((await params).slug)
  if (!article) return {}
  const { title, byline, siteName, visibility, readers } = article
  return {
    title,
    description: [byline, siteName].filter(Boolean).join(' · ') || undefined,
    // With flags it names the people who made them.
    ...((visibility === 'private' || readers > 0) && { robots: { index: false } }),
  }
}

export default async function ArticlePage({ params }: Props) {
  const viewer = await currentViewer()
  const article = await articleAt((await params).slug)
  if (!article) notFound()
  const { revision, layer } = article
  const readAll = await readFullReading(viewer, layer.id)
  return (
    <ArticleReader
      viewer={viewer}
      article={article}
      revision={revision}
      annotations={readLayerNow(viewer, layer.id, revision.number)}
      end={readAll !== null && <ReadItAll layerId={layer.id} said={readAll} />}
      head={
        <>
          <ArticleHead
            article={article}
            origin={await readOrigin(viewer, article)}
            ownsIt={viewer.kind === 'user' && viewer.id === article.ownerId}
          />
          <OwnRepairs slug={article.slug} count={await countOwnRepairs(viewer, layer.id)} />
        </>
      }
    />
  )
}

/** Tells a reader that an edit touched their own flags since they were last here. */
async function OwnRepairs({ slug, count }: { slug: string; count: number }) {
  const t = await getTranslations('revisions.repair')
  return count === 0 ? null : <RepairLink slug={slug} label={t('own', { count })} />
}
