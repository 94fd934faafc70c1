import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { codePointNear } from '@/components/article/place-on-screen'
import type { CardWindow } from './card-window'
import { useReading } from './reading-context'
import { firstBeyond, placeInOrder } from './reading-order'
import { whileScrolling } from './while-scrolling'

/** Under the page's own head. */
const top = 72

/**
 * Keeps a list at the passages in the window: while the page is scrolled, and when its cards arrive in the middle of the
 * text, as after a reload, or the filter or a font changes what stands where.
 */
export function useFollowReading(box: RefObject<HTMLElement | null>, follow: boolean, cards: CardWindow): void {
  const { map, inSight, state } = useReading()
  const chosen = state.chosen ? state.standing.get(state.chosen.id) : undefined

  const keepUp = () => {
    if (!map || inSight.length === 0) return
    const [from, to] = [codePointNear(map, top), codePointNear(map, window.innerHeight)]
    const held = chosen && chosen.start >= from && chosen.start < to ? placeInOrder(inSight, chosen) : -1
    if (held >= 0) return cards.seek(held)
    const first = firstBeyond(inSight, from)
    if (first < inSight.length) cards.goTo(first)
  }
  const latest = useRef(keepUp)
  useLayoutEffect(() => {
    latest.current = keepUp
  })
  useEffect(() => {
    if (!follow || !map) return
    const isBusy = () => box.current?.matches(':hover') || box.current?.contains(document.activeElement)
    const look = () => isBusy() || latest.current()
    const unwatch = whileScrolling(look)
    const reflowed = new ResizeObserver(look)
    reflowed.observe(map.root)
    return () => {
      unwatch()
      reflowed.disconnect()
    }
  }, [follow, map, box])
  const { loaded, filter } = state
  useEffect(() => {
    if (follow && loaded) latest.current()
  }, [follow, loaded, filter])
}
