'use client'

import { useTranslations } from 'next-intl'
import { useReading } from './reading-context'

/** How many flags of how many readers there are, as the page itself knows them once they are here; before that, as it was rendered. */
export function ReadingNumbers({ flags, readers }: { flags: number; readers: number }) {
  const t = useTranslations('reader')
  const { state, standing } = useReading()
  const all = [...standing, ...state.detached.values(), ...[...state.waiting.values()].map(({ annotation }) => annotation)]
  const now = state.loaded ? { flags: all.length, readers: new Set(all.map(({ author }) => author.id)).size } : { flags, readers }
  return <span className="tabular-nums">{t('numbers', now)}</span>
}
