import type { ComponentProps, ReactNode } from 'react'
import { Reader } from '@/components/annotation/reader'
import type { ReadingTask } from '@/components/annotation/reading-context'
import { ClientWords } from '@/components/site/client-words'
import { containerAddress } from '@/lib/domain/formats/w3c-addresses'
import { annotationServiceRel } from '@/lib/domain/protocol/vocabulary'
import type { Viewer } from '@/lib/domain/viewer'
import type { ArticleView } from '@/lib/server/articles'
import { ArticleHtml } from './article-html'

/** One revision of an article to read and flag, the current one, an earlier one or that of an exercise, under its own head. */
export function ArticleReader(props: {
  viewer: Viewer
  article: Pick<ArticleView, 'slug' | 'language'> & { layer: Pick<ArticleView['layer'], 'id' | 'codebookSlug' | 'codebookVersion'> }
  revision: Pick<ArticleView['revision'], 'id' | 'number' | 'html'>
  annotations: ComponentProps<typeof Reader>['annotations']
  task?: ReadingTask
  head: ReactNode
  /** What stands behind the text's end. */
  end?: ReactNode
  /** Sets of words that the head needs besides the reader's. */
  words?: ComponentProps<typeof ClientWords>['sets']
}) {
  const { viewer, revision } = props
  const { slug, language, layer } = props.article
  return (
    <ClientWords sets={['reader', 'codebook', ...(props.words ?? [])]}>
      {/* Where programs find the annotations; React moves it to the head. */}
      <link rel={annotationServiceRel} href={containerAddress('', layer.id)} />
      <Reader
        key={revision.id}
        slug={slug}
        language={language}
        revision={revision.number}
        layer={{ id: layer.id, codebookSlug: layer.codebookSlug, codebookVersion: layer.codebookVersion }}
        mine={viewer.kind === 'user' ? { id: viewer.id, name: viewer.name } : null}
        managed={viewer.kind === 'user' && viewer.managed}
        task={props.task}
        annotations={props.annotations}
        head={props.head}
        end={props.end}
      >
        <ArticleHtml html={revision.html} />
      </Reader>
    </ClientWords>
  )
}
