import { useLayoutEffect, type RefObject } from 'react'
import { boxOf, coveredTop } from '@/components/article/place-on-screen'
import type { Span } from '@/lib/domain/text/span'
import { placeSheet } from './palette-place'
import { useReading } from './reading-context'
import { leaveRoom, makeRoom } from './room-below'
import { roomy } from './use-media'

const gap = 12

/**
 * Keeps the palette beside the selected words as they scroll and as it grows. On a small screen it is a sheet at the
 * bottom, above the keyboard. Where it would cover the words, the page is scrolled until it does not; below its end a sheet leaves room for that.
 */
export function usePalettePlace(ref: RefObject<HTMLElement | null>, span: Span | null): void {
  const { map } = useReading()
  useLayoutEffect(() => {
    const sheet = ref.current
    const column = sheet?.offsetParent
    if (!sheet || !map || !span) return
    const place = () => {
      const words = boxOf(map, span)?.box
      const { width, height } = sheet.getBoundingClientRect()
      if (!window.matchMedia(roomy).matches || !words || !column) {
        sheet.style.left = sheet.style.top = ''
        return
      }
      const home = column.getBoundingClientRect()
      const at = placeSheet(words, { width, height }, { width: document.documentElement.clientWidth, height: window.innerHeight, top: coveredTop() }, home)
      sheet.style.left = `${at.left - home.left}px`
      sheet.style.top = `${at.top - home.top}px`
    }
    const clear = () => {
      const { height } = sheet.getBoundingClientRect()
      const beside = window.matchMedia(roomy).matches
      makeRoom(beside ? 0 : height)
      const words = boxOf(map, span)?.box
      if (!words || (beside && words.top - height - 2 * gap > coveredTop())) return
      const hidden = words.bottom + 2 * gap - (window.innerHeight - height)
      if (hidden > 0) window.scrollBy({ top: Math.min(hidden, Math.max(0, words.top - coveredTop() - gap)), behavior: 'instant' })
    }
    const settle = () => {
      clear()
      place()
    }
    settle()
    const grown = new ResizeObserver(settle)
    grown.observe(sheet)
    const resized = () => (window.matchMedia(roomy).matches ? place() : settle())
    window.addEventListener('resize', resized)
    const unwatch = watchKeyboard((height) => sheet.style.setProperty('--keyboard', `${height}px`))
    return () => {
      grown.disconnect()
      unwatch()
      window.removeEventListener('resize', resized)
      leaveRoom()
    }
  }, [ref, map, span])
}

/** Tells how much of the window's bottom an on-screen keyboard covers, where it does not make the window lower (Safari). */
function watchKeyboard(tell: (height: number) => void): () => void {
  const view = window.visualViewport
  if (!view) return () => {}
  // Of a page that was zoomed by two fingers, too, less is seen than the window holds.
  const look = () => tell(view.scale > 1.01 ? 0 : Math.max(0, Math.round(window.innerHeight - view.height - view.offsetTop)))
  view.addEventListener('resize', look)
  view.addEventListener('scroll', look)
  return () => {
    view.removeEventListener('resize', look)
    view.removeEventListener('scroll', look)
  }
}
