import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getNow, getTranslations } from 'next-intl/server'
import { BoardPage } from '@/components/classroom/board-page'
import { GradeComments } from '@/components/classroom/grade-comments'
import { GradeTable } from '@/components/classroom/grade-table'
import { GradeTools } from '@/components/classroom/grade-tools'
import { ScoreReports } from '@/components/lti/score-reports'
import { ClientWords } from '@/components/site/client-words'
import { listComments } from '@/lib/server/feedback'
import { readGrades } from '@/lib/server/grades'
import { readScoreReports } from '@/lib/server/lti/scores'
import { openAssignment } from '../open-assignment'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await openAssignment((await params).id, ({ own }) => own === null)
  return { title: `${(await getTranslations('grading.grades'))('title')} · ${view.title}` }
}

export default async function GradesPage({ params }: Props) {
  const { viewer, view } = await openAssignment((await params).id, ({ own }) => own === null)
  const [grades, reports, comments, t, now] = await Promise.all([
    readGrades(viewer, view.id), readScoreReports(viewer, view.id), listComments(viewer, view.id), getTranslations('grading.grades'), getNow(),
  ])
  if (!grades) notFound()
  const changes = grades.flatMap(({ student, proposal, changed }) =>
    changed ? [{ id: student.id, name: student.name, before: proposal?.points ?? null, after: changed.points }] : [],
  )
  return (
    <BoardPage of={view} tab="grades">
      {grades.length === 0 ? (
        <p className="text-soft">{t('empty')}</p>
      ) : (
        <>
          <ClientWords sets={['grading', 'classroom']}>
            <GradeTools
              of={{ id: view.id, gradesAt: view.gradesAt, class: { timeZone: view.class.timeZone } }}
              now={now.getTime()}
              changes={changes}
              proposed={grades.some(({ proposal }) => proposal !== null)}
              rubric={changes.length > 0 || view.rubric.some(({ measure }) => measure !== 'by-hand')}
            />
          </ClientWords>
          <GradeTable of={view} grades={grades} />
          <ClientWords sets={['platforms', 'classroom']}>
            <ScoreReports assignmentId={view.id} zone={view.class.timeZone} reports={reports} />
          </ClientWords>
          <ClientWords sets={['classroom']}>
            <GradeComments assignmentId={view.id} comments={comments} />
          </ClientWords>
        </>
      )}
    </BoardPage>
  )
}
