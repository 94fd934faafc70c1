import type { SetDistance } from './set-distance'

/**
 * Sets of labels as rows of bits, numbered as they were given: two are compared in a step for each 32 labels, and a
 * layer's sets take as much memory as there are sets.
 */
export type LabelSets = {
  readonly count: number
  /** Steps that a comparison takes. */
  readonly words: number
  /** One minus the distance of two sets, by their numbers. */
  nearness(a: number, b: number): number
}

/** Makes sets ready to be compared by a distance. Linear in their labels. */
export function labelSets(sets: readonly ReadonlySet<string>[], distance: SetDistance): LabelSets {
  const places = new Map<string, number>()
  for (const set of sets) for (const label of set) if (!places.has(label)) places.set(label, places.size)
  const words = Math.max(1, Math.ceil(places.size / 32))
  const bits = new Int32Array(sets.length * words)
  sets.forEach((set, id) => {
    for (const label of set) {
      const place = places.get(label)!
      bits[id * words + (place >> 5)]! |= 1 << (place & 31)
    }
  })
  const sizes = Int32Array.from(sets, ({ size }) => size)
  const nearness = (a: number, b: number) => {
    let common = 0
    for (let word = 0; word < words; word += 1) common += ones(bits[a * words + word]! & bits[b * words + word]!)
    return common === 0 ? 0 : 1 - distance(sizes[a]!, sizes[b]!, common)
  }
  return { count: sets.length, words, nearness }
}

/** How many bits of 32 are set (Warren, Hacker's Delight, 2nd edition 2012, section 5-1). */
function ones(bits: number): number {
  let sum = bits - ((bits >>> 1) & 0x55555555)
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333)
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
