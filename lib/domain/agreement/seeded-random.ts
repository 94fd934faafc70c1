/** A source of chance that gives the same row of numbers for the same seed, everywhere and for ever. */
export type SeededRandom = {
  /** The next 32 random bits, 0..2³²−1. */
  next(): number
  /** A whole number in 0..n−1, for n up to 2²¹; uneven by less than n/2³². */
  below(n: number): number
}

/**
 * xoshiro128** 1.1 (Blackman and Vigna, Scrambled linear pseudorandom number generators, 2021), its state filled from
 * the seed by splitmix32, as its authors advise. Not for secrets.
 */
export function seededRandom(seed: number): SeededRandom {
  let at = seed | 0
  const split = () => {
    at = (at + 0x9e3779b9) | 0
    let z = at ^ (at >>> 16)
    z = Math.imul(z, 0x21f0aaad)
    z ^= z >>> 15
    z = Math.imul(z, 0x735a2d97)
    return z ^ (z >>> 15)
  }
  return xoshiro128([split(), split(), split(), split()])
}

/** The generator from a state of its own, four numbers of 32 bits that are not all zero. */
export function xoshiro128(state: readonly [number, number, number, number]): SeededRandom {
  let [a, b, c, d] = state
  const next = () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return result
  }
  return { next, below: (n) => Math.floor((next() * n) / 0x1_0000_0000) }
}

function rotate(x: number, by: number): number {
  return (x << by) | (x >>> (32 - by))
}
