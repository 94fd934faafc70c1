'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

type Props = { revision: number; label?: string; discard: () => void; disabled: boolean }

/** The button that throws a draft away, after asking. */
export function DiscardDraft({ revision, label, discard, disabled }: Props) {
  const [t, common] = [useTranslations('article.edit'), useTranslations('site')]
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button variant={label ? 'plain' : 'quiet'} disabled={disabled} onClick={() => setAsking(true)}>
        {label ?? t('discard')}
      </Button>
      <Dialog open={asking} onClose={() => setAsking(false)} title={t('discard')} closeLabel={common('close')}>
        <p>{t('discardAsk', { revision })}</p>
        <div className="flex gap-3">
          <Button
            variant="danger"
            onClick={() => {
              setAsking(false)
              discard()
            }}
          >
            {t('discardYes')}
          </Button>
          <Button onClick={() => setAsking(false)}>{common('cancel')}</Button>
        </div>
      </Dialog>
    </>
  )
}
