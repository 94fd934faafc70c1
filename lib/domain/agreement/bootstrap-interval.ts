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
export function bootstrapIntervals(
  sweeps: readonly SpanSweep[],
  { seed = 1, replicates = 1_000 } = {},
): (AlphaInterval | null)[] {
  const lengths = Float64Array.from(sweeps[0]?.lengths ?? [])
  const sentences = lengths.length
  const pools = sweeps.map((sweep) => (agreementOfSweep(sweep).value === null ? null : poolOf(sweep)))
  const alphas = sweeps.map((): number[] => [])
  const random = seededRandom(seed)
  const times = new Uint32Array(sentences)

  const needed = sentences >= 2 && pools.some((pool) => pool !== null)
  for (let replicate = 0; needed && replicate < replicates; replicate += 1) {
    times.fill(0)
    for (let draw = 0; draw < sentences; draw += 1) times[random.below(sentences)]! += 1
    let items = 0
    for (let sentence = 0; sentence < sentences; sentence += 1) items += times[sentence]! * lengths[sentence]!
    pools.forEach((pool, i) => {
      const alpha = pool && resampled(pool, times, items)
      if (alpha !== null) alphas[i]!.push(alpha)
    })
  }
  return alphas.map((values) => intervalOf(values, replicates))
}

function intervalOf(values: readonly number[], replicates: number): AlphaInterval | null {
  if (values.length === 0) return null
  const sorted = Float64Array.from(values).sort()
  const [low, high] = [percentile(sorted, 0.025), percentile(sorted, 0.975)]
  return { low, high, replicates: values.length, dropped: replicates - values.length }
}

/**
 * A sweep's marked sentences in rows that lie together in memory, for a resample reads them all and there are a
 * thousand. Sentences that nobody marked add only to the length.
 */
type Pool = {
  annotators: number
  sentence: Uint32Array
  differing: Float64Array
  from: Uint32Array
  category: Uint32Array
  judgements: Float64Array
  sums: Float64Array
}

function poolOf({ annotators, categories, differing, totals }: SpanSweep): Pool {
  const marked = totals.flatMap((piece, i) => (piece.length > 0 ? [i] : []))
  const all = totals.flat()
  const from = new Uint32Array(marked.length + 1)
  marked.forEach((sentence, row) => (from[row + 1] = from[row]! + totals[sentence]!.length))
  return {
    annotators,
    sentence: Uint32Array.from(marked),
    differing: Float64Array.from(marked, (sentence) => differing[sentence]!),
    from,
    category: Uint32Array.from(all, ([category]) => category),
    judgements: Float64Array.from(all, ([, judgements]) => judgements),
    sums: new Float64Array(categories),
  }
}

function resampled(pool: Pool, times: Uint32Array, items: number): number | null {
  const { sentence, differing, from, category, judgements, sums } = pool
  sums.fill(0)
  let differ = 0
  for (let row = 0; row < sentence.length; row += 1) {
    const weight = times[sentence[row]!]!
    if (weight === 0) continue
    differ += weight * differing[row]!
    const end = from[row + 1]!
    for (let k = from[row]!; k < end; k += 1) sums[category[k]!]! += weight * judgements[k]!
  }
  return pooledAlpha(pool.annotators, items, differ, sums)
}

/** Linear interpolation between neighbours (type 7 of Hyndman and Fan 1996). */
function percentile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const low = sorted[below]!
  return low + (place - below) * ((sorted[below + 1] ?? low) - low)
}
