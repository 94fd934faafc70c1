'use client'

import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/input'
import { useLabelName } from '@/components/summary/use-label-name'
import { dimensions, type Codebook } from '@/lib/domain/codebook/codebook'
import type { LabelMapping } from '@/lib/domain/formats/exchange'
import type { ImportPreview } from '@/lib/domain/formats/import-request'

type Props = { labels: ImportPreview['labels']; codebook: Codebook; mapping: LabelMapping; choose: (name: string, meaning: string) => void }

/** The labels of a file that the codebook does not have, each with a choice of what it means here. */
export function LabelMapping({ labels, codebook, mapping, choose }: Props) {
  const t = useTranslations('exchange.import')
  const tCodebook = useTranslations('codebook')
  const labelName = useLabelName()
  const unknown = labels.filter(({ ref }) => ref === null)
  const known = labels.length - unknown.length
  if (unknown.length === 0) return null
  return (
    <section className="grid gap-2 border-t border-rule pt-5">
      <h3 className="text-[17px] font-semibold">{t('labels')}</h3>
      <p className="text-[13.5px] text-soft">
        {t('labelsHint')} {t('labelsKnown', { count: known })}
      </p>
      <ul className="grid">
        {unknown.map(({ name, count, suggested }) => {
          const chosen = mapping[name]
          const isSuggestion = suggested !== null && chosen?.label === suggested.label && chosen.dimension === suggested.dimension
          return (
            <li key={name} className="grid gap-x-6 gap-y-1 border-t border-rule py-2.5 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_300px] sm:items-center">
              <span className="flex flex-wrap items-baseline gap-x-2">
                <bdi className="font-medium wrap-anywhere">{name}</bdi>
                <span className="text-[13px] text-soft tabular-nums">{t('timesUsed', { count })}</span>
              </span>
              <span className="grid gap-0.5">
                <Select
                  aria-label={t('meaning', { name })}
                  value={chosen ? `${chosen.dimension}:${chosen.label}` : ''}
                  onChange={(event) => choose(name, event.target.value)}
                >
                  <option value="">{t('keep')}</option>
                  {dimensions.map((dimension) => (
                    <optgroup key={dimension} label={tCodebook(`dimensions.${dimension}.name`)}>
                      {codebook.labels[dimension].map(({ id }) => (
                        <option key={id} value={`${dimension}:${id}`}>
                          {labelName(dimension, id)}
                        </option>
                      ))}
                    </optgroup>
                  ))}
                </Select>
                {isSuggestion && <span className="text-[12.5px] text-soft">{t('suggested')}</span>}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
