import { useLayoutEffect, type RefObject } from 'react'
import { boxOf } from '@/components/article/place-on-screen'
import type { Span } from '@/lib/domain/text/span'
import { placeSheet } from './palette-place'
import { useReading } from './reading-context'
import { leaveRoom, makeRoom } from './room-below'
import { roomy } from './use-media'

const header = 52
const gap = 12

/**
 * Keeps the palette beside the selected words as they scroll and as it grows. On a small screen it is a sheet at the
 * bottom. Where it would cover the words, the page is scrolled until it does not; below its end a sheet leaves room for that.
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
      const at = placeSheet(words, { width, height }, { width: document.documentElement.clientWidth, height: window.innerHeight, top: header }, home)
      sheet.style.left = `${at.left - home.left}px`
      sheet.style.top = `${at.top - home.top}px`
    }
    const clear = () => {
      const { height } = sheet.getBoundingClientRect()
      const beside = window.matchMedia(roomy).matches
      makeRoom(beside ? 0 : height)
      const words = boxOf(map, span)?.box
      if (!words || (beside && words.top - height - 2 * gap > header)) return
      const hidden = words.bottom + 2 * gap - (window.innerHeight - height)
      if (hidden > 0) window.scrollBy({ top: Math.min(hidden, Math.max(0, words.top - header - gap)), behavior: 'instant' })
    }
    const settle = () => {
      clear()
      place()
    }
    settle()
    const grown = new ResizeObserver(settle)
    grown.observe(sheet)
    window.addEventListener('resize', place)
    return () => {
      grown.disconnect()
      window.removeEventListener('resize', place)
      leaveRoom()
    }
  }, [ref, map, span])
}
