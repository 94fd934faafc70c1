import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClassAssignments } from '@/components/classroom/class-assignments'
import { ClassPage } from '@/components/classroom/class-page'
import { ButtonLink } from '@/components/site/button-link'
import { ClientWords } from '@/components/site/client-words'
import { listAssignments } from '@/lib/server/assignment-list'
import { openClass } from './open-class'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await openClass((await params).id)).view.name }
}

export default async function ClassAssignmentsPage({ params }: Props) {
  const { viewer, view } = await openClass((await params).id)
  const [t, assignments] = await Promise.all([getTranslations('classroom.assignments'), listAssignments(viewer, view.id)])
  const maySet = view.mayManage && !view.archived
  return (
    <ClassPage of={view} tab="assignments">
      {assignments && assignments.length > 0 ? (
        <ClientWords sets={[]}>
          <ClassAssignments of={view} assignments={assignments} />
        </ClientWords>
      ) : (
        <div className="border-y border-rule py-6">
          <h2 className="text-[19px] font-semibold">{t(view.maySeePeople ? 'emptyTeacher' : 'emptyStudent')}</h2>
          {!view.maySeePeople && <p className="mt-1 text-soft">{t('emptyStudentText')}</p>}
        </div>
      )}
      {maySet && (
        <div className="mt-6 grid justify-items-start gap-3">
          <ButtonLink href={`/classes/${view.id}/assignments/new`} variant="primary">
            {t('new')}
          </ButtonLink>
        </div>
      )}
    </ClassPage>
  )
}
