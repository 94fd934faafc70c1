/** Chance with a seed (mulberry32), so that every run of the bench measures the same edits. */
export type Chance = {
  /** 0 <= x < 1 */
  next(): number
  below(n: number): number
  pick<T>(all: readonly T[]): T
  happens(share: number): boolean
}

export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (n: number) => Math.floor(next() * n)
  return { next, below, pick: (all) => all[below(all.length)]!, happens: (share) => next() < share }
}
