/**
 * What an algorithm may still do on one input, in steps of some ten nanoseconds; below zero it is spent. Steps are
 * counted and not timed, so that the same input always ends the same way, on whatever machine.
 */
export type Effort = { left: number }

/** So many steps a measure of a layer may take: some fifty milliseconds, and far more than honest layers need. */
export const mostEffort = 4_000_000

/** Counts down, and tells whether so many steps could still be afforded. */
export function spend(effort: Effort, steps: number): boolean {
  effort.left -= steps
  return effort.left >= 0
}
