import { firstWhere } from '@/components/article/first-where'

/** Which cards of a list are made, `last` exclusive, and the room that those before and behind them take, in pixels. */
export type CardRange = { first: number; last: number; above: number; below: number }

/**
 * The arithmetic of a long list of cards of which only those in sight are made. A card that was never made counts with
 * `guess` pixels. One card is the anchor: it is to stay where it stands while others come, go or turn out higher.
 */
export function cardList(guess: number) {
  const measured = new Map<string, number>()
  let cards: readonly { id: string }[] = []
  let places: Map<string, number> | null = null
  /** A Fenwick tree (Fenwick 1994) of what measured heights differ from the guess: any sum of them takes 17 steps of 100,000. */
  let sums = new Float64Array(1)
  let anchor: { id: string; from: number } | null = null

  const heightOf = (i: number) => measured.get(cards[i]!.id) ?? guess
  const differ = (i: number, by: number) => {
    for (let at = i + 1; at < sums.length; at += at & -at) sums[at]! += by
  }
  const topOf = (i: number) => {
    let sum = i * guess
    for (let at = i; at > 0; at -= at & -at) sum += sums[at]!
    return sum
  }
  const placeOf = (id: string) => {
    places ??= new Map(cards.map((card, i) => [card.id, i]))
    return places.get(id) ?? -1
  }
  /** The card that stands over a height of the list. */
  const at = (y: number) => firstWhere(cards.length, (i) => topOf(i + 1) > y)

  return {
    topOf,
    heightOf,
    /** Takes other cards, in the order they are to stand in. */
    hold(next: readonly { id: string }[]): void {
      cards = next
      places = null
      sums = new Float64Array(cards.length + 1)
      if (measured.size === 0) return
      for (const [i, { id }] of cards.entries()) {
        const height = measured.get(id)
        if (height !== undefined && height !== guess) differ(i, height - guess)
      }
    },
    /** How high card `i` turned out to be. */
    measure(i: number, height: number): void {
      const card = cards[i]
      if (!card || height === 0) return
      const before = heightOf(i)
      measured.set(card.id, height)
      if (height !== before) differ(i, height - before)
    },
    rangeBetween(top: number, bottom: number): CardRange {
      const first = at(Math.max(0, top))
      const last = Math.min(cards.length, at(Math.max(0, bottom)) + 1)
      return { first, last, above: topOf(first), below: topOf(cards.length) - topOf(last) }
    },
    /** Makes the card that stands at the list's visible top the anchor, so that it stays there. */
    anchorAt(top: number): void {
      const card = cards[at(top)]
      anchor = card && top > 0 ? { id: card.id, from: topOf(at(top)) - top } : null
    },
    /** Makes card `i` the anchor, `from` pixels below the list's visible top. */
    anchorTo(i: number, from: number): void {
      const card = cards[i]
      anchor = card ? { id: card.id, from } : null
    },
    /** How far the list must be scrolled for its anchor to stand where it should; null where there is none. */
    anchoredTop(): number | null {
      const i = anchor ? placeOf(anchor.id) : -1
      return anchor && i >= 0 ? Math.max(0, topOf(i) - anchor.from) : null
    },
  }
}
