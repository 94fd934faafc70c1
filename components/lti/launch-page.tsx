import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Page, PageTitle } from '@/components/ui/page'

/** A page between a learning platform and the site: where somebody comes from, one thing to do. In a frame without the bar. */
export function LaunchPage(props: { platform: string | null; title: ReactNode; lead?: ReactNode; framed?: boolean; width?: 'narrow' | 'text'; children?: ReactNode }) {
  const [t, site] = [useTranslations('lti'), useTranslations('site')]
  return (
    <Page width={props.width ?? 'narrow'}>
      {props.framed && <p className="mb-6 font-serif text-[21px] font-semibold tracking-tight italic">{site('name')}</p>}
      <PageTitle kicker={props.platform && t('from', { platform: props.platform })} lead={props.lead}>
        {props.title}
      </PageTitle>
      {props.children}
    </Page>
  )
}
