import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LaunchPage } from '@/components/lti/launch-page'
import { buttonLook } from '@/components/ui/button'
import type { ProblemCode } from '@/lib/domain/problem'
import { readRefusedPath } from '@/lib/server/lti/refused-path'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Nothing is wrong with these launches: somebody else has something to do first. */
const early: readonly ProblemCode[] = ['courseUnconnected', 'courseTeachersOnly', 'courseArchived', 'courseRoleMissing', 'linkUnset', 'notYetOpen', 'deploymentUnknown']

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations('lti.refused')
  return { title: t(titleOf(readRefusedPath(await searchParams)?.problem.code)), robots: { index: false }, referrer: 'no-referrer' }
}

export default async function RefusedPage({ searchParams }: Props) {
  const [t, sentences] = [await getTranslations('lti.refused'), await getTranslations('problems')]
  const refused = readRefusedPath(await searchParams)
  const back = refused?.back ?? null
  return (
    <LaunchPage
      platform={null}
      title={t(titleOf(refused?.problem.code))}
      lead={refused ? sentences(refused.problem.code, refused.problem.values as Record<string, string>) : t('unknown')}
      framed
    >
      {back && (
        <a href={back.address} rel="noreferrer" className={buttonLook({})}>
          {t('back', { platform: back.platform })}
        </a>
      )}
    </LaunchPage>
  )
}

const titleOf = (code: ProblemCode | undefined) => (code && early.includes(code) ? 'notYet' : 'title')
