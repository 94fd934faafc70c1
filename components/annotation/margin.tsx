import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { scrollToSpan } from '@/components/article/place-on-screen'
import { AboutWhole } from './about-whole'
import { DetachedList } from './detached-list'
import { LeftDrafts } from './left-drafts'
import { LiveLine } from './live-line'
import { MarginBeside } from './margin-beside'
import { MarginFilter } from './margin-filter'
import { MarginList } from './margin-list'
import { MarginSheet } from './margin-sheet'
import { useReading } from './reading-context'
import { skipLink } from './skip-links'
import { useMedia, wide } from './use-media'

/** Characters a line holds and the height of a line and of a card, roughly: enough to say whether cards fit beside the text. */
const fits = { lineCjk: 36, lineLatin: 65, lineHeight: 33, card: 128, most: 60 }

/**
 * What readers flagged, beside the text: each card next to its passage while all fit, a list that follows the reading
 * where they do not, a sheet from below on a small screen.
 */
export function Margin() {
  const t = useTranslations('reader')
  const { map, inSight, aboutWhole, standing, state, language, mine, task } = useReading()
  const isWide = useMedia(wide)
  useFollowChosen()

  const line = /^(zh|ja|ko)\b/.test(language) ? fits.lineCjk : fits.lineLatin
  const room = ((map?.index.length ?? 0) / line) * fits.lineHeight
  const beside = inSight.length <= fits.most && inSight.length * fits.card < room
  const empty = state.loaded && inSight.length + aboutWhole.length === 0
  const blank = empty && (
    <p className="py-3 text-[14px] text-soft">{standing.length > 0 ? t('margin.none') : task ? t('margin.first') : mine ? t('margin.empty') : t('margin.emptySignedOut')}</p>
  )
  if (!isWide) {
    return (
      <MarginSheet>
        <MarginFilter />
        <LeftDrafts />
        {blank}
        <AboutWhole />
        <MarginList follow={false} />
        <DetachedList />
      </MarginSheet>
    )
  }
  return (
    <aside id="flags" tabIndex={-1} aria-label={t('margin.name')} className={beside ? 'reader-margin' : 'reader-margin reader-margin-list'}>
      <a href="#after-flags" className={skipLink}>
        {t('skip.pastFlags')}
      </a>
      <LiveLine />
      <div className="reader-margin-head">
        <MarginFilter />
        <LeftDrafts />
        {blank}
        <AboutWhole />
      </div>
      {beside ? <MarginBeside /> : <MarginList follow />}
      <DetachedList />
    </aside>
  )
}

/** Brings the text to an annotation that was chosen elsewhere. */
function useFollowChosen(): void {
  const { map, state, task } = useReading()
  // An exercise has its bar above the text.
  const top = task ? 128 : 72
  const { chosen } = state
  const place = chosen ? state.standing.get(chosen.id) : undefined
  const [start, end, from] = [place?.start, place?.end, chosen?.from]
  useEffect(() => {
    if (!map || start === undefined || end === undefined || from === 'text' || from === 'flagged') return
    scrollToSpan(map, { start, end }, top, window.innerHeight * (window.matchMedia(wide).matches ? 0.85 : 0.45))
  }, [map, start, end, from, top])
}
