import 'server-only'

/** Work that waits for its turn, by whom it is for. */
export type FairQueue<Item> = {
  /** False where `most` items of this owner wait already. */
  add: (owner: string, item: Item, most: number) => boolean
  /** The next item, of the owner who has waited longest among those with nothing under way; until `done(owner)` they have. */
  next: () => { owner: string; item: Item } | undefined
  done: (owner: string) => void
  /** Takes back an item that still waits. */
  remove: (owner: string, item: Item) => void
}

/**
 * A queue that is fair by person: one item of an owner is under way at a time, and owners take turns, so that eight long
 * tasks of one delay another's by no more than the one that is under way.
 */
export function fairQueue<Item>(): FairQueue<Item> {
  // In the order of their turns: who was served goes to the end.
  const waiting = new Map<string, Item[]>()
  const busy = new Set<string>()
  return {
    add(owner, item, most) {
      const items = waiting.get(owner) ?? []
      // One that can begin at once does not wait.
      if (items.length >= most + (busy.has(owner) ? 0 : 1)) return false
      items.push(item)
      waiting.set(owner, items)
      return true
    },
    next() {
      for (const [owner, items] of waiting) {
        if (busy.has(owner)) continue
        const item = items.shift()
        waiting.delete(owner)
        if (items.length > 0) waiting.set(owner, items)
        if (item === undefined) continue
        busy.add(owner)
        return { owner, item }
      }
      return undefined
    },
    done: (owner) => void busy.delete(owner),
    remove(owner, item) {
      const left = waiting.get(owner)?.filter((each) => each !== item) ?? []
      if (left.length > 0) waiting.set(owner, left)
      else waiting.delete(owner)
    },
  }
}
