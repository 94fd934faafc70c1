import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { codePointAtHeight } from '@/components/article/place-on-screen'
import { Card } from './card'
import { useReading } from './reading-context'

const guess = 130
const spare = 600

/**
 * All annotations in reading order, of which only those in sight are made: ten thousand scroll like ten. While somebody
 * reads (`follow`), the list keeps to the passages in the window, unless they are at work in the list itself.
 */
export function MarginList({ follow }: { follow: boolean }) {
  const { inSight, state, map } = useReading()
  const ref = useRef<HTMLDivElement>(null)
  const heights = useRef(new Map<string, number>())
  const [range, setRange] = useState({ first: 0, last: 12, above: 0, below: 0 })
  const chosen = state.chosen?.id

  const look = useRef(() => {})
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    const heightOf = (i: number) => heights.current.get(inSight[i]!.id) ?? guess
    look.current = () => {
      for (const item of box.querySelectorAll<HTMLElement>('[data-card]')) heights.current.set(item.dataset.card!, item.offsetHeight)
      const [from, to] = [box.scrollTop - spare, box.scrollTop + box.clientHeight + spare]
      let [first, above, at] = [0, 0, 0]
      while (first < inSight.length && at + heightOf(first) < from) at += heightOf(first++)
      above = at
      let last = first
      while (last < inSight.length && at < to) at += heightOf(last++)
      let below = 0
      for (let i = last; i < inSight.length; i += 1) below += heightOf(i)
      setRange((old) => (old.first === first && old.last === last && old.above === above && old.below === below ? old : { first, last, above, below }))
    }
    look.current()
    const resized = new ResizeObserver(() => look.current())
    resized.observe(box)
    return () => resized.disconnect()
  }, [inSight])

  const topOf = (index: number) => {
    let top = 0
    for (let i = 0; i < index; i += 1) top += heights.current.get(inSight[i]!.id) ?? guess
    return top
  }
  const goTo = useRef((_: number) => {})
  useEffect(() => {
    goTo.current = (index) => {
      if (ref.current) ref.current.scrollTop = topOf(index)
    }
  })

  useEffect(() => {
    if (!follow || !map) return
    let frame = 0
    const keepUp = () => {
      frame = 0
      const box = ref.current
      if (!box || box.matches(':hover') || box.contains(document.activeElement)) return
      const at = codePointAtHeight(map, 72)
      const index = inSight.findIndex(({ end }) => end > at)
      if (index >= 0) goTo.current(index)
    }
    const later = () => {
      frame ||= requestAnimationFrame(keepUp)
    }
    window.addEventListener('scroll', later, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', later)
    }
  }, [follow, map, inSight])

  useEffect(() => {
    const index = chosen ? inSight.findIndex(({ id }) => id === chosen) : -1
    const box = ref.current
    if (index < 0 || !box || !chosen) return
    let frame = 0
    // The list has its full height, and then the card, only after it was drawn for the place where the card will be.
    const seek = (tries: number) => {
      const card = box.querySelector<HTMLElement>(`[data-card="${chosen}"]`)
      if (!card) {
        goTo.current(index)
        look.current()
        if (tries > 0) frame = requestAnimationFrame(() => seek(tries - 1))
        return
      }
      const [top, bottom] = [card.offsetTop, card.offsetTop + card.offsetHeight]
      if (top < box.scrollTop || bottom > box.scrollTop + box.clientHeight) box.scrollTop = top - 8
      look.current()
    }
    frame = requestAnimationFrame(() => seek(5))
    return () => cancelAnimationFrame(frame)
  }, [chosen, inSight])

  return (
    <div ref={ref} className="reader-list" onScroll={() => look.current()}>
      <ol style={{ paddingTop: range.above, paddingBottom: range.below }}>
        {inSight.slice(range.first, range.last).map((annotation, i) => (
          <li key={annotation.id} data-card={annotation.id} aria-setsize={inSight.length} aria-posinset={range.first + i + 1}>
            <Card annotation={annotation} chosen={annotation.id === chosen} />
          </li>
        ))}
      </ol>
    </div>
  )
}
