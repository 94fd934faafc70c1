import { useEffect, useRef } from 'react'
import { isComposing } from '@/components/ui/composing'
import { takesText } from '@/components/ui/takes-text'
import type { Direction } from './step-history'

/** Ctrl or Cmd with Z undoes, with Shift and Z or with Y does again, wherever the focus is but in a text, which has an undo of its own. */
export function useUndoKeys(step: (direction: Direction) => void): void {
  const latest = useRef(step)
  useEffect(() => {
    latest.current = step
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (isComposing(event) || event.defaultPrevented || takesText(event.target) || document.querySelector('dialog[open]')) return
      const direction = directionOf(event)
      if (!direction) return
      event.preventDefault()
      latest.current(direction)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

/** What a press asks for; null where it is about something else. */
export function directionOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): Direction | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' && !shiftKey ? 'redo' : null
}
