import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LaunchContinuation } from '@/components/lti/launch-continuation'
import { LaunchPage } from '@/components/lti/launch-page'
import { readContinuation } from '@/lib/server/lti/going-on'
import { refusedPath } from '@/lib/server/lti/refused-path'
import { currentViewer, loginSecret } from '@/lib/server/session'

export const metadata: Metadata = { robots: { index: false }, referrer: 'same-origin' }

export default async function ContinuePage({ searchParams }: { searchParams: Promise<{ ticket?: string | string[]; waiting?: string | string[] }> }) {
  const { ticket, waiting } = await searchParams
  const read = await readContinuation({ viewer: await currentViewer(), secret: await loginSecret() }, ticket)
  if (typeof ticket !== 'string' || !read.ok) redirect(refusedPath(read.ok ? { code: 'launchOver', path: '' } : read.problems[0]!))
  const { platform, person, own } = read.value
  const t = await getTranslations('lti.continue')
  return (
    <LaunchPage
      platform={platform}
      title={own === null ? t('title', { name: person }) : t('whose')}
      lead={own === null ? t('lead', { platform }) : t('whoseLead', { platform, person })}
    >
      <LaunchContinuation ticket={ticket} waiting={waiting === '1'} platform={platform} person={person} own={own} />
    </LaunchPage>
  )
}
