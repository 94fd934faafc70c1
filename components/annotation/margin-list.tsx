import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { codePointAtHeight } from '@/components/article/place-on-screen'
import { Card } from './card'
import { useReading } from './reading-context'

const guess = 130
const spare = 600

/**
 * All annotations in reading order, of which only those in sight are made: ten thousand scroll like ten. While somebody
 * reads (`follow`), the list keeps to the passages in the window, or to the chosen one while that is among them, unless
 * they are at work in the list itself.
 */
export function MarginList({ follow }: { follow: boolean }) {
  const { inSight, state, map } = useReading()
  const ref = useRef<HTMLDivElement>(null)
  const heights = useRef(new Map<string, number>())
  const held = useRef<{ id: string; from: number } | null>(null)
  const [range, setRange] = useState({ first: 0, last: 12, above: 0, below: 0 })
  const chosen = state.chosen?.id

  const look = useRef(() => {})
  useLayoutEffect(() => {
    const box = ref.current
    if (!box) return
    const heightOf = (i: number) => heights.current.get(inSight[i]!.id) ?? guess
    const holdStill = () => {
      const index = held.current ? inSight.findIndex(({ id }) => id === held.current?.id) : -1
      if (!held.current || index < 0 || box.scrollTop === 0) return
      let top = 0
      for (let i = 0; i < index; i += 1) top += heightOf(i)
      box.scrollTop = top - held.current.from
    }
    look.current = () => {
      for (const item of box.querySelectorAll<HTMLElement>('[data-card]')) heights.current.set(item.dataset.card!, item.offsetHeight)
      const [from, to] = [box.scrollTop - spare, box.scrollTop + box.clientHeight + spare]
      let [first, above, at] = [0, 0, 0]
      while (first < inSight.length && at + heightOf(first) < from) at += heightOf(first++)
      above = at
      let last = first
      while (last < inSight.length && at < to) at += heightOf(last++)
      let [i, top] = [first, above]
      while (i < last && top + heightOf(i) <= box.scrollTop) top += heightOf(i++)
      held.current = i < last ? { id: inSight[i]!.id, from: top - box.scrollTop } : null
      let below = 0
      for (let i = last; i < inSight.length; i += 1) below += heightOf(i)
      setRange((old) => (old.first === first && old.last === last && old.above === above && old.below === below ? old : { first, last, above, below }))
    }
    // Cards that come and go above leave those in sight where they are.
    holdStill()
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

  /** Brings a card into sight. The list has its full height, and then the card, only after it was drawn for that place. */
  const seek = useRef((_id: string, _tries: number) => {})
  useEffect(() => {
    seek.current = (id, tries) => {
      const box = ref.current
      const index = inSight.findIndex((annotation) => annotation.id === id)
      if (!box || index < 0) return
      const card = box.querySelector<HTMLElement>(`[data-card="${id}"]`)
      if (!card) {
        goTo.current(index)
        look.current()
        if (tries > 0) requestAnimationFrame(() => seek.current(id, tries - 1))
        return
      }
      const [top, bottom] = [card.offsetTop, card.offsetTop + card.offsetHeight]
      if (top < box.scrollTop || bottom > box.scrollTop + box.clientHeight) box.scrollTop = top - 8
      look.current()
    }
  })
  useEffect(() => {
    if (!chosen) return
    const frame = requestAnimationFrame(() => seek.current(chosen, 5))
    return () => cancelAnimationFrame(frame)
  }, [chosen, inSight])

  useEffect(() => {
    if (!follow || !map) return
    let frame = 0
    const keepUp = () => {
      frame = 0
      const box = ref.current
      if (!box || box.matches(':hover') || box.contains(document.activeElement)) return
      const [from, to] = [codePointAtHeight(map, 72), codePointAtHeight(map, window.innerHeight)]
      const held = inSight.find(({ id, start }) => id === chosen && start >= from && start < to)
      if (held) return seek.current(held.id, 2)
      const index = inSight.findIndex(({ end }) => end > from)
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
  }, [follow, map, inSight, chosen])

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
