import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FindClassForm } from '@/components/classroom/class-entry-forms'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle } from '@/components/ui/page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('classroom.join'))('title') }
}

export default async function JoinPage() {
  const t = await getTranslations('classroom.join')
  return (
    <Page width="narrow">
      <PageTitle>{t('title')}</PageTitle>
      <p className="-mt-4 mb-7 text-soft">{t('lead')}</p>
      <ClientWords sets={['classroom']}>
        <FindClassForm />
      </ClientWords>
    </Page>
  )
}
