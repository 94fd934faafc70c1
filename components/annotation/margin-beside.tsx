import { useLayoutEffect, useRef } from 'react'
import { boxOf } from '@/components/article/place-on-screen'
import { MarginCard } from './margin-card'
import { useReading } from './reading-context'
import { stackCards } from './stack'

const gap = 12

/** Cards beside their passages, like notes in the margin of a book; the chosen one exactly beside its own. */
export function MarginBeside() {
  const { inSight, state, map } = useReading()
  const ref = useRef<HTMLOListElement>(null)
  const chosen = state.chosen?.id

  useLayoutEffect(() => {
    const list = ref.current
    if (!list || !map) return
    const place = () => {
      const cards = Array.from(list.children) as HTMLElement[]
      const home = list.getBoundingClientRect().top
      const wanted = inSight.map(({ start }) => (boxOf(map, { start, end: start + 1 })?.box.top ?? home) - home - 4)
      const heights = cards.map((card) => card.offsetHeight)
      const tops = stackCards(wanted, heights, gap, 0, inSight.findIndex(({ id }) => id === chosen))
      for (const [i, card] of cards.entries()) card.style.top = `${tops[i]}px`
      const last = tops.length - 1
      list.style.height = last < 0 ? '' : `${tops[last]! + heights[last]!}px`
    }
    const observer = new ResizeObserver(place)
    observer.observe(map.root)
    for (const card of list.children) observer.observe(card)
    place()
    return () => observer.disconnect()
  }, [inSight, map, chosen])

  return (
    <ol ref={ref} className="reader-beside">
      {inSight.map((annotation) => (
        <li key={annotation.id}>
          <MarginCard annotation={annotation} />
        </li>
      ))}
    </ol>
  )
}
