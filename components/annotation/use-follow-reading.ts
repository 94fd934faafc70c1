import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { codePointNear } from '@/components/article/place-on-screen'
import type { CardWindow } from './card-window'
import { useReading } from './reading-context'
import { firstBeyond, placeInOrder } from './reading-order'

/** Under the page's own head. */
const top = 72
/** Milliseconds between two looks while somebody scrolls: to draw a list anew for each frame would cost the scrolling. */
const pace = 120

/** Keeps a list at the passages in the window while the page is scrolled. */
export function useFollowReading(box: RefObject<HTMLElement | null>, follow: boolean, cards: CardWindow): void {
  const { map, inSight, state } = useReading()
  const chosen = state.chosen ? state.standing.get(state.chosen.id) : undefined

  const keepUp = () => {
    const list = box.current
    if (!map || !list || list.matches(':hover') || list.contains(document.activeElement)) return
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
    if (!follow) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        latest.current()
      }, pace)
    }
    window.addEventListener('scroll', later, { passive: true })
    return () => {
      clearTimeout(timer)
      window.removeEventListener('scroll', later)
    }
  }, [follow])
}
