'use client'

import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/site/button-link'
import { Notice } from '@/components/ui/notice'
import type { AnchorState } from '@/lib/domain/annotation'

/** What a save did: the new version, and what became of the flags. */
export function SavedNotice(props: { slug: string; number: number; before: number; carried: Record<AnchorState, number> }) {
  const t = useTranslations('article.edit')
  const { exact, moved, changed, orphaned } = props.carried
  const held = exact + moved + changed
  return (
    <Notice tone="success">
      <p>
        {props.number === props.before ? t('unchanged') : t('saved', { number: props.number })}{' '}
        {held + orphaned > 0 && t('carried', { held, lost: orphaned })}
      </p>
      <p className="mt-2">
        <ButtonLink size="small" href={`/articles/${encodeURIComponent(props.slug)}`}>
          {props.number === props.before ? t('back') : t('read')}
        </ButtonLink>
      </p>
    </Notice>
  )
}
