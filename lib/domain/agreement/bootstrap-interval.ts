import { agreementOfSweep, pooledAlpha } from './character-alpha'
import { seededRandom } from './seeded-random'
import type { SpanSweep } from './span-sweep'

/** A 95 % interval of alpha, and what it stands on. */
export type AlphaInterval = {
  low: number
  high: number
  /** Resamples that had an alpha and entered. */
  replicates: number
  /** Resamples in which alpha is not defined (only unmarked sentences were drawn, say); they were left out. */
  dropped: number
}

/**
 * Percentile intervals by bootstrap over sentences (Efron and Tibshirani 1993, chapter 13): sentences, not characters,
 * are drawn with replacement, because neighbouring characters are marked together and are no independent witnesses.
 * Each sweep's pieces must be the sentences of the same text; a resample only adds up their counts. All sweeps share
 * the draws, so the dimensions of a layer can be compared. The same seed gives the same figures for ever.
 *
 * Null where alpha itself is not defined, for fewer than two sentences, and where every resample had to be dropped.
 */
export function bootstrapIntervals(sweeps: readonly SpanSweep[], { seed = 1, replicates = 1_000 } = {}) {
  const sentences = sweeps[0]?.lengths.length ?? 0
  const alphas = sweeps.map((): number[] => [])
  const pools = sweeps.map((sweep) => (agreementOfSweep(sweep).value === null ? null : flat(sweep)))
  const random = seededRandom(seed)
  const times = new Uint32Array(sentences)

  for (let replicate = 0; sentences >= 2 && replicate < replicates; replicate += 1) {
    times.fill(0)
    for (let draw = 0; draw < sentences; draw += 1) times[random.below(sentences)]! += 1
    pools.forEach((pool, i) => {
      const alpha = pool && resampled(pool, times)
      if (alpha !== null) alphas[i]!.push(alpha)
    })
  }
  return alphas.map((values): AlphaInterval | null => {
    if (values.length === 0) return null
    const sorted = Float64Array.from(values).sort()
    const [low, high] = [percentile(sorted, 0.025), percentile(sorted, 0.975)]
    return { low, high, replicates: values.length, dropped: replicates - values.length }
  })
}

/** The sweep's totals in rows that lie together in memory: a resample reads them all, a thousand times. */
type Pool = { sweep: SpanSweep; from: Uint32Array; category: Uint32Array; judgements: Float64Array; sums: Float64Array }

function flat(sweep: SpanSweep): Pool {
  const from = new Uint32Array(sweep.totals.length + 1)
  sweep.totals.forEach((piece, i) => (from[i + 1] = from[i]! + piece.length))
  const all = sweep.totals.flat()
  const category = Uint32Array.from(all, ([id]) => id)
  const judgements = Float64Array.from(all, ([, sum]) => sum)
  return { sweep, from, category, judgements, sums: new Float64Array(sweep.categories) }
}

function resampled({ sweep, from, category, judgements, sums }: Pool, times: Uint32Array): number | null {
  sums.fill(0)
  let [items, differ] = [0, 0]
  for (let i = 0; i < times.length; i += 1) {
    const weight = times[i]!
    if (weight === 0) continue
    items += weight * sweep.lengths[i]!
    differ += weight * sweep.differing[i]!
    for (let k = from[i]!; k < from[i + 1]!; k += 1) sums[category[k]!]! += weight * judgements[k]!
  }
  return pooledAlpha(sweep.annotators, items, differ, sums)
}

/** Linear interpolation between neighbours (type 7 of Hyndman and Fan 1996). */
function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  return low + (place - below) * ((sorted[below + 1] ?? low) - low)
}
