'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useLabelName } from '@/components/summary/use-label-name'
import { Button } from '@/components/ui/button'
import type { Codebook } from '@/lib/domain/codebook/codebook'
import type { LabelMapping as Mapping } from '@/lib/domain/formats/exchange'
import type { ImportPreview as Preview } from '@/lib/domain/formats/import-request'
import { LabelMapping } from './label-mapping'
import { RefusedList } from './refused-list'

type Props = {
  preview: Preview
  language: string
  codebook: Codebook
  mapping: Mapping
  choose: (name: string, meaning: string) => void
  bring: () => void
  bringing: boolean
}

/** What an import would do, told before it does: how many, the first of them, labels to be mapped, and what stays out. */
export function ImportPreview({ preview, language, codebook, mapping, choose, bring, bringing }: Props) {
  const t = useTranslations('exchange.import')
  const head = useRef<HTMLHeadingElement>(null)
  const { total, ready, whole, labels, examples, refused, problems } = preview
  useEffect(() => head.current?.focus(), [])
  return (
    <section className="grid gap-6 border-t border-rule pt-6">
      <div className="grid gap-1.5">
        <h2 ref={head} tabIndex={-1} className="text-[21px] font-semibold outline-none">
          {t('result')}
        </h2>
        <p className="font-serif text-lg">
          {t('ready', { ready, total, refused })} {ready > 0 && t('whole', { count: whole })}
        </p>
        {ready > 0 && <p className="text-[13.5px] text-soft">{t('yours')}</p>}
      </div>
      {examples.length > 0 && <Examples examples={examples} language={language} />}
      <LabelMapping labels={labels} codebook={codebook} mapping={mapping} choose={choose} />
      <RefusedList count={refused} problems={problems} />
      {ready > 0 && (
        <div>
          <Button variant="primary" onClick={bring} aria-busy={bringing}>
            {bringing ? t('bringing') : t(refused > 0 ? 'bringSome' : 'bring', { count: ready })}
          </Button>
        </div>
      )}
    </section>
  )
}

/** The first annotations as they would stand, so that one sees whether the file is about this text. */
function Examples({ examples, language }: { examples: Preview['examples']; language: string }) {
  const t = useTranslations('exchange.import')
  const labelName = useLabelName()
  return (
    <div className="grid gap-1">
      <h3 className="text-[13.5px] font-medium text-soft">{t('examples')}</h3>
      <ul className="grid gap-1.5">
        {examples.map(({ quote, labels }, i) => (
          <li key={i} className="border-l-2 border-rule pl-3">
            <q lang={language} className="line-clamp-2 font-serif">
              {quote}
            </q>
            <span className="text-[13.5px] text-soft">{labels.map(({ dimension, label }) => labelName(dimension, label)).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
