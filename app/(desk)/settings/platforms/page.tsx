import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PlatformAddresses } from '@/components/lti/platform-addresses'
import { PlatformForm } from '@/components/lti/platform-form'
import { PlatformLink } from '@/components/lti/platform-link'
import { PlatformList } from '@/components/lti/platform-list'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle, Section } from '@/components/ui/page'
import { toolAddresses } from '@/lib/server/lti/tool-addresses'
import { listPlatforms } from '@/lib/server/lti/platforms'
import { currentViewer } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('platforms'))('title') }
}

export default async function PlatformsPage() {
  const platforms = await listPlatforms(await currentViewer())
  if (!platforms) notFound()
  const [t, account] = await Promise.all([getTranslations('platforms'), getTranslations('account.settings')])
  const kicker = (
    <Link href="/settings" className="inline-block min-h-6 underline underline-offset-2 hover:text-ink">
      {account('title')}
    </Link>
  )
  return (
    <Page width="text">
      <PageTitle kicker={kicker} lead={t('lead')}>
        {t('title')}
      </PageTitle>
      <PlatformList platforms={platforms} />
      <ClientWords sets={['platforms', 'classroom']}>
        <Section title={t('link.title')} note={t('link.note')}>
          <PlatformLink />
        </Section>
        <Section title={t('addresses.title')} note={t('addresses.note')}>
          <PlatformAddresses addresses={toolAddresses()} />
        </Section>
        <Section title={t('add.title')}>
          <PlatformForm />
        </Section>
      </ClientWords>
    </Page>
  )
}
