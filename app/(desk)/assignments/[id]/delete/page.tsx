import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AssignmentRemoval } from '@/components/classroom/assignment-removal'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle } from '@/components/ui/page'
import { countAssignmentContents } from '@/lib/server/assignment-removal'
import { graceDays } from '@/lib/server/classes'
import { openAssignment } from '../open-assignment'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignment.removal'))('title') }
}

export default async function DeleteAssignmentPage({ params }: Props) {
  const { viewer, view } = await openAssignment((await params).id, (found) => found.mayManage)
  const contents = await countAssignmentContents(viewer, view.id)
  if (!contents) notFound()
  const t = await getTranslations('assignment.removal')
  return (
    <Page width="text">
      <PageTitle
        kicker={
          <Link href={`/assignments/${view.id}`} className="inline-block min-h-6 wrap-anywhere underline underline-offset-2 hover:text-ink">
            {view.title}
          </Link>
        }
      >
        {t('title')}
      </PageTitle>
      <ClientWords sets={['assignment', 'classroom']}>
        <AssignmentRemoval of={view} contents={contents} days={graceDays} />
      </ClientWords>
    </Page>
  )
}
