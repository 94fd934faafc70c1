import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ClassPage } from '@/components/classroom/class-page'
import { PeopleImport } from '@/components/classroom/people-import'
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
  const t = await getTranslations('classroom.roster')
  return (
    <ClassPage of={view} tab="people">
      <div className="mb-6 print:hidden">
        <h2 className="text-[22px] font-semibold">{t('title')}</h2>
        <p className="mt-1 text-soft">{t('lead')}</p>
        <Link href={`/classes/${view.id}/people`} className="mt-1 inline-flex min-h-8 items-center text-[14px] underline">
          {t('back')}
        </Link>
      </div>
      <ClientWords sets={['classroom', 'platforms']}>
        {courses.length > 0 && <CoursePeople classId={view.id} courses={courses} />}
        <PeopleImport of={{ id: view.id, name: view.name }} signInAddress={`${siteAddress()}/sign-in/code`} mail={mailWay() !== 'none'} />
      </ClientWords>
    </ClassPage>
  )
}
