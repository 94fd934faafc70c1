import { cardList, type CardRange } from './card-list'

const guess = 130
/** Pixels above and below what is in sight whose cards are made as well. */
const spare = 260
/** Pixels above a card that was sought. */
const rim = 8

export type CardWindow = ReturnType<typeof cardWindow>

export const firstCards: CardRange = { first: 0, last: 12, above: 0, below: 0 }

/**
 * Says (`tell`) which cards of a long list are to be made, by where its box is scrolled to, and scrolls it. Heights are
 * read only when the browser has just laid the cards out anyway, and where the box is scrolled to is remembered, so that
 * nothing here makes it lay out twice.
 */
export function cardWindow(tell: (range: CardRange) => void) {
  const list = cardList(guess)
  let box: HTMLElement | null = null
  let [top, height] = [0, 0]
  let told = firstCards
  let sought = -1

  /** Makes the cards around a height; where they are made already there is nothing to wait for. */
  const show = (from: number) => {
    const next = list.rangeBetween(from - spare, from + height + spare)
    if (isSame(told, next)) return
    told = next
    tell(next)
  }
  /** To be called whenever cards were made: the box scrolls together with them, so that no frame shows it empty. */
  const drawn = () => {
    const wanted = list.anchoredTop()
    if (!box || wanted === null || Math.abs(wanted - top) < 1) return
    box.scrollTop = wanted
    top = box.scrollTop
  }
  /** Brings card `place` to the top, or `from` pixels below it. */
  const goTo = (place: number, from = 0) => {
    list.anchorTo(place, from)
    const before = told
    show(list.anchoredTop() ?? top)
    if (told === before) drawn()
  }
  /** Brings card `place` into sight, and again as soon as its height is known. */
  const seek = (place: number) => {
    sought = place
    if (list.topOf(place) < top || list.topOf(place + 1) > top + height) goTo(place, rim)
    else show(top)
  }
  const settle = (items: HTMLCollection) => {
    if (box) height = box.clientHeight
    for (const item of items) {
      if (item instanceof HTMLElement) list.measure(Number(item.dataset.place), item.offsetHeight)
    }
    drawn()
    const again = sought
    sought = -1
    if (again >= 0) seek(again)
    else show(top)
  }

  return {
    drawn,
    goTo,
    seek,
    /** Takes other cards, in the order they are to stand in. */
    hold(cards: readonly { id: string }[]): void {
      list.hold(cards)
      sought = -1
      show(list.anchoredTop() ?? top)
    },
    scrolled(): void {
      if (!box) return
      const now = box.scrollTop
      // Our own scrolling is told as well; it has its anchor already.
      if (Math.abs(now - top) >= 1) list.anchorAt(now)
      top = now
      show(now)
    },
    /** Works on a box whose one child holds the cards. @returns what ends it */
    attach(element: HTMLElement): () => void {
      const inner = element.firstElementChild
      if (!inner) return () => {}
      box = element
      const laidOut = new ResizeObserver(() => settle(inner.children))
      laidOut.observe(element)
      laidOut.observe(inner)
      return () => {
        laidOut.disconnect()
        box = null
      }
    },
  }
}

const isSame = (a: CardRange, b: CardRange) =>
  a.first === b.first && a.last === b.last && Math.abs(a.above - b.above) < 1 && Math.abs(a.below - b.below) < 1
