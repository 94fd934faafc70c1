import { useTranslations } from 'next-intl'
import { dimensions } from '@/lib/domain/codebook/codebook'
import { bandFill } from './flag-strip'

/** What the three bands of a strip are, from top to bottom, and how to read them. */
export function StripLegend() {
  const t = useTranslations('library')
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-[13px] text-soft">
      <ol className="flex gap-x-4">
        {dimensions.map((dimension, row) => (
          <li key={dimension} className="flex items-center gap-1.5">
            <svg aria-hidden="true" viewBox="0 0 14 14" className="size-3.5">
              {dimensions.map((other, line) => (
                <rect
                  key={other}
                  y={line * 5}
                  width="14"
                  height="4"
                  className={line === row ? bandFill[dimension] : 'fill-rule'}
                />
              ))}
            </svg>
            {t(`dimensions.${dimension}`)}
          </li>
        ))}
      </ol>
      <p>{t('legend')}</p>
    </div>
  )
}
