'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useSending } from '@/components/form/use-sending'
import { useProblemText } from '@/components/site/problem-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { registerPlatform } from '@/lib/actions/platforms'

type Props = { host: string; offer: { token: string; configurationUrl: string; registrationToken: string } }

/**
 * Registers the platform that opened this page. Once it is done the platform is asked to close the window (LTI Dynamic
 * Registration 1.0, section 3.6); where it does not, the page says what happened.
 */
export function PlatformRegistration({ host, offer }: Props) {
  const [t, text] = [useTranslations('platforms.register'), useProblemText()]
  const { state: { done, problems }, form, pending } = useSending(registerPlatform)
  const news = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!done && problems.length === 0) return
    news.current?.focus()
    // Nothing but that it is over is said, so that whoever is there may hear it.
    if (done) for (const shown of new Set([window.opener as Window | null, window.parent])) if (shown && shown !== window) shown.postMessage({ subject: 'org.imsglobal.lti.close' }, '*')
  }, [done, problems])
  return (
    <div className="grid gap-5">
      <div ref={news} tabIndex={-1} className="outline-none">
        {done && (
          <Notice tone="success">
            <p>{t('done', { name: String(done.name) })}</p>
            <p>{t('next')}</p>
            <p>{t('close')}</p>
          </Notice>
        )}
        {problems.map((problem) => (
          <Notice key={problem.code} tone="error">
            <p>{t('failed')}</p>
            <p>{text(problem)}</p>
          </Notice>
        ))}
      </div>
      {!done && (
        <form {...form} className="grid gap-4">
          {Object.entries(offer).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <p>{t('note')}</p>
          <div>
            <Button type="submit" variant="primary" aria-busy={pending} disabled={pending} className="wrap-anywhere">
              {t('submit', { host })}
            </Button>
          </div>
        </form>
      )}
    </div>
  )
}
