import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { useReading } from './reading-context'
import { useCalm } from './use-calm'

const pause = 4_000

/** Who else is reading, whether the connection is there, and how much others flagged: it waits until it is asked for. */
export function LiveLine() {
  const t = useTranslations('reader')
  const { state, live, dispatch, say } = useReading()
  const line = useRef<HTMLDivElement>(null)
  const waiting = state.waiting.size
  const others = useCalm(live.others, pause)
  const count = Math.min(waiting, useCalm(waiting, pause))

  const show = () => {
    dispatch({ type: 'showed' })
    say(t('live.shown', { count: waiting }))
    // The button is gone; whoever pressed it by keyboard goes on from its place.
    line.current?.focus({ preventScroll: true })
  }
  return (
    <div ref={line} tabIndex={-1} className="reader-live">
      {others > 0 && <span className="reader-presence">{t('live.others', { count: others })}</span>}
      <div role="status" className="reader-live-news">
        {live.removed && <span>{t('live.removed')}</span>}
        {live.lost && !live.removed && <span>{t('live.lost')}</span>}
        {count > 0 && (
          <button type="button" onClick={show} className="reader-new">
            {t('live.new', { count })}
            <span className="sr-only"> {t('live.show', { count })}</span>
          </button>
        )}
      </div>
    </div>
  )
}
