import type { SpanSweep } from './span-sweep'

/**
 * The sweep of one yes or no: in how many annotators' stretches each character lies. Of one annotator no two stretches may
 * overlap. What `sweepSpans` gives of spans with a single label, for the cost of sorting numbers.
 */
export function countSweep(stretches: readonly { start: number; end: number }[], label: string, annotators: number, cuts: readonly number[]): SpanSweep {
  const starts = Float64Array.from(stretches, ({ start }) => start).sort()
  const ends = Float64Array.from(stretches, ({ end }) => end).sort()
  const [differing, lengths, totals]: [number[], number[], [number, number][][]] = [[], [], []]
  let [at, inside, nextStart, nextEnd] = [0, 0, 0, 0]
  for (const cut of cuts) {
    lengths.push(cut - at)
    let [differ, judged] = [0, 0]
    while (at < cut) {
      while (nextEnd < ends.length && ends[nextEnd]! <= at) [inside, nextEnd] = [inside - 1, nextEnd + 1]
      while (nextStart < starts.length && starts[nextStart]! <= at) [inside, nextStart] = [inside + 1, nextStart + 1]
      const to = Math.min(cut, starts[nextStart] ?? cut, ends[nextEnd] ?? cut)
      differ += 2 * inside * (annotators - inside) * (to - at)
      judged += inside * (to - at)
      at = to
    }
    differing.push(differ)
    totals.push(judged > 0 ? [[0, judged]] : [])
  }
  return { annotators, categories: stretches.length > 0 ? 1 : 0, sets: stretches.length > 0 ? [new Set([label])] : [], lengths, differing, totals }
}
