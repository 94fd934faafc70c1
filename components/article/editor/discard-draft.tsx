'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

/** The button that throws a draft away, after asking. */
export function DiscardDraft({ revision, discard, disabled }: { revision: number; discard: () => void; disabled: boolean }) {
  const [t, common] = [useTranslations('article.edit'), useTranslations('site')]
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button variant="quiet" disabled={disabled} onClick={() => setAsking(true)}>
        {t('discard')}
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
