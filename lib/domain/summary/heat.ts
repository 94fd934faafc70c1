import { sweepSpans } from '../agreement/span-sweep'
import { dimensions, type Dimension } from '../codebook/codebook'
import type { Flag } from './flag'
import type { HeatCell } from './layer-summary'
import { rounded } from './rounded'
import { spanLabels } from './span-labels'

/**
 * The text cut into equal cells (fewer where it has fewer characters), each with who marked there and how far they
 * differ. Disagreement is the mean over the cell's characters of the share of pairs of readers whose label sets differ:
 * the same quantity that alpha sets against chance, so the strip shows where a low alpha comes from.
 */
export function heatOf(
  flags: Record<Dimension, readonly Flag[]>,
  annotators: readonly string[],
  textLength: number,
  cells: number,
): HeatCell[] {
  const n = Math.min(cells, textLength)
  const ends = Array.from({ length: n }, (_, i) => Math.floor(((i + 1) * textLength) / n))
  const cellAt = cellFinder(ends)
  const anyone = ends.map(() => new Set<string>())
  const across = ends.map((): number | null => null)
  const pairs = annotators.length * (annotators.length - 1)

  const perDimension = dimensions.map((dimension) => {
    const sweep = sweepSpans(spanLabels(flags[dimension], annotators, textLength), ends)
    const here = ends.map(() => new Set<string>())
    for (const { annotator, start, end } of flags[dimension]) {
      if (start === end) continue
      for (let i = cellAt(start); i <= cellAt(end - 1); i += 1) {
        here[i]!.add(annotator)
        anyone[i]!.add(annotator)
        across[i] = better(across[i]!, start, ends[i - 1] ?? 0)
      }
    }
    return here.map((readers, i) => ({
      readers: readers.size,
      disagreement: pairs === 0 ? 0 : rounded(sweep.differing[i]! / (pairs * sweep.lengths[i]!), 4),
    }))
  })
  const starts = nearestStart(dimensions.flatMap((d) => flags[d]).filter((f) => f.start < f.end).map((f) => f.start))

  return ends.map((end, i) => {
    const [sourcing, statement, framing] = [perDimension[0]![i]!, perDimension[1]![i]!, perDimension[2]![i]!]
    const start = ends[i - 1] ?? 0
    return {
      start,
      end,
      readers: anyone[i]!.size,
      disagreement: Math.max(sourcing.disagreement, statement.disagreement, framing.disagreement),
      dimensions: { sourcing, statement, framing },
      link: across[i] ?? starts(start, end),
    }
  })
}

/**
 * Which of two marks a click on a cell should lead to: the first that begins in it, else the last that began before.
 */
function better(known: number | null, start: number, cellStart: number): number {
  if (known === null) return start
  const [knownInside, inside] = [known >= cellStart, start >= cellStart]
  if (knownInside && inside) return Math.min(known, start)
  return knownInside ? known : Math.max(known, start)
}

function cellFinder(ends: readonly number[]): (offset: number) => number {
  return (offset) => {
    let [low, high] = [0, ends.length - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (ends[middle]! > offset) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** The start that is fewest characters away from an empty cell; the earlier of two equally near. */
function nearestStart(all: readonly number[]): (start: number, end: number) => number | null {
  const starts = [...new Set(all)].sort((a, b) => a - b)
  const find = cellFinder(starts)
  return (start, end) => {
    const at = find(start)
    const [before, after] = [starts[at - 1], starts[at]]
    if (after === undefined) return null
    // `find` stops at the last start even where that lies before the cell.
    if (before === undefined || after < start) return after
    return start - before <= after - end ? before : after
  }
}
