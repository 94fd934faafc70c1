import { leastTelling, percentileInterval, type Interval, type IntervalOptions } from './interval'
import { seededRandom } from './seeded-random'

/** One resample: how often each piece was drawn. Turns count up, so that what several measures need is added up once. */
export type Draw = {
  turn: number
  times: Uint32Array
  /** Code points of the resampled text. */
  length: number
}

/** A measure of a resampled text, null where it has none there. */
export type Statistic = {
  of: (draw: Draw) => number | null
  /** Pieces in which something is marked. */
  telling: number
}

/**
 * Percentile intervals by bootstrap over the pieces of a text, its sentences (see `piecesOf`): not characters, for
 * neighbouring characters are marked together and are no independent witnesses. The readers stay who they are. Pieces are
 * drawn with replacement, as many as there are, and all statistics share the draws, so that measures and dimensions of a
 * layer can be compared. Sources: Efron and Tibshirani 1993, chapter 13; over units for alpha and the kappas: Zapf, Castell,
 * Morawietz and Karch, Measuring inter-rater reliability for nominal data, BMC Medical Research Methodology 16, 2016.
 *
 * Null where the measure of the text as it is has no value, for fewer than five marked pieces, and where every resample had to
 * be dropped. Passages that run over the end of a piece make pieces depend on each other: the intervals are then too narrow.
 */
export function bootstrapIntervals(
  lengths: readonly number[],
  statistics: readonly Statistic[],
  { seed = 1, replicates = 1_000, least = leastTelling }: IntervalOptions = {},
): (Interval | null)[] {
  const pieces = lengths.length
  const sizes = Float64Array.from(lengths)
  const times = new Uint32Array(pieces)
  const draw: Draw = { turn: 0, times: times.fill(1), length: lengths.reduce((a, b) => a + b, 0) }
  const defined = statistics.map(({ of, telling }) => pieces >= 2 && telling >= least && of(draw) !== null)
  const values = statistics.map((): number[] => [])
  const random = seededRandom(seed)

  for (let replicate = 0; defined.includes(true) && replicate < replicates; replicate += 1) {
    times.fill(0)
    for (let i = 0; i < pieces; i += 1) times[random.below(pieces)]! += 1
    draw.turn += 1
    draw.length = 0
    for (let piece = 0; piece < pieces; piece += 1) draw.length += times[piece]! * sizes[piece]!
    statistics.forEach(({ of }, i) => {
      const value = defined[i] ? of(draw) : null
      if (value !== null) values[i]!.push(value)
    })
  }
  return values.map((all) => percentileInterval(all, replicates))
}
