import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClassPage } from '@/components/classroom/class-page'
import { PeopleCodes } from '@/components/classroom/people-codes'
import { PeoplePartHead } from '@/components/classroom/people-part-head'
import { ClientWords } from '@/components/site/client-words'
import { listPeople } from '@/lib/server/class-people'
import { siteAddress } from '@/lib/server/site-address'
import { openClass } from '../../open-class'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await openClass((await params).id, ({ mayManage }) => mayManage)
  return { title: `${(await getTranslations('classroom.codes'))('title')} · ${view.name}` }
}

export default async function CodesPage({ params }: Props) {
  const { viewer, view } = await openClass((await params).id, ({ mayManage }) => mayManage)
  const [t, people] = await Promise.all([getTranslations('classroom.codes'), listPeople(viewer, view.id)])
  const students = (people ?? []).flatMap(({ id, name, section, managed }) => (managed ? [{ id, name, section: section?.name ?? null }] : []))
  return (
    <ClassPage of={view} tab="people">
      <PeoplePartHead classId={view.id} part="codes" />
      {students.length === 0 ? (
        <p className="border-y border-rule py-6 text-soft">{t('empty')}</p>
      ) : (
        <ClientWords sets={['classroom']}>
          <PeopleCodes of={{ id: view.id, name: view.name }} students={students} signInAddress={`${siteAddress()}/sign-in/code`} />
        </ClientWords>
      )}
    </ClassPage>
  )
}
