'use client'

import { useTranslations } from 'next-intl'
import { buttonLook } from '@/components/ui/button'
import { useChosen } from './use-chosen'

type Props = { ticket: string; platform: string; waits: boolean }

/** The way out of a frame; where something is to be chosen, the page waits for it and then hands it to the platform. */
export function LaunchOpening({ ticket, platform, waits }: Props) {
  const t = useTranslations('lti.open')
  const query = new URLSearchParams({ ticket, ...(waits && { waiting: '1' }) })
  return (
    <>
      <a href={`/lti/continue?${query}`} target="_blank" rel="noreferrer" className={buttonLook({ variant: 'primary' })}>
        <span>
          {t('open')} <span className="font-normal">{t('newWindow')}</span>
        </span>
      </a>
      {waits && <Waiting ticket={ticket} platform={platform} />}
    </>
  )
}

function Waiting({ ticket, platform }: Omit<Props, 'waits'>) {
  const t = useTranslations('lti.open')
  const query = new URLSearchParams({ ticket })
  // This page again: it leads on by itself once something was chosen, and nobody comes back to it.
  const state = useChosen(ticket, () => window.location.reload())
  return (
    <section className="mt-8 border-t border-rule pt-5">
      <h2 className="text-[17px] font-semibold">{t('waitTitle')}</h2>
      <p className="mt-0.5 text-soft">{t('wait', { platform })}</p>
      <p role="status" className="mt-3 min-h-6 text-[13.5px] text-soft">
        {state === 'lost' ? t('lost') : state === 'waiting' ? t('waiting') : ''}
      </p>
      <a href={`/lti/open?${query}`} className="inline-block min-h-6 text-[13.5px] underline underline-offset-2">
        {t('goOn')}
      </a>
    </section>
  )
}
