import { useTranslations } from 'next-intl'
import { anchorStates } from '@/lib/domain/annotation'
import type { Carried } from '@/lib/server/revision-list'

/** What became of the flags between two versions, in one line. */
export function CarriedLine({ carried }: { carried: Carried }) {
  const t = useTranslations('revisions.carried')
  const there = anchorStates.filter((state) => carried[state] > 0)
  return <>{there.length === 0 ? t('none') : there.map((state) => t(state, { count: carried[state] })).join(' · ')}</>
}
