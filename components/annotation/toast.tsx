import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { NewerNotice } from './newer-notice'
import { NoticeToast } from './notice-toast'
import { useReading } from './reading-context'
import { findAnnotation } from './reading-wish'
import { deedOf } from './step-history'
import { useFlagging } from './use-flagging'
import { useUndoKeys } from './use-undo-keys'

const stay = 8_000

/** What was just done, with a way back; why something was not; and what is still on its way to the server. */
export function Toast() {
  const t = useTranslations('reader')
  const { state, dispatch } = useReading()
  const { step, names } = useFlagging()
  const [held, setHeld] = useState(false)
  const { toast, notice } = state
  const annotation = toast && findAnnotation(state, toast.id)
  // While the palette is open, its labels say what was done, and the same key takes it back.
  const busy = state.passage !== null
  const unsent = [...state.writes.values()].filter((write) => write.state === 'unsent').length
  const parted = [...state.writes].find(([, write]) => write.theirs)?.[0]
  useUndoKeys(step)

  useEffect(() => {
    if (!(toast || notice) || held || busy) return
    const timer = setTimeout(() => dispatch({ type: 'settled' }), stay)
    return () => clearTimeout(timer)
  }, [toast, notice, held, busy, dispatch])

  return (
    <div className="reader-toasts" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      <NewerNotice />
      {unsent > 0 && (
        <p className="reader-toast" role="status">
          <span>{t('unsent.notice', { count: unsent })}</span>
          <button type="button" onClick={() => dispatch({ type: 'retried', id: null })}>
            {t('unsent.retry')}
          </button>
        </p>
      )}
      {parted !== undefined && parted !== state.chosen?.id && (
        <p className="reader-toast" role="status">
          <span>{t('conflict.notice')}</span>
          <button type="button" onClick={() => dispatch({ type: 'chose', id: parted, from: 'margin' })}>
            {t('conflict.show')}
          </button>
        </p>
      )}
      <NoticeToast />
      {toast && annotation && (
        <p className="reader-toast">
          <span className="truncate">{names(annotation.labels)}</span>
          <button type="button" onClick={() => step('undo')}>
            {t('undo.button', { deed: t(`deeds.${deedOf(toast)}`) })}
          </button>
        </p>
      )}
    </div>
  )
}
