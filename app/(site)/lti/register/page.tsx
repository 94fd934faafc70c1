import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LaunchPage } from '@/components/lti/launch-page'
import { PlatformRegistration } from '@/components/lti/platform-registration'
import { ClientWords } from '@/components/site/client-words'
import { Notice } from '@/components/ui/notice'
import { readOffer } from '@/lib/server/lti/registration'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('platforms.register'))('title'), robots: { index: false }, referrer: 'same-origin' }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function RegisterPage({ searchParams }: Props) {
  const given = await searchParams
  const one = (name: string) => [given[name]].flat()[0] ?? ''
  const offer = { token: one('token'), configurationUrl: one('openid_configuration'), registrationToken: one('registration_token') }
  const [read, t, problems] = await Promise.all([readOffer(offer), getTranslations('platforms.register'), getTranslations('problems')])
  const [problem] = read.ok ? [] : read.problems
  return (
    <LaunchPage platform={null} title={t('title')} lead={read.ok && t('lead', { host: read.value.host })} framed>
      {read.ok ? (
        <ClientWords sets={['platforms']}>
          <PlatformRegistration host={read.value.host} offer={offer} />
        </ClientWords>
      ) : (
        <Notice tone="error">{problem && problems(problem.code, problem.values ?? {})}</Notice>
      )}
    </LaunchPage>
  )
}
