import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ProjectEmpty } from '@/components/classroom/project-empty'
import { ProjectView } from '@/components/classroom/project-view'
import { ClientWords } from '@/components/site/client-words'
import { projectedPassages } from '@/lib/domain/classroom/projection'
import { findCodebook } from '@/lib/domain/codebook/registry'
import { readAssignmentText } from '@/lib/server/assignment-text'
import { readKey } from '@/lib/server/answer-key-reading'
import { readSummary } from '@/lib/server/summaries'
import { openAssignment } from '../open-assignment'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await openAssignment((await params).id, ({ own }) => own === null)
  return { title: `${(await getTranslations('grading.project'))('title')} · ${view.title}` }
}

export default async function ProjectPage({ params }: Props) {
  const { viewer, view } = await openAssignment((await params).id, ({ own }) => own === null)
  const [read, text, key] = await Promise.all([readSummary(viewer, view.layer.id), readAssignmentText(viewer, view.id), readKey(viewer, view.id)])
  const codebook = findCodebook(view.layer.codebookSlug, view.layer.codebookVersion)
  if (!read || text === null || !key || !codebook) notFound()
  const passages = projectedPassages(text, read.summary, key)
  const leave = `/assignments/${view.id}`
  if (passages.length === 0) return <ProjectEmpty leave={leave} />
  const heat = read.summary.heat.map(({ start, end, readers }) => ({ start, end, share: readers / Math.max(1, read.summary.annotators) }))
  return (
    <ClientWords sets={['grading', 'codebook']}>
      <ProjectView assignmentId={view.id} leave={leave} language={view.article.language} codebook={codebook} passages={passages} heat={heat} />
    </ClientWords>
  )
}
