import { useTranslations } from 'next-intl'
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { isComposing } from '@/components/ui/composing'
import { LiveLine } from './live-line'
import { useReading } from './reading-context'
import { useWordsAboveSheet } from './use-words-above-sheet'

/** How far a finger must draw the handle before the sheet follows. */
const pull = 30

/** The margin on a small screen: a bar at the bottom that says how much there is, and draws up into a sheet. */
export function MarginSheet({ children }: { children: ReactNode }) {
  const t = useTranslations('reader')
  const { state, standing, inSight, aboutWhole } = useReading()
  const [open, setOpen] = useState(false)
  const from = useRef<number | null>(null)
  const panel = useId()
  const sheet = useRef<HTMLElement>(null)
  useWordsAboveSheet(sheet, open)
  const chosen = state.chosen?.id
  const counted = useDeferredValue(inSight)
  const readers = useMemo(() => new Set([...counted, ...aboutWhole].map(({ author }) => author.id)).size, [counted, aboutWhole])

  const summary = standing.length === 0 ? t('margin.first') : t('margin.count', { flags: inSight.length + aboutWhole.length, readers })
  const says = state.loaded ? summary : t('margin.loading')

  // Choosing a flag in the text opens the sheet at its card; who has just made one goes on reading.
  const [seen, setSeen] = useState(chosen)
  if (chosen !== seen) {
    setSeen(chosen)
    if (chosen && state.chosen?.from !== 'flagged') setOpen(true)
  }
  useEffect(() => {
    if (!open) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !isComposing(event) && !event.defaultPrevented && !document.querySelector('dialog[open]')) setOpen(false)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [open])

  const drag = (event: PointerEvent) => {
    if (event.type === 'pointerdown') from.current = event.clientY
    if (event.type !== 'pointermove' || from.current === null) return
    const by = event.clientY - from.current
    if (Math.abs(by) < pull) return
    from.current = null
    setOpen(by < 0)
  }
  return (
    <aside ref={sheet} id="flags" tabIndex={-1} aria-label={t('margin.name')} className="reader-sheet" data-open={open || undefined}>
      <LiveLine />
      <button
        type="button"
        aria-expanded={open}
        aria-controls={panel}
        onClick={() => setOpen(!open)}
        onPointerDown={drag}
        onPointerMove={drag}
        onPointerUp={() => (from.current = null)}
        className="reader-sheet-handle"
      >
        <span aria-hidden="true" className="reader-sheet-grip" />
        <span>{says}</span>
        <span aria-hidden="true">{open ? '▾' : '▴'}</span>
      </button>
      <div id={panel} hidden={!open} className="reader-sheet-panel">
        {open && children}
      </div>
    </aside>
  )
}
