import type { Alignment } from './alignment'
import type { Run } from './diff'
import { risingChain } from './rising-chain'

/** A run of linked tokens; `stayed` where it kept its order among the others, else it was moved. */
export type LinkedRun = Run & { stayed: boolean }

/**
 * All links of an alignment as runs, in the order of the old text. What stays is chosen so that the fewest tokens move.
 */
export function linkedRuns({ old, next, to }: Alignment): LinkedRun[] {
  const runs: Run[] = []
  for (let i = 0; i < old.count; i += 1) {
    const j = to[i]!
    if (j < 0) continue
    const last = runs.at(-1)
    if (last && last.a + last.length === i && last.b + last.length === j) last.length += 1
    else runs.push({ a: i, b: j, length: 1 })
  }
  const stayed = risingChain(
    runs.map(({ b }) => b),
    runs.map(({ length }) => length),
    next.count,
  )
  return runs.map((run, i) => ({ ...run, stayed: stayed[i]! }))
}
