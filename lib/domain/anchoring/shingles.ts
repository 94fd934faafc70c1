/**
 * Numbers stretches of `length` neighbouring tokens from 0: equal stretches get equal numbers, in whatever text they
 * are.
 */
export type Shingles = {
  /**
   * The number of the stretch that begins at token `at`, a new one if it was never met; -1 where the text ends first.
   */
  add(ids: Int32Array, at: number): number
  /** The same, but -1 for a stretch that was never added. */
  find(ids: Int32Array, at: number): number
  /** How many different ones were added. */
  size(): number
}

/**
 * What likeness is counted in. `most` is how many will be added at most. Stretches are told apart by a hash of 32 bits:
 * of 400,000 different ones about twenty share a number, which blurs a likeness and no more.
 */
export function shingles(length: number, most: number): Shingles {
  const slots = 2 ** Math.ceil(Math.log2(2 * most + 2))
  // Hash and number side by side, so that looking one up costs one visit to memory.
  const table = new Int32Array(2 * slots)
  let size = 0

  const slotOf = (key: number) => {
    let slot = key & (slots - 1)
    while (table[2 * slot + 1] !== 0 && table[2 * slot] !== key) slot = (slot + 1) & (slots - 1)
    return 2 * slot
  }
  const find = (ids: Int32Array, at: number) => {
    return at + length > ids.length ? -1 : table[slotOf(hash(ids, at, length)) + 1]! - 1
  }
  const add = (ids: Int32Array, at: number) => {
    if (at + length > ids.length) return -1
    const key = hash(ids, at, length)
    const slot = slotOf(key)
    if (table[slot + 1] === 0) {
      table[slot] = key
      table[slot + 1] = size += 1
    }
    return table[slot + 1]! - 1
  }
  return { add, find, size: () => size }
}

function hash(ids: Int32Array, from: number, length: number): number {
  let key = 0
  for (let i = from; i < from + length; i += 1) {
    key = Math.imul(key ^ ids[i]!, 0x9e3779b1)
    key ^= key >>> 15
  }
  return key
}
