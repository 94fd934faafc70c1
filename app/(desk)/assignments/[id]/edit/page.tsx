import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import '@/app/reader.css'
import { draftOf } from '@/components/classroom/assignment-draft'
import { AssignmentForm } from '@/components/classroom/assignment-form'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle } from '@/components/ui/page'
import { openAssignment } from '../open-assignment'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignment.form'))('editTitle') }
}

export default async function EditAssignmentPage({ params }: Props) {
  const { view } = await openAssignment((await params).id, (found) => found.mayManage && !found.class.archived)
  const t = await getTranslations('assignment.form')
  const { codebookSlug, codebookVersion } = view.layer
  return (
    <Page>
      <PageTitle
        kicker={
          <Link href={`/assignments/${view.id}`} className="inline-block min-h-6 underline underline-offset-2 hover:text-ink">
            {view.title}
          </Link>
        }
      >
        {t('editTitle')}
      </PageTitle>
      <ClientWords sets={['assignment', 'reader', 'codebook']}>
        <AssignmentForm
          to={{ assignmentId: view.id }}
          begin={draftOf(view)}
          zone={view.class.timeZone}
          codebook={{ slug: codebookSlug, version: codebookVersion }}
        />
      </ClientWords>
    </Page>
  )
}
