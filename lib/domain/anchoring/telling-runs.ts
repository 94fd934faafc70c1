import { spend, type Effort } from '../effort'
import type { Run } from './diff'
import { runBits, type Bits } from './evidence'

/** What one run costs in a round. */
const roundSteps = 4

/**
 * Of the runs a diff found, those that say something. Two unrelated sentences share a "the", an "of", a 的; a diff takes
 * them all and so keeps a deleted passage alive. A run of `w` bits between n deleted and m inserted tokens (its own
 * included) is expected about n * m / 2^w times by chance; it is kept where that is under an eighth. Dropping one joins
 * the edits beside it, which may undo its neighbours, so the weakest goes first and the question is asked again.
 *
 * Where runs go one by one, so that the rounds would take more than the effort allows, none is kept.
 *
 * Example: "the" (4.5 bits) between two replaced words, 3 against 3 tokens: 9 / 22.6 = 0.4, not kept; "Hartfield" (12
 * bits): 0.002, kept.
 */
export function tellingRuns(a: Int32Array, b: Int32Array, runs: readonly Run[], bits: Bits, effort: Effort): Run[] {
  let kept = runs.map((run) => ({ run, worth: runBits(a, run.a, run.a + run.length, bits) }))
  for (;;) {
    if (!spend(effort, roundSteps * kept.length)) return []
    const surplus = kept.map((item, i) => item.worth - neededBits(i))
    const weak = surplus.map((left, i) => left < 0 && left <= (surplus[i - 1] ?? 0) && left < (surplus[i + 1] ?? 0))
    if (!weak.includes(true)) return kept.map(({ run }) => run)
    kept = kept.filter((_, i) => !weak[i])
  }

  function neededBits(i: number): number {
    const before = kept[i - 1]?.run
    const after = kept[i + 1]?.run
    const n = (after?.a ?? a.length) - (before ? before.a + before.length : 0)
    const m = (after?.b ?? b.length) - (before ? before.b + before.length : 0)
    const { length } = kept[i]!.run
    // Nothing was put in or taken out beside it: it stands where it stood.
    return n === length && m === length ? 0 : Math.log2(n * m) + 3
  }
}
