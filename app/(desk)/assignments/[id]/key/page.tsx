import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import '@/app/reader.css'
import { ArticleReader } from '@/components/article/article-reader'
import { AssignmentKeyHead } from '@/components/classroom/assignment-key-head'
import type { SignedIn } from '@/lib/domain/viewer'
import { listKeySources } from '@/lib/server/key-sources'
import { readLayerNow } from '@/lib/server/layer-reading'
import { openAssignment } from '../open-assignment'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignment.key'))('title') }
}

export default async function KeyPage({ params }: Props) {
  const { viewer, view } = await openAssignment((await params).id, ({ own }) => own === null)
  const { article, revision, layer, class: of, keyLayerId: layerId } = view
  if (layerId === null) notFound()
  const t = await getTranslations('assignment.shut')
  return (
    <ArticleReader
      viewer={viewer}
      article={{ ...article, layer: { ...layer, id: layerId } }}
      revision={revision}
      annotations={readKey(viewer, layerId, revision.number)}
      task={{ labels: view.labels, shut: of.archived ? t('archived') : null }}
      words={['assignment', 'classroom']}
      head={<AssignmentKeyHead assignment={view} sources={await listKeySources(viewer, view.id)} />}
    />
  )
}

/** The key on the revision that the assignment is set on, whatever became of the article since. */
async function readKey(viewer: SignedIn, layerId: string, revision: number) {
  const reading = await readLayerNow(viewer, layerId, revision)
  return reading && { ...reading, current: revision }
}
