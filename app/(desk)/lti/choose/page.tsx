import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AssignmentChoice, NoChoice } from '@/components/lti/assignment-choice'
import { LaunchPage } from '@/components/lti/launch-page'
import { ButtonLink } from '@/components/site/button-link'
import { ClientWords } from '@/components/site/client-words'
import { readChoosing, type Choosing } from '@/lib/server/lti/choosing'
import { refusedPath } from '@/lib/server/lti/refused-path'
import { currentViewer } from '@/lib/server/session'

type Props = { searchParams: Promise<{ ticket?: string | string[]; waiting?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('lti.choose'))('title'), robots: { index: false }, referrer: 'same-origin' }
}

export default async function ChoosePage({ searchParams }: Props) {
  const { ticket, waiting } = await searchParams
  const choosing = typeof ticket === 'string' ? await readChoosing(await currentViewer(), ticket) : null
  if (typeof ticket !== 'string' || !choosing) redirect(refusedPath({ code: 'launchOver', path: '' }))
  if (choosing.chosen) return <Chosen choosing={choosing} chosen={choosing.chosen} ticket={ticket} />
  const t = await getTranslations('lti.choose')
  const { platform, message, link, class: of, assignments } = choosing
  const hidden: Record<string, string> = { ticket, ...(waiting === '1' && { waiting }) }
  const linking = message === 'deep-linking'
  return (
    <LaunchPage
      platform={platform}
      title={t(linking ? 'title' : 'linkTitle')}
      lead={linking ? t('lead', { platform }) : t('linkLead', { link: link ?? t('unnamedLink') })}
      width="text"
    >
      <p className="mb-4 text-[14px] text-soft wrap-anywhere">{t('of', { name: of.name })}</p>
      <ClientWords sets={['lti', 'classroom']}>
        {assignments.length > 0 ? (
          <AssignmentChoice hidden={hidden} zone={of.timeZone} assignments={assignments} />
        ) : (
          <p className="border-y border-rule py-5 text-soft">{t('empty')}</p>
        )}
        {of.archived && <p className="mt-4 text-soft">{t('archived')}</p>}
        <div className="mt-6 flex flex-wrap gap-3">
          {!of.archived && (
            <ButtonLink href={`/classes/${of.id}/assignments/new?${new URLSearchParams(hidden)}`} variant={assignments.length > 0 ? 'plain' : 'primary'}>
              {t('new')}
            </ButtonLink>
          )}
          {linking && <NoChoice hidden={hidden} />}
        </div>
      </ClientWords>
    </LaunchPage>
  )
}

/** Once something was chosen: the window that waits goes on, and where it is gone this one can. */
async function Chosen({ choosing: { platform, class: of }, chosen, ticket }: { choosing: Choosing; chosen: string[]; ticket: string }) {
  const t = await getTranslations('lti.choose')
  return (
    <LaunchPage platform={platform} title={chosen[0] ? t('doneTitle', { title: chosen[0] }) : t('doneNothing')} lead={t('doneLead')} width="text">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <ButtonLink href={`/classes/${of.id}`}>{t('class')}</ButtonLink>
      </div>
      <p className="mt-8 border-t border-rule pt-4 text-[13.5px] text-soft">
        {t('stuck')}{' '}
        <a href={`/lti/return?${new URLSearchParams({ ticket })}`} className="inline-block min-h-6 text-ink underline underline-offset-2">
          {t('handOver', { platform })}
        </a>
      </p>
    </LaunchPage>
  )
}
