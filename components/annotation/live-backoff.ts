const first = 2_000
const longest = 120_000

/**
 * Milliseconds to wait before trying again after `failures` failures in a row: twice as long each time, and never at
 * the same moment as everybody else. `chance` is from 0 to 1.
 */
export const backoff = (failures: number, chance: number): number =>
  Math.min(longest, first * 2 ** Math.max(0, failures - 1)) * (0.5 + chance / 2)
