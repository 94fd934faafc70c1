import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClassPage } from '@/components/classroom/class-page'
import { ClassRemoval } from '@/components/classroom/class-removal'
import { ClassSettings } from '@/components/classroom/class-settings'
import { CourseList } from '@/components/lti/course-list'
import { ClientWords } from '@/components/site/client-words'
import { timeZones } from '@/lib/domain/classroom/zoned-time'
import { countClassContents } from '@/lib/server/class-removal'
import { graceDays } from '@/lib/server/classes'
import { listCourses } from '@/lib/server/lti/class-courses'
import { openClass } from '../open-class'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await openClass((await params).id, ({ mayManage }) => mayManage)
  return { title: `${(await getTranslations('classroom.settings'))('title')} · ${view.name}` }
}

export default async function ClassSettingsPage({ params }: Props) {
  const { viewer, view } = await openClass((await params).id, ({ mayManage }) => mayManage)
  return (
    <ClassPage of={view} tab="settings">
      <ClientWords sets={['classroom', 'lti']}>
        <ClassSettings of={view} zones={timeZones()} />
        <CourseList classId={view.id} courses={await listCourses(viewer, view.id)} />
        <ClassRemoval of={view} contents={await countClassContents(viewer, view.id)} days={graceDays} />
      </ClientWords>
    </ClassPage>
  )
}
