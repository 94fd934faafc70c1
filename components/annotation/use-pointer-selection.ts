import { useEffect, useRef } from 'react'
import { snapSpan } from '@/components/article/text-units'
import type { TextMap } from '@/components/article/text-map'
import type { Span } from '@/lib/domain/text/span'
import { readPreferences } from './preferences'
import { useReading } from './reading-context'
import type { Passage } from './reading-state'

/** Long enough for a finger to let go of a selection's handle. */
const touchPause = 350

/**
 * Turns what the reader selects by mouse, pen, finger or the browser's own keys into a passage, widened to whole words
 * unless that is turned off or Alt is held.
 */
export function usePointerSelection(): void {
  const { map, language, dispatch, state } = useReading()
  const latest = useRef(state.passage)
  useEffect(() => {
    latest.current = state.passage
  }, [state.passage])

  useEffect(() => {
    if (!map) return
    let drawing = false
    // What was selected from here: the browser tells of it as of any other selection, but nobody drew it.
    let own: Span | null = null
    let pause: ReturnType<typeof setTimeout> | undefined

    const take = (via: Passage['via'], exact: boolean) => {
      const raw = selectedSpan(map)
      if (!raw || same(raw, latest.current?.span) || same(raw, latest.current?.raw)) return
      const unit = exact || !readPreferences().snap ? 'grapheme' : 'word'
      const span = snapSpan(map, raw, unit, language)
      if (!span) return
      dispatch({ type: 'selected', passage: { id: crypto.randomUUID(), raw, span, unit, via, form: false } })
      // With a finger the handles stay where they are: moving them under it would fight the reader.
      if (via !== 'pointer') return
      own = span
      select(map.rangeOf(span))
    }
    const down = (event: PointerEvent) => {
      drawing = event.pointerType !== 'touch' && map.root.contains(event.target as Node)
    }
    const up = (event: PointerEvent) => {
      if (!drawing) return
      drawing = false
      // The browser drops an old selection only after this event.
      setTimeout(() => take('pointer', event.altKey), 0)
    }
    const changed = () => {
      clearTimeout(pause)
      const now = selectedSpan(map)
      if (drawing || (now && own && same(now, own))) return
      own = null
      pause = setTimeout(() => take('touch', false), touchPause)
    }
    document.addEventListener('pointerdown', down)
    document.addEventListener('pointerup', up)
    document.addEventListener('selectionchange', changed)
    return () => {
      clearTimeout(pause)
      document.removeEventListener('pointerdown', down)
      document.removeEventListener('pointerup', up)
      document.removeEventListener('selectionchange', changed)
    }
  }, [map, language, dispatch])
}

/** What is selected of the text, or null. */
export function selectedSpan(map: TextMap): Span | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  return range.intersectsNode(map.root) && map.root.contains(range.startContainer) ? map.spanOf(range) : null
}

function select(range: Range): void {
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

const same = (a: Span, b: Span | undefined) => a.start === b?.start && a.end === b.end
