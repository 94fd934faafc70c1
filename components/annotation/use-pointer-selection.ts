import { useEffect, useRef } from 'react'
import { snapSpan } from '@/components/article/text-units'
import type { TextMap } from '@/components/article/text-map'
import { watchDrags } from '@/components/article/watch-drags'
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
    // What was selected from here: the browser tells of it as of any other selection, but nobody drew it.
    let own: Span | null = null
    let pause: ReturnType<typeof setTimeout> | undefined

    const take = (drawn: Span | null, via: Passage['via'], exact: boolean) => {
      const raw = drawn ?? selectedSpan(map)
      if (!raw || raw.start === raw.end || same(raw, latest.current?.span) || same(raw, latest.current?.raw)) return
      const unit = exact || !readPreferences().snap ? 'grapheme' : 'word'
      const span = snapSpan(map, raw, unit, language)
      if (!span) return
      dispatch({ type: 'selected', passage: { id: crypto.randomUUID(), raw, span, unit, via, form: false } })
      // With a finger the handles stay where they are: moving them under it would fight the reader.
      if (via !== 'pointer') return
      own = span
      select(map.rangeOf(span))
    }
    const drags = watchDrags(map, language, (drawn, exact) => take(drawn, 'pointer', exact))
    const changed = () => {
      clearTimeout(pause)
      const now = selectedSpan(map)
      if (drags.isDrawing() || (now && own && same(now, own))) return
      own = null
      pause = setTimeout(() => take(null, 'touch', false), touchPause)
    }
    document.addEventListener('selectionchange', changed)
    return () => {
      clearTimeout(pause)
      drags.stop()
      document.removeEventListener('selectionchange', changed)
    }
  }, [map, language, dispatch])
}

/**
 * What is selected of the text, or null. What begins or ends beside the text, as when the keyboard extends it, counts up
 * to the end of the text; what does both is a selection of the page.
 */
export function selectedSpan(map: TextMap): Span | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  return map.root.contains(range.startContainer) || map.root.contains(range.endContainer) ? map.spanOf(range) : null
}

function select(range: Range): void {
  const selection = window.getSelection()
  selection?.removeAllRanges()
  selection?.addRange(range)
}

const same = (a: Span, b: Span | undefined) => a.start === b?.start && a.end === b.end
