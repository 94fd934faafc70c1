import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { isComposing } from '@/components/ui/composing'
import { takesText } from '@/components/ui/takes-text'
import { NewerNotice } from './newer-notice'
import { useReading } from './reading-context'
import { findAnnotation } from './reading-state'
import { useFlagging } from './use-flagging'

const stay = 8_000

/** What was just done, with a way back; and what is still on its way to the server. */
export function Toast() {
  const t = useTranslations('reader')
  const { state, dispatch } = useReading()
  const { undo, names } = useFlagging()
  const [held, setHeld] = useState(false)
  const last = state.undo
  const annotation = last && findAnnotation(state, last.id)
  // While the palette is open, its labels say what was done, and the same key takes it back.
  const busy = state.passage !== null
  const unsent = [...state.writes.values()].filter((write) => write.state === 'unsent').length

  useEffect(() => {
    if (!last || held || busy) return
    const timer = setTimeout(() => dispatch({ type: 'settled' }), stay)
    return () => clearTimeout(timer)
  }, [last, held, busy, dispatch])

  const latest = useRef(undo)
  useEffect(() => {
    latest.current = undo
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event) || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || takesText(event.target)) return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])

  if (!annotation && unsent === 0 && state.newer === null) return null
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
      {last && annotation && (
        <p className="reader-toast">
          <span className="truncate">{t(`undo.${last.kind}`, { labels: names(annotation.labels) })}</span>
          <button type="button" onClick={undo}>
            {t('undo.button')}
          </button>
        </p>
      )}
    </div>
  )
}
