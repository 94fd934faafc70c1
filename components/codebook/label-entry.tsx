import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useLabelWords } from '@/components/annotation/label-words'
import { Swatch } from '@/components/annotation/swatch'
import type { Dimension, Label } from '@/lib/domain/codebook/codebook'

/** What one label means, with what fits it and what only seems to. `title` is its name, as heading or link. */
export function LabelEntry({ dimension, label, title }: { dimension: Dimension; label: Label; title: ReactNode }) {
  const t = useTranslations('codebooks')
  const words = useLabelWords().label({ dimension, label: label.id })
  return (
    <>
      <div className="flex items-center gap-2.5">
        <Swatch mark={label.mark} colour={label.colour} />
        {title}
      </div>
      <p className="mt-1 max-w-[40em] font-serif text-[17px] leading-relaxed">{words.definition}</p>
      <dl className="mt-2 grid max-w-[46em] gap-x-4 gap-y-1 text-[14.5px] sm:grid-cols-[8em_minmax(0,1fr)]">
        <dt className="text-soft">{t('example')}</dt>
        <dd className="font-serif">{words.example}</dd>
        <dt className="text-soft">{t('counterExample')}</dt>
        <dd className="font-serif">{words.counterExample}</dd>
        <dt className="text-soft">{t('source')}</dt>
        <dd lang="en" className="text-soft">{label.source}</dd>
      </dl>
    </>
  )
}
