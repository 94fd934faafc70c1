import type { Draw } from './bootstrap-interval'
import type { SpanSweep } from './span-sweep'

/**
 * The counts of a resampled text: ordered pairs that differ, judgements of each category, and these added up and their squares
 * added up. The same object each time.
 */
export type Resampled = { differ: number; sums: Float64Array; marked: number; squares: number }

/**
 * The counts of a sweep under any draw of its pieces. Each resample is added up once, however many measures ask for it. The
 * marked pieces stand in rows that lie together in memory, for a resample reads them all and there are a thousand; pieces
 * that nobody marked add only to the length.
 */
export function resampledSweep({ categories, differing, totals }: SpanSweep): (draw: Draw) => Resampled {
  const rows = totals.flatMap((piece, i) => (piece.length > 0 ? [i] : []))
  const all = totals.flat()
  const from = new Uint32Array(rows.length + 1)
  rows.forEach((piece, row) => (from[row + 1] = from[row]! + totals[piece]!.length))
  const pieces = Uint32Array.from(rows)
  const differ = Float64Array.from(rows, (piece) => differing[piece]!)
  const category = Uint32Array.from(all, ([id]) => id)
  const judgements = Float64Array.from(all, ([, sum]) => sum)
  const result: Resampled = { differ: 0, sums: new Float64Array(categories), marked: 0, squares: 0 }
  let [last, turn]: [Draw | null, number] = [null, -1]
  return (draw) => {
    if (draw === last && draw.turn === turn) return result
    last = draw
    turn = draw.turn
    const { times } = draw
    const { sums } = result
    sums.fill(0)
    let apart = 0
    for (let row = 0; row < pieces.length; row += 1) {
      const weight = times[pieces[row]!]!
      if (weight === 0) continue
      apart += weight * differ[row]!
      const end = from[row + 1]!
      for (let k = from[row]!; k < end; k += 1) sums[category[k]!]! += weight * judgements[k]!
    }
    let [marked, squares] = [0, 0]
    for (let id = 0; id < sums.length; id += 1) {
      const sum = sums[id]!
      marked += sum
      squares += sum * sum
    }
    result.differ = apart
    result.marked = marked
    result.squares = squares
    return result
  }
}

/** The figures that one resample of a sweep reads: what a thousand draws cost a thousand times. */
export const figuresOf = ({ categories, totals }: SpanSweep) => categories + totals.reduce((sum, piece) => sum + piece.length, 0)

/** In how many pieces of a sweep anything is marked. */
export const tellingPieces = ({ totals }: SpanSweep) => totals.filter((piece) => piece.length > 0).length

/** A sum of one figure for each piece, drawn as often as the piece. */
export function drawnSum(figures: ArrayLike<number>, { times }: Draw): number {
  let sum = 0
  for (let piece = 0; piece < times.length; piece += 1) sum += times[piece]! * figures[piece]!
  return sum
}
