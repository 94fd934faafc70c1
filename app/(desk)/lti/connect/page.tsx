import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CourseConnection } from '@/components/lti/course-connection'
import { LaunchPage } from '@/components/lti/launch-page'
import { ClientWords } from '@/components/site/client-words'
import { timeZones } from '@/lib/domain/classroom/zoned-time'
import { readConnecting } from '@/lib/server/lti/course-connection'
import { refusedPath } from '@/lib/server/lti/refused-path'
import { currentViewer } from '@/lib/server/session'

type Props = { searchParams: Promise<{ ticket?: string | string[]; waiting?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lti.connect'))('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function ConnectPage({ searchParams }: Props) {
  const { ticket, waiting } = await searchParams
  const connecting = typeof ticket === 'string' ? await readConnecting(await currentViewer(), ticket) : null
  if (typeof ticket !== 'string' || !connecting) redirect(refusedPath({ code: 'launchOver', path: '' }))
  const hidden: Record<string, string> = { ticket, ...(waiting === '1' && { waiting }) }
  // Somebody else was quicker, or this page was gone back to.
  if (connecting.connected) redirect(`/lti/choose?${new URLSearchParams(hidden)}`)
  const t = await getTranslations('lti.connect')
  return (
    <LaunchPage platform={connecting.platform} title={t('title')} lead={t('lead', { course: connecting.course ?? t('unnamed') })} width="text">
      <p className="max-w-[42em]">{t('explain')}</p>
      <ClientWords sets={['lti', 'classroom']}>
        <CourseConnection hidden={hidden} name={connecting.name} classes={connecting.classes} zones={timeZones()} />
      </ClientWords>
    </LaunchPage>
  )
}
