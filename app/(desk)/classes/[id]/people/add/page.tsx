import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClassPage } from '@/components/classroom/class-page'
import { PeopleImport } from '@/components/classroom/people-import'
import { PeoplePartHead } from '@/components/classroom/people-part-head'
import { CoursePeople } from '@/components/lti/course-people'
import { ClientWords } from '@/components/site/client-words'
import { listedCourses } from '@/lib/server/lti/memberships'
import { mailWay } from '@/lib/server/mail'
import { siteAddress } from '@/lib/server/site-address'
import { openClass } from '../../open-class'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('classroom.roster'))('title') }
}

export default async function AddPeoplePage({ params }: Props) {
  const { viewer, view } = await openClass((await params).id, ({ mayManage, archived }) => mayManage && !archived)
  const courses = await listedCourses(viewer, view.id)
  return (
    <ClassPage of={view} tab="people">
      <PeoplePartHead classId={view.id} part="roster" />
      <ClientWords sets={['classroom', 'platforms']}>
        {courses.length > 0 && <CoursePeople classId={view.id} courses={courses} />}
        <PeopleImport of={{ id: view.id, name: view.name }} signInAddress={`${siteAddress()}/sign-in/code`} mail={mailWay() !== 'none'} />
      </ClientWords>
    </ClassPage>
  )
}
