import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LaunchOpening } from '@/components/lti/launch-opening'
import { LaunchPage } from '@/components/lti/launch-page'
import { ClientWords } from '@/components/site/client-words'
import { readOpening } from '@/lib/server/lti/opening'
import { refusedPath } from '@/lib/server/lti/refused-path'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lti.open'))('title'), robots: { index: false }, referrer: 'no-referrer' }
}

export default async function OpenPage({ searchParams }: { searchParams: Promise<{ ticket?: string | string[] }> }) {
  const { ticket } = await searchParams
  const opening = await readOpening(ticket)
  if (typeof ticket !== 'string' || !opening) redirect(refusedPath({ code: 'launchOver', path: '' }))
  if (opening.chosen) redirect(`/lti/return?${new URLSearchParams({ ticket })}`)
  const t = await getTranslations('lti.open')
  return (
    <LaunchPage platform={opening.platform} title={t('title')} lead={t('lead')} framed>
      <ClientWords sets={['lti']}>
        <LaunchOpening ticket={ticket} platform={opening.platform} waits={opening.message === 'deep-linking'} />
      </ClientWords>
    </LaunchPage>
  )
}
