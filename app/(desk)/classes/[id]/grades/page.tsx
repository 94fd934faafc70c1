import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ClassPage } from '@/components/classroom/class-page'
import { GradeBook } from '@/components/classroom/grade-book'
import { readGradebook } from '@/lib/server/gradebook'
import { openClass } from '../open-class'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await openClass((await params).id, ({ maySeePeople }) => maySeePeople)
  return { title: `${(await getTranslations('grading.book'))('title')} · ${view.name}` }
}

export default async function ClassGradesPage({ params }: Props) {
  const { viewer, view } = await openClass((await params).id, ({ maySeePeople }) => maySeePeople)
  const book = await readGradebook(viewer, view.id)
  if (!book) notFound()
  return (
    <ClassPage of={view} tab="grades">
      <GradeBook classId={view.id} book={book} />
    </ClassPage>
  )
}
