'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { ButtonLink } from '@/components/site/button-link'
import { Button } from '@/components/ui/button'

/** What an import did, and the ways on. */
export function ImportDone({ slug, created, again }: { slug: string; created: number; again: () => void }) {
  const t = useTranslations('exchange.import')
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  return (
    <div className="grid gap-5 border-l-[3px] border-sourcing bg-sheet px-5 py-4">
      <h2 ref={head} tabIndex={-1} className="text-[21px] font-semibold outline-none">
        {t('done', { count: created })}
      </h2>
      <p className="flex flex-wrap gap-3">
        <ButtonLink variant="primary" href={`/articles/${encodeURIComponent(slug)}`}>
          {t('see')}
        </ButtonLink>
        <Button variant="quiet" onClick={again}>
          {t('another')}
        </Button>
      </p>
    </div>
  )
}
