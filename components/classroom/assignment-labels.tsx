'use client'

import { useTranslations } from 'next-intl'
import { useLabelWords } from '@/components/annotation/label-words'
import { Swatch } from '@/components/annotation/swatch'
import { dimensions, type Codebook } from '@/lib/domain/codebook/codebook'
import { labelsOf } from '@/lib/domain/codebook/registry'

type Props = { codebook: Codebook; chosen: readonly string[]; change: (labels: readonly string[]) => void }

/** Which labels an assignment is about, by dimension; none chosen means all. */
export function AssignmentLabels({ codebook, chosen, change }: Props) {
  const t = useTranslations('assignment.form')
  const words = useLabelWords()
  const toggle = (name: string) => change(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name])
  return (
    <details open={chosen.length > 0}>
      <summary className="min-h-8 cursor-pointer text-sm font-medium">
        {t('labels')} <span className="font-normal text-soft">{t('labelsSome', { count: chosen.length })}</span>
      </summary>
      <p className="text-[13px] text-soft">{t('labelsHint')}</p>
      <div className="mt-3 grid gap-5">
        {dimensions.map((dimension) => (
          <fieldset key={dimension}>
            <legend className="text-[13.5px] font-medium">{words.dimension(dimension).name}</legend>
            <div className="mt-1 grid gap-x-5 sm:grid-cols-2 lg:grid-cols-3">
              {labelsOf(codebook, dimension).map((label) => {
                const name = `${dimension}:${label.id}`
                return (
                  <label key={name} className="inline-flex min-h-8 items-center gap-2 text-[14px]">
                    <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} className="size-4 accent-ink" />
                    <Swatch mark={label.mark} colour={label.colour} />
                    {words.label({ dimension, label: label.id }).name}
                  </label>
                )
              })}
            </div>
          </fieldset>
        ))}
      </div>
    </details>
  )
}
