import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClassPage } from '@/components/classroom/class-page'
import { ProgressSheet } from '@/components/classroom/progress-sheet'
import { readClassProgress } from '@/lib/server/class-progress'
import { openClass } from '../open-class'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await openClass((await params).id, ({ maySeePeople }) => maySeePeople)
  return { title: `${(await getTranslations('progress'))('title')} · ${view.name}` }
}

export default async function ClassProgressPage({ params }: Props) {
  const { viewer, view } = await openClass((await params).id, ({ maySeePeople }) => maySeePeople)
  const progress = await readClassProgress(viewer, view.id)
  if (!progress) notFound()
  return (
    <ClassPage of={view} tab="progress">
      <ProgressSheet progress={progress} timeZone={view.timeZone} />
    </ClassPage>
  )
}
