import { useTranslations } from 'next-intl'
import { paintOf } from './pattern-definitions'

/** What light, dark and stripes mean in the heat strip. */
export function HeatScale() {
  const t = useTranslations('summary.where')
  return (
    <div className="mt-1.5 flex flex-wrap justify-between gap-x-4 text-[13px] text-soft">
      <span>{t('start')}</span>
      <span className="order-last flex w-full flex-wrap gap-x-5 sm:order-none sm:w-auto">
        <Key opacity="0.06" words={t('none')} />
        <Key opacity="0.9" words={t('scale')} />
        <Key opacity="0.9" words={t('striped')} striped />
      </span>
      <span>{t('end')}</span>
    </div>
  )
}

function Key({ opacity, words, striped }: { opacity: string; words: string; striped?: true }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg aria-hidden="true" className="h-3 w-5 rounded-[2px] [print-color-adjust:exact]">
        <rect width="100%" height="100%" className="fill-ink" opacity={opacity} />
        {striped && <rect width="100%" height="100%" fill={paintOf('rising') ?? ''} />}
      </svg>
      {words}
    </span>
  )
}
