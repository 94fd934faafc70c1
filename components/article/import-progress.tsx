'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import type { ImportView } from '@/lib/server/imports'
import './import-progress.css'

const steps = ['waiting', 'fetching', 'reading'] as const

/** How far an import has come: its steps, what has arrived, and the way out. */
export function ImportProgress({ view, missed, cancelling, cancel }: { view: ImportView; missed: boolean; cancelling: boolean; cancel: () => void }) {
  const t = useTranslations('article.import')
  const format = useFormatter()
  const at = steps.findIndex((step) => step === view.state)
  const shown = view.file === null ? steps : (['waiting', 'reading'] as const)
  const size = format.number(Math.ceil(view.received / 1_000), { style: 'unit', unit: 'kilobyte', unitDisplay: 'short' })
  return (
    <section aria-label={t('progress')} className="border-t border-rule pt-5">
      <p className="font-serif text-lg [overflow-wrap:anywhere]">
        <bdi>{view.file ?? view.address}</bdi>
      </p>
      <ol className="mt-5 grid gap-3">
        {shown.map((step) => {
          const place = steps.indexOf(step)
          const now = place === at
          return (
            <li key={step} aria-current={now ? 'step' : undefined} className={`flex items-baseline gap-3 ${place > at ? 'text-soft' : ''}`}>
              <span aria-hidden="true" className="w-4 shrink-0 text-center text-accent">
                {place < at ? '✓' : now ? <span className="import-pulse" /> : '·'}
              </span>
              <span className={now ? 'font-medium' : ''}>{t(`steps.${step}`)}</span>
              {step === 'fetching' && view.received > 0 && <span className="text-[13.5px] text-soft tabular-nums">{t('received', { size })}</span>}
            </li>
          )
        })}
      </ol>
      <div className="import-bar mt-5" aria-hidden="true" />
      <p role="status" className="sr-only">
        {at >= 0 && t(`steps.${view.state as (typeof steps)[number]}`)}
      </p>
      {missed && <p className="mt-3 text-sm text-danger">{t('missed')}</p>}
      <div className="mt-5">
        <Button onClick={cancel} disabled={cancelling}>
          {cancelling ? t('cancelling') : t('cancel')}
        </Button>
      </div>
    </section>
  )
}
