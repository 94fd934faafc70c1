import { useLayoutEffect, type RefObject } from 'react'
import { boxOf, coveredTop } from '@/components/article/place-on-screen'
import { useReading } from './reading-context'
import { leaveRoom, makeRoom } from './room-below'

const gap = 12

/**
 * While the sheet of cards is open, keeps the words of the chosen flag in sight above it; of a flag that is higher than
 * the room there, the line that was tapped, or its first. It ends as soon as the reader scrolls.
 */
export function useWordsAboveSheet(ref: RefObject<HTMLElement | null>, open: boolean): void {
  const { map, state } = useReading()
  const { chosen } = state
  const flag = chosen ? state.standing.get(chosen.id) : undefined
  const [start, end, at] = [flag?.start, flag?.end, chosen?.at]

  useLayoutEffect(() => {
    const sheet = ref.current
    if (!open || !sheet || !map || start === undefined || end === undefined || start === end) return
    const keep = () => {
      makeRoom(sheet.getBoundingClientRect().height)
      const [top, bottom] = [coveredTop() + gap, sheet.getBoundingClientRect().top - gap]
      const whole = boxOf(map, { start, end })?.box
      const line = at === undefined ? undefined : boxOf(map, { start: at, end: at + 1 })?.box
      const words = whole && whole.height > bottom - top ? (line ?? whole) : whole
      if (!words) return
      const by = words.bottom > bottom ? Math.min(words.bottom - bottom, words.top - top) : Math.min(0, words.top - top)
      if (by !== 0) window.scrollBy({ top: by, behavior: 'instant' })
    }
    keep()
    const grown = new ResizeObserver(keep)
    grown.observe(sheet)
    const listening = new AbortController()
    const { signal } = listening
    const leave = () => grown.disconnect()
    window.addEventListener('wheel', leave, { passive: true, signal })
    window.addEventListener('touchmove', leave, { passive: true, signal })
    return () => {
      leave()
      listening.abort()
      leaveRoom()
    }
  }, [ref, map, open, start, end, at])
}
