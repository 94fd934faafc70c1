import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getNow, getTranslations } from 'next-intl/server'
import { GradePanel } from '@/components/classroom/grade-panel'
import { WorkHead } from '@/components/classroom/work-head'
import { WorkNotYet } from '@/components/classroom/work-not-yet'
import { WorkSheet } from '@/components/classroom/work-sheet'
import { ClientWords } from '@/components/site/client-words'
import { Page } from '@/components/ui/page'
import { readAssignmentText } from '@/lib/server/assignment-text'
import { listComments } from '@/lib/server/feedback'
import { readGrade } from '@/lib/server/grades'
import { readJudgedWork } from '@/lib/server/judged-work'
import { openAssignment } from '../../open-assignment'

type Props = { params: Promise<{ id: string; userId: string }> }

/** Those who teach see the work of every student, a student their own. */
async function open({ params }: Props) {
  const { id, userId } = await params
  const { viewer, view } = await openAssignment(id)
  if (view.own && viewer.id !== userId) notFound()
  return { viewer, view, userId }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view } = await open(props)
  return { title: view.own ? `${(await getTranslations('grading.work'))('titleOwn')} · ${view.title}` : view.title, robots: { index: false } }
}

export default async function WorkPage(props: Props) {
  const { viewer, view, userId } = await open(props)
  const [graded, work, text, comments, now] = await Promise.all([
    view.own ? null : readGrade(viewer, view.id, userId),
    readJudgedWork(viewer, view.id, userId),
    readAssignmentText(viewer, view.id),
    view.own ? [] : listComments(viewer, view.id),
    getNow(),
  ])
  if (!view.own && !graded) notFound()
  const grade = graded?.grade ?? null
  return (
    <Page>
      <WorkHead of={view} grade={grade} before={graded?.before ?? null} after={graded?.after ?? null} />
      {!work || text === null ? (
        <WorkNotYet />
      ) : (
        <ClientWords sets={['grading', 'classroom']}>
          <GradePanel of={view} work={work} grade={grade} studentId={userId} comments={comments} now={now.getTime()} />
          <WorkSheet of={view} work={work} text={text} studentId={userId} comments={comments} />
        </ClientWords>
      )}
    </Page>
  )
}
