import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import '@/app/reader.css'
import { Reader } from '@/components/annotation/reader'
import { ArticleHead } from '@/components/article/article-head'
import { ArticleHtml } from '@/components/article/article-html'
import { ClientWords } from '@/components/site/client-words'
import { slugFromSegment } from '@/lib/domain/slug'
import { readArticle } from '@/lib/server/articles'
import { readLayerNow } from '@/lib/server/layer-reading'
import { currentViewer } from '@/lib/server/session'

type Props = { params: Promise<{ slug: string }> }

/** The title in the head and the page itself need the same article once. */
const articleAt = cache(async (segment: string) => readArticle(await currentViewer(), slugFromSegment(segment)))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await articleAt((await params).slug)
  if (!article) return {}
  const { title, byline, siteName, visibility } = article
  return {
    title,
    description: [byline, siteName].filter(Boolean).join(' · ') || undefined,
    ...(visibility === 'private' && { robots: { index: false } }),
  }
}

export default async function ArticlePage({ params }: Props) {
  const viewer = await currentViewer()
  const article = await articleAt((await params).slug)
  if (!article) notFound()
  const { slug, language, revision, layer } = article
  return (
    <ClientWords sets={['reader', 'codebook']}>
      <Reader
        key={revision.id}
        slug={slug}
        language={language}
        revision={revision.number}
        layer={{ id: layer.id, codebookSlug: layer.codebookSlug, codebookVersion: layer.codebookVersion }}
        mine={viewer.kind === 'user' ? { id: viewer.id, name: viewer.name } : null}
        annotations={readLayerNow(viewer, layer.id, revision.number)}
        head={<ArticleHead article={article} />}
      >
        <ArticleHtml html={revision.html} />
      </Reader>
    </ClientWords>
  )
}
