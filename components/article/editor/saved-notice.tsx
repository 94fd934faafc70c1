'use client'

import { useTranslations } from 'next-intl'
import { CarriedLine } from '@/components/revision/carried-line'
import { repairAddress, revisionsAddress } from '@/components/revision/revision-address'
import { ButtonLink } from '@/components/site/button-link'
import { Notice } from '@/components/ui/notice'
import type { AnchorState } from '@/lib/domain/annotation'

type Props = {
  slug: string
  number: number
  before: number
  carried: Record<AnchorState, number>
  /** Flags of the article that the writer may look after. */
  repairs: number
}

/** What a save did: the new version, what became of the flags, and the way to those that need somebody. */
export function SavedNotice({ slug, number, before, carried, repairs }: Props) {
  const t = useTranslations('article.edit')
  const touched = carried.changed + carried.orphaned > 0
  const address = encodeURIComponent(slug)
  const made = number !== before
  return (
    <Notice tone="success">
      <p>{made ? t('saved', { number }) : t('unchanged')}</p>
      {made && (
        <p className="tabular-nums">
          <CarriedLine carried={carried} />
        </p>
      )}
      {touched && <p>{repairs > 0 ? t('lookAfter') : t('ownersTold')}</p>}
      <p className="mt-3 flex flex-wrap gap-2">
        <ButtonLink size="small" href={`/articles/${address}`}>
          {made ? t('read') : t('back')}
        </ButtonLink>
        {touched && repairs > 0 && (
          <ButtonLink size="small" href={repairAddress(address)}>
            {t('repair', { count: repairs })}
          </ButtonLink>
        )}
        {made && (
          <ButtonLink size="small" href={revisionsAddress(address, { from: before, to: number })}>
            {t('whatChanged')}
          </ButtonLink>
        )}
      </p>
    </Notice>
  )
}
