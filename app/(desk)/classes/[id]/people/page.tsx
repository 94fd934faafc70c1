import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClassPage } from '@/components/classroom/class-page'
import { PeopleFormer } from '@/components/classroom/people-former'
import { PeopleInvite } from '@/components/classroom/people-invite'
import { PeopleMailed } from '@/components/classroom/people-mailed'
import { PeopleTable } from '@/components/classroom/people-table'
import { PeopleWays } from '@/components/classroom/people-ways'
import { ButtonLink } from '@/components/site/button-link'
import { ClientWords } from '@/components/site/client-words'
import { Section } from '@/components/ui/page'
import { listInvitations } from '@/lib/server/class-invitations'
import { listPeople } from '@/lib/server/class-people'
import { listFormerStudents } from '@/lib/server/student-erasure'
import { siteAddress } from '@/lib/server/site-address'
import { openClass } from '../open-class'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await openClass((await params).id, ({ maySeePeople }) => maySeePeople)
  return { title: `${(await getTranslations('classroom.people'))('title')} · ${view.name}` }
}

export default async function PeoplePage({ params }: Props) {
  const { viewer, view } = await openClass((await params).id, ({ maySeePeople }) => maySeePeople)
  const [t, people, invitations, former] = await Promise.all([
    getTranslations('classroom'), listPeople(viewer, view.id), listInvitations(viewer, view.id), listFormerStudents(viewer, view.id),
  ])
  const mailed = invitations.flatMap(({ email, ...invitation }) => (email === null ? [] : [{ ...invitation, email }]))
  const place = { classId: view.id, zone: view.timeZone, site: siteAddress() }
  const mayAdd = view.mayManage && !view.archived
  return (
    <ClassPage of={view} tab="people">
      <ClientWords sets={['classroom']}>
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <p className="text-[15px] text-soft">{t('people.count', { count: view.students })}</p>
          <div className="flex flex-wrap gap-3">
            {view.mayManage && people?.some(({ managed }) => managed) && <ButtonLink href={`/classes/${view.id}/people/codes`}>{t('codes.title')}</ButtonLink>}
            {mayAdd && (
              <ButtonLink href={`/classes/${view.id}/people/add`} variant="primary">
                {t('people.add')}
              </ButtonLink>
            )}
          </div>
        </div>
        <PeopleTable of={view} people={people ?? []} />
        {former && former.length > 0 && <PeopleFormer classId={view.id} people={former} />}
        {mayAdd && people?.length === 1 && <p className="mt-4 text-soft">{t('people.empty')}</p>}
        {mayAdd && (
          <Section title={t('ways.title')} note={t('ways.note')}>
            <PeopleWays {...place} invitations={invitations.filter(({ email }) => email === null)} />
            <PeopleInvite classId={view.id} sections={view.sections} />
            {mailed.length > 0 && <PeopleMailed {...place} invitations={mailed} />}
          </Section>
        )}
      </ClientWords>
    </ClassPage>
  )
}
