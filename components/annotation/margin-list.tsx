import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { cardWindow, firstCards } from './card-window'
import { MarginCard } from './margin-card'
import { useReading } from './reading-context'
import { placeInOrder } from './reading-order'
import { useFollowReading } from './use-follow-reading'

/**
 * All annotations in reading order, of which only those in sight are made: ten thousand scroll like ten. While somebody
 * reads (`follow`), the list keeps to the passages in the window, or to the chosen one while that is among them, unless
 * they are at work in the list itself.
 */
export function MarginList({ follow }: { follow: boolean }) {
  const { inSight, state } = useReading()
  const box = useRef<HTMLDivElement>(null)
  const [range, setRange] = useState(firstCards)
  const [cards] = useState(() => cardWindow(setRange))
  const chosen = state.chosen?.id
  useFollowReading(box, follow, cards)

  useLayoutEffect(() => cards.hold(inSight), [cards, inSight])
  useLayoutEffect(() => cards.drawn(), [cards, range])
  useEffect(() => (box.current ? cards.attach(box.current) : undefined), [cards])

  const place = placeInOrder(inSight, chosen === undefined ? undefined : state.standing.get(chosen))
  const latest = useRef(place)
  useLayoutEffect(() => {
    latest.current = place
  })
  useEffect(() => {
    if (chosen !== undefined && latest.current >= 0) cards.seek(latest.current)
  }, [chosen, cards])

  return (
    <div ref={box} className="reader-list" data-windowed onScroll={cards.scrolled}>
      <ol style={{ paddingTop: range.above, paddingBottom: range.below }}>
        {inSight.slice(range.first, range.last).map((annotation, i) => (
          <li key={annotation.id} data-place={range.first + i} aria-setsize={inSight.length} aria-posinset={range.first + i + 1}>
            <MarginCard annotation={annotation} />
          </li>
        ))}
      </ol>
    </div>
  )
}
