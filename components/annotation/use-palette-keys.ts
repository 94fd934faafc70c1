import { useEffect, useRef } from 'react'
import { step, union } from '@/components/article/text-units'
import { isComposing } from '@/components/ui/composing'
import { takesText } from '@/components/ui/takes-text'
import type { LabelRef } from '@/lib/domain/codebook/codebook'
import { labelOfKey } from '@/lib/domain/codebook/registry'
import type { TextUnit } from '@/lib/domain/text/segmenter'
import { keyOf, pressOf } from './palette-keys'
import { readPreferences } from './preferences'
import { useReading } from './reading-context'

type Deeds = {
  toggle: (ref: LabelRef) => void
  close: () => void
  form: () => void
  more: () => void
  snap: () => void
  resize: (unit: TextUnit) => void
}

/**
 * The keys while the palette is open, wherever the focus is but in a text field: a label's key flags, Shift and an arrow
 * move the end of the selection, and a few signs do what the buttons below do.
 */
export function usePaletteKeys(deeds: Deeds): void {
  const { map, state, dispatch, offered, mayFlag, language, openHelp } = useReading()
  const { passage } = state

  const stretch = (unit: TextUnit, direction: 1 | -1): boolean => {
    if (!map || !passage || state.standing.has(passage.id) || state.detached.has(passage.id)) return false
    const { span } = passage
    // The end steps; backwards it comes to rest behind the unit before the last.
    const last = step(map, { start: span.end, end: span.end }, unit, -1, language)
    const next = direction === 1 ? step(map, last, unit, 1, language) : step(map, last, unit, -1, language)
    if (next.end <= span.start) return true
    const grown = direction === 1 ? union(span, next) : { start: span.start, end: next.end }
    dispatch({ type: 'selected', passage: { ...passage, span: grown, raw: grown } })
    return true
  }
  /** From a field back to the sheet first, so that one press too many closes nothing. */
  const escape = (event: KeyboardEvent): boolean => {
    if (event.target instanceof Element && event.target.closest('[data-own-escape]')) return false
    const sheet = takesText(event.target) && (event.target as Element).closest<HTMLElement>('[role="dialog"]')
    if (sheet) sheet.focus({ preventScroll: true })
    else deeds.close()
    return true
  }
  const handle = (event: KeyboardEvent): boolean => {
    if (event.key === 'Escape') return escape(event)
    // What misses the fields of an open form is somebody's text, and sets no label.
    if (takesText(event.target) || passage?.form) return false
    if (event.shiftKey && event.key.startsWith('Arrow')) {
      const unit = event.key === 'ArrowUp' || event.key === 'ArrowDown' ? 'sentence' : 'word'
      return stretch(unit, event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : -1)
    }
    if (!readPreferences().keys) return false
    const key = keyOf(pressOf(event))
    if (key === null) return false
    // A key that is held down is one press.
    if (event.repeat) return true
    const label = mayFlag ? labelOfKey(offered, key) : null
    if (label) deeds.toggle(label)
    else if (key === 'n' && mayFlag) deeds.form()
    else if (key === 'm' && mayFlag) deeds.more()
    else if (key === 'b') deeds.snap()
    else if (key === '.') deeds.resize('sentence')
    else if (key === ',') deeds.resize('word')
    else if (key === '?') openHelp()
    else return false
    return true
  }
  const latest = useRef(handle)
  useEffect(() => {
    latest.current = handle
  })
  useEffect(() => {
    let pressedIn: EventTarget | null = null
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event) || event.defaultPrevented || document.querySelector('dialog[open]')) return
      if (!event.repeat) pressedIn = event.target
      // The key that opened a form, or a sheet, writes nothing into it while it is still held.
      const held = event.repeat && event.target !== pressedIn
      if (!held && !latest.current(event)) return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before the text's own keys: Escape closes the palette first.
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [])
}
