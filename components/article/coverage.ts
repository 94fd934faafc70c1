import type { Span } from '@/lib/domain/text/span'

/** A stretch that is drawn in one go: `level` is how many spans lie over it, up to the highest level that is told apart. */
export type Run<Stroke> = { start: number; end: number; level: number; stroke: Stroke }

/** What draws runs and takes them away again. */
export type Drawing<Stroke> = { put: (span: Span, level: number) => Stroke; drop: (stroke: Stroke) => void }

/**
 * Keeps the runs of any number of overlapping spans drawn. A change redraws only the runs it touches, so that one more
 * flag among ten thousand costs as little as the first; `replace` draws everything anew by one sweep.
 */
export function coverage<Stroke>(levels: number, drawing: Drawing<Stroke>) {
  /** `counts[i]` spans lie over everything from `cuts[i]` to `cuts[i + 1]`; none before the first cut and after the last. */
  let cuts: number[] = []
  let counts: number[] = []
  let runs: Run<Stroke>[] = []

  const cutAt = (position: number): number => {
    const at = firstAtLeast(cuts.length, position, (i) => cuts[i]!)
    if (cuts[at] !== position) {
      cuts.splice(at, 0, position)
      counts.splice(at, 0, at > 0 ? counts[at - 1]! : 0)
    }
    return at
  }
  const runsIn = (from: number, to: number): Run<Stroke>[] => {
    const found: Omit<Run<Stroke>, 'stroke'>[] = []
    for (let i = firstAtLeast(cuts.length, from, (k) => cuts[k]!); i < cuts.length - 1 && cuts[i]! < to; i += 1) {
      const level = Math.min(counts[i]!, levels)
      const last = found.at(-1)
      if (level === 0) continue
      if (last && last.end === cuts[i] && last.level === level) last.end = cuts[i + 1]!
      else found.push({ start: cuts[i]!, end: cuts[i + 1]!, level })
    }
    return found.map((run) => ({ ...run, stroke: drawing.put(run, run.level) }))
  }
  const change = ({ start, end }: Span, by: 1 | -1) => {
    const from = cutAt(start)
    const to = cutAt(end)
    for (let i = from; i < to; i += 1) counts[i]! += by
    // Neighbours that merely touch are redrawn too: they may have become one run with the change.
    const first = firstAtLeast(runs.length, start, (i) => runs[i]!.end)
    let last = first
    while (last < runs.length && runs[last]!.start <= end) last += 1
    const touched = runs.slice(first, last)
    const left = Math.min(start, touched[0]?.start ?? start)
    const right = Math.max(end, touched.at(-1)?.end ?? end)
    for (const run of touched) drawing.drop(run.stroke)
    runs.splice(first, last - first, ...runsIn(left, right))
  }

  return {
    add: (span: Span) => change(span, 1),
    remove: (span: Span) => change(span, -1),
    replace(spans: readonly Span[]) {
      for (const run of runs) drawing.drop(run.stroke)
      ;({ cuts, counts } = sweep(spans))
      runs = cuts.length > 0 ? runsIn(cuts[0]!, cuts.at(-1)!) : []
    },
    runs: (): readonly Run<Stroke>[] => runs,
  }
}

/** The cuts that spans make, and how many lie over each piece between two of them. */
export function sweep(spans: readonly Span[]): { cuts: number[]; counts: number[] } {
  // Numbers alone are sorted ten times as fast as what is compared by a function.
  const starts = Float64Array.from(spans, ({ start }) => start).sort()
  const ends = Float64Array.from(spans, ({ end }) => end).sort()
  const [cuts, counts]: [number[], number[]] = [[], []]
  for (let opened = 0, closed = 0; closed < ends.length; ) {
    const cut = Math.min(starts[opened] ?? Infinity, ends[closed]!)
    while (starts[opened] === cut) opened += 1
    while (ends[closed] === cut) closed += 1
    cuts.push(cut)
    counts.push(opened - closed)
  }
  return { cuts, counts }
}

function firstAtLeast(n: number, wanted: number, at: (i: number) => number): number {
  let [low, high] = [0, n]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (at(middle) >= wanted) high = middle
    else low = middle + 1
  }
  return low
}
