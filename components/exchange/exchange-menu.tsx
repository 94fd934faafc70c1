import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { formatsOut } from '@/lib/domain/formats/registry'
import { useFormatName } from './use-format-name'
import './exchange.css'

/**
 * The ways out of a layer, one for each format, and the way in for who may annotate: a native popover, which opens and
 * closes without a script. A sheet at the bottom where there is little room, else below its button.
 */
export function ExchangeMenu({ layerId, slug, flags, mayAnnotate }: { layerId: string; slug: string; flags: number; mayAnnotate: boolean }) {
  const t = useTranslations('exchange')
  const formatName = useFormatName()
  const id = useId()
  return (
    <>
      <button type="button" popoverTarget={`${id}-sheet`} className="exchange-button reader-link print:hidden">
        {t('menu.name')}
        <span aria-hidden="true"> ▾</span>
      </button>
      <div id={`${id}-sheet`} popover="auto" role="dialog" aria-labelledby={`${id}-title`} className="exchange-sheet">
        <div className="flex items-start justify-between gap-4 px-2 pt-1">
          <h2 id={`${id}-title`} className="text-[17px] font-semibold">
            {t('menu.title')}
          </h2>
          <button
            type="button"
            popoverTarget={`${id}-sheet`}
            popoverTargetAction="hide"
            aria-label={t('menu.close')}
            className="-mt-1 -mr-1 grid size-8 place-items-center rounded-md text-soft hover:text-ink"
          >
            <span aria-hidden="true">✕</span>
          </button>
        </div>
        <p className="px-2 pb-2 text-[13px] text-soft">{t('menu.lead', { count: flags })}</p>
        <ul>
          {formatsOut.map(({ name, extension }) => (
            <li key={name}>
              <a href={`/api/v1/layers/${layerId}/export?format=${name}`} download className="exchange-item">
                <span className="flex items-baseline justify-between gap-3">
                  <span className="font-medium text-ink">{formatName(name)}</span>
                  <span aria-hidden="true" className="text-[12px] tabular-nums">
                    .{extension}
                  </span>
                </span>
                <span className="block text-[13px]">{t(`formats.${name}.hint` as Parameters<typeof t>[0])}</span>
              </a>
            </li>
          ))}
        </ul>
        {mayAnnotate && (
          <div className="mt-1 border-t border-rule pt-1">
            <Link href={`/articles/${encodeURIComponent(slug)}/import`} className="exchange-item">
              <span className="font-medium text-ink">{t('menu.import')}</span>
              <span className="block text-[13px]">{t('menu.importHint')}</span>
            </Link>
          </div>
        )}
      </div>
    </>
  )
}
