import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PlatformDeployments } from '@/components/lti/platform-deployments'
import { PlatformForm } from '@/components/lti/platform-form'
import { PlatformState } from '@/components/lti/platform-state'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle, Section } from '@/components/ui/page'
import { readPlatform } from '@/lib/server/lti/platforms'
import { currentViewer } from '@/lib/server/session'

type Props = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const platform = await readPlatform(await currentViewer(), (await params).id)
  return { title: platform?.name }
}

export default async function PlatformPage({ params }: Props) {
  const platform = await readPlatform(await currentViewer(), (await params).id)
  if (!platform) notFound()
  const t = await getTranslations('platforms')
  const { deployments, createdAt: _, disabledAt, people, ...details } = platform
  const off = disabledAt !== null
  const kicker = (
    <Link href="/settings/platforms" className="inline-block min-h-6 underline underline-offset-2 hover:text-ink">
      {t('back')}
    </Link>
  )
  return (
    <Page width="text">
      <PageTitle kicker={kicker} lead={off ? t('state.onNote') : `${platform.issuer} · ${t('people', { count: people })}`}>
        {platform.name}
      </PageTitle>
      <ClientWords sets={['platforms', 'classroom']}>
        <Section title={t('deployments.title')} note={t('deployments.note')}>
          <PlatformDeployments platformId={platform.id} deployments={deployments} />
        </Section>
        <Section title={t('edit.title')}>
          <PlatformForm of={details} />
        </Section>
        <Section title={t(off ? 'state.on' : 'state.title')} note={t(off ? 'state.onNote' : 'state.offNote')}>
          <PlatformState platformId={platform.id} off={off} unused={people === 0 && deployments.every(({ courses }) => courses === 0)} />
        </Section>
      </ClientWords>
    </Page>
  )
}
