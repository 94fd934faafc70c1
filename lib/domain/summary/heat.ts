import { sweepSpans } from '../agreement/span-sweep'
import { dimensions, type Dimension } from '../codebook/codebook'
import type { Flag } from './flag'
import type { HeatCell } from './layer-summary'
import { rounded } from './rounded'
import { canSweep, spanLabels } from './span-labels'

/**
 * The text cut into equal cells (fewer where it has fewer characters), each with who marked there and how far they
 * differ. Disagreement is the mean over the cell's characters of the share of pairs of measured readers whose label sets
 * differ: the same quantity that alpha sets against chance, so the strip shows where a low alpha comes from. It is not
 * known in a dimension that would take more than `most` steps to sweep over.
 */
export function heatOf(
  { flags, measured, textLength, cells, most }: {
    flags: Record<Dimension, readonly Flag[]>
    measured: readonly string[]
    textLength: number
    cells: number
    most: number
  },
): HeatCell[] {
  const n = Math.min(cells, textLength)
  const ends = Array.from({ length: n }, (_, i) => Math.floor(((i + 1) * textLength) / n))
  const cellAt = cellFinder(ends)
  const pairs = measured.length * (measured.length - 1)
  const everywhere = dimensions.flatMap((d) => flags[d]).filter((f) => f.start < f.end).sort((a, b) => a.start - b.start)
  const anyone = readersIn(everywhere, ends, cellAt)

  const perDimension = dimensions.map((dimension) => {
    const spans = spanLabels(flags[dimension], measured, textLength)
    const sweep = canSweep(spans, most) ? sweepSpans(spans, ends) : null
    return readersIn(flags[dimension].filter((f) => f.start < f.end), ends, cellAt).map((readers, i) => {
      if (pairs === 0) return { readers, disagreement: 0 }
      return { readers, disagreement: sweep && rounded(sweep.differing[i]! / (pairs * sweep.lengths[i]!), 4) }
    })
  })
  const across = links(everywhere, ends, cellAt)
  const starts = nearestStart(everywhere.map((f) => f.start))

  return ends.map((end, i) => {
    const [sourcing, statement, framing] = [perDimension[0]![i]!, perDimension[1]![i]!, perDimension[2]![i]!]
    const start = ends[i - 1] ?? 0
    const known = [sourcing, statement, framing].flatMap(({ disagreement }) => disagreement ?? [])
    return {
      start,
      end,
      readers: anyone[i]!,
      disagreement: known.length === 0 ? null : Math.max(...known),
      dimensions: { sourcing, statement, framing },
      link: across[i] ?? starts(start, end),
    }
  })
}

/**
 * In each cell the readers who marked something of it. Flags by their start, so that whatever of a reader's next flag lies
 * in cells that are counted already lies there together with one before: a cell is counted once for a reader.
 */
function readersIn(flags: readonly Flag[], ends: readonly number[], cellAt: (offset: number) => number): number[] {
  const counts = ends.map(() => 0)
  const counted = new Map<string, number>()
  for (const { annotator, start, end } of flags) {
    const last = cellAt(end - 1)
    for (let i = Math.max(cellAt(start), (counted.get(annotator) ?? -1) + 1); i <= last; i += 1) counts[i]! += 1
    counted.set(annotator, Math.max(last, counted.get(annotator) ?? -1))
  }
  return counts
}

/** For each cell the start that a click should lead to, of the flags that reach into it; null without any. */
function links(flags: readonly Flag[], ends: readonly number[], cellAt: (offset: number) => number): (number | null)[] {
  const across = ends.map((): number | null => null)
  for (const { start, end } of flags) {
    for (let i = cellAt(start); i <= cellAt(end - 1); i += 1) across[i] = better(across[i]!, start, ends[i - 1] ?? 0)
  }
  return across
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
