import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { BoardPage } from '@/components/classroom/board-page'
import { ResultSheet } from '@/components/classroom/result-sheet'
import { readClassResults } from '@/lib/server/class-results'
import { readSummary } from '@/lib/server/summaries'
import { openAssignment } from '../open-assignment'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await openAssignment((await params).id, ({ own }) => own === null)
  return { title: `${(await getTranslations('grading.results'))('title')} · ${view.title}` }
}

export default async function ResultsPage({ params }: Props) {
  const { viewer, view } = await openAssignment((await params).id, ({ own }) => own === null)
  const [results, read] = await Promise.all([readClassResults(viewer, view.id), readSummary(viewer, view.layer.id)])
  if (!results || !read) notFound()
  return (
    <BoardPage of={view} tab="results">
      <ResultSheet of={view} results={results} summary={read.summary} />
    </BoardPage>
  )
}
