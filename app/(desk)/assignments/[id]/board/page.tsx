import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getNow, getTranslations } from 'next-intl/server'
import { BoardCounts } from '@/components/classroom/board-counts'
import { boardOrder, boardSorts } from '@/components/classroom/board-order'
import { BoardPage } from '@/components/classroom/board-page'
import { BoardRefresh } from '@/components/classroom/board-refresh'
import { BoardTable } from '@/components/classroom/board-table'
import { readBoard } from '@/lib/server/board'
import { openAssignment } from '../open-assignment'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ sort?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await openAssignment((await params).id, ({ own }) => own === null)
  return { title: `${(await getTranslations('grading.board'))('title')} · ${view.title}` }
}

export default async function AssignmentBoardPage({ params, searchParams }: Props) {
  const { viewer, view } = await openAssignment((await params).id, ({ own }) => own === null)
  const [board, { sort: wished }, now, t] = await Promise.all([readBoard(viewer, view.id), searchParams, getNow(), getTranslations('grading.board')])
  if (!board) notFound()
  const sort = boardSorts.find((each) => each === wished) ?? 'name'
  return (
    <BoardPage of={view} tab="board">
      <BoardRefresh />
      <BoardCounts counts={board.counts} />
      {board.lines.length === 0 ? (
        <p className="text-soft">{t('empty')}</p>
      ) : (
        <BoardTable assignmentId={view.id} lines={boardOrder(board.lines, sort)} requirement={board.requirement} sort={sort} now={now} />
      )}
      <p className="mt-4 text-[13.5px] text-soft">{t('follows')}</p>
    </BoardPage>
  )
}
